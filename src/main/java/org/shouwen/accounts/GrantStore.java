package org.shouwen.accounts;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of what is asked for an account and was not decided yet, or was. */
@Repository
class GrantStore {
    private final JdbcClient jdbc;

    GrantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What comes with a request: the secret's other half and its hash, when there is one. */
    record Bringing(
            Grant.Gives gives,
            @Nullable String rest,
            @Nullable String kept,
            Instant askedAt) {}

    List<Grant> waiting(Instant since) {
        return jdbc.sql("select * from accounts.role_grant where decided_at is null and asked_at > :since order by id")
                .param("since", Timestamp.from(since))
                .query(GrantStore::grant)
                .list();
    }

    Optional<Grant> lock(UUID id, Instant since) {
        return jdbc.sql("""
                        select * from accounts.role_grant where id = :id and decided_at is null and asked_at > :since for update
                        """)
                .param("id", id)
                .param("since", Timestamp.from(since))
                .query(GrantStore::grant)
                .optional();
    }

    void insert(Account wanted, Bringing all, Actor by, Instant at) {
        jdbc.sql("""
                        insert into accounts.role_grant
                            (id, account, name, roles, unit, active, gives, rest, kept, asked_by, asker, asked_at)
                        values (:id, :account, :name, :roles, :unit, :active, :gives, :rest, :kept, :by, :asker, :at)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("account", wanted.id())
                .param("name", wanted.name())
                .param("roles", AccountStore.roles(wanted))
                .param("unit", wanted.unit())
                .param("active", wanted.active())
                .param("gives", all.gives().name())
                .param("rest", all.rest())
                .param("kept", all.kept())
                .param("by", by.account())
                .param("asker", by.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** What waits for this account is not asked for any more. */
    List<Bringing> withdraw(UUID account) {
        return jdbc.sql("""
                        delete from accounts.role_grant where account = :account and decided_at is null
                        returning gives, rest, kept, asked_at
                        """)
                .param("account", account)
                .query(GrantStore::bringing)
                .list();
    }

    /** Of what it brought, nothing stays in the row. */
    Bringing decided(UUID id, boolean granted, CurrentUser by, Instant at) {
        return jdbc.sql("""
                        update accounts.role_grant r set granted = :granted, decided_by = :by, decider = :decider,
                            decided_at = :at, rest = null, kept = null
                        from accounts.role_grant before
                        where r.id = :id and before.id = r.id
                        returning r.gives, before.rest, before.kept, r.asked_at
                        """)
                .param("granted", granted)
                .param("by", by.account())
                .param("decider", by.name())
                .param("at", Timestamp.from(at))
                .param("id", id)
                .query(GrantStore::bringing)
                .single();
    }

    private static Bringing bringing(ResultSet rs, int row) throws SQLException {
        return new Bringing(
                Grant.Gives.valueOf(rs.getString("gives")),
                rs.getString("rest"),
                rs.getString("kept"),
                rs.getTimestamp("asked_at").toInstant());
    }

    private static Grant grant(ResultSet rs, int row) throws SQLException {
        return new Grant(
                rs.getObject("id", UUID.class),
                rs.getObject("account", UUID.class),
                rs.getString("name"),
                AccountStore.roles(rs),
                rs.getString("unit"),
                rs.getBoolean("active"),
                Grant.Gives.valueOf(rs.getString("gives")),
                rs.getObject("asked_by", UUID.class),
                rs.getString("asker"),
                rs.getTimestamp("asked_at").toInstant());
    }
}
