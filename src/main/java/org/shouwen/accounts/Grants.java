package org.shouwen.accounts;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Roles, and the secrets that open an account, by four eyes: one asks, another grants and is told. */
@Service
@Transactional
public class Grants {
    private final JdbcClient jdbc;
    private final AccountStore store;
    private final Secrets secrets;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;

    Grants(
            JdbcClient jdbc,
            AccountStore store,
            Secrets secrets,
            History history,
            JsonMapper json,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.secrets = secrets;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /** What waits to be granted, oldest first. */
    @Transactional(readOnly = true)
    public List<Grant> waiting() {
        return jdbc.sql("select * from accounts.role_grant where decided_at is null order by id")
                .query(Grants::grant)
                .list();
    }

    /** A later request for the same account takes the place of an earlier one; a secret it was to bring stays asked for. */
    void ask(Account wanted, Grant.Gives gives, Actor by) {
        List<Grant.Gives> earlier = jdbc.sql(
                        "delete from accounts.role_grant where account = :account and decided_at is null returning gives")
                .param("account", wanted.id())
                .query((rs, _) -> Grant.Gives.valueOf(rs.getString("gives")))
                .list();
        Grant.Gives all = gives == Grant.Gives.NOTHING && !earlier.isEmpty() ? earlier.getFirst() : gives;
        jdbc.sql("""
                        insert into accounts.role_grant
                            (id, account, roles, unit, active, gives, asked_by, asker, asked_at)
                        values (:id, :account, :roles, :unit, :active, :gives, :by, :asker, :at)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("account", wanted.id())
                .param("roles", AccountStore.roles(wanted))
                .param("unit", wanted.unit())
                .param("active", wanted.active())
                .param("gives", all.name())
                .param("by", by.account())
                .param("asker", by.name())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        record(
                wanted,
                by,
                gives == Grant.Gives.NOTHING
                        ? "RolesAsked"
                        : gives == Grant.Gives.PASSWORD ? "PasswordAsked" : "TokenAsked");
    }

    /**
     * One asked, another decides.
     *
     * @return the secret that goes with it, told this once; null when there is none
     * @throws BadInput when the one who asked would grant it
     */
    public @Nullable String decide(UUID id, boolean granted, SignedIn by) {
        Grant g = jdbc.sql("select * from accounts.role_grant where id = :id and decided_at is null for update")
                .param("id", id)
                .query(Grants::grant)
                .optional()
                .orElseThrow(() -> new NotFound("grant", id.toString()));
        if (Objects.equals(g.askedBy(), by.account()) || g.account().equals(by.account()))
            throw new BadInput("grant", "accounts.bad.four-eyes");
        jdbc.sql("""
                        update accounts.role_grant set granted = :granted, decided_by = :by, decider = :decider, decided_at = :at
                        where id = :id
                        """)
                .param("granted", granted)
                .param("by", by.account())
                .param("decider", by.name())
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        Account a = store.find(g.account()).orElseThrow(() -> new NotFound("account", String.valueOf(g.account())));
        Account then = a.with(a.name(), g.unit(), g.roles(), g.active(), a.version());
        if (granted) {
            store.update(then);
            store.endSessions(a.login());
        }
        record(then, by.actor(), granted ? "RolesGranted" : "RolesRefused");
        return granted && g.gives() != Grant.Gives.NOTHING ? give(then, g.gives(), by.actor()) : null;
    }

    /** A first password ends what was open under an old one. */
    String give(Account a, Grant.Gives gives, Actor by) {
        boolean password = gives == Grant.Gives.PASSWORD;
        if (password) store.endSessions(a.login());
        record(a, by, password ? "PasswordReset" : "TokenMade");
        return password ? secrets.password(a.id()) : secrets.token(a.id());
    }

    private void record(Account a, Actor by, String type) {
        history.append(
                new Subject("account", a.id()),
                clock.instant(),
                by,
                type,
                json.writeValueAsString(
                        Map.of("roles", a.roles(), "unit", String.valueOf(a.unit()), "active", a.active())));
    }

    private static Grant grant(ResultSet rs, int row) throws SQLException {
        return new Grant(
                rs.getObject("id", UUID.class),
                rs.getObject("account", UUID.class),
                AccountStore.roles(rs),
                rs.getString("unit"),
                rs.getBoolean("active"),
                Grant.Gives.valueOf(rs.getString("gives")),
                rs.getObject("asked_by", UUID.class),
                rs.getString("asker"),
                rs.getTimestamp("asked_at").toInstant());
    }
}
