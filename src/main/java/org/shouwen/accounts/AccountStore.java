package org.shouwen.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Stale;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of accounts and of their API tokens. */
@Repository
class AccountStore {
    private static final String COLUMNS =
            "a.id, a.login, a.name, a.unit, a.officer, a.roles, a.must_change, a.active, a.version";
    private final JdbcClient jdbc;
    private final UnitScope scope;
    private final OfficerEntries officers;

    AccountStore(JdbcClient jdbc, UnitScope scope, OfficerEntries officers) {
        this.officers = officers;
        this.jdbc = jdbc;
        this.scope = scope;
    }

    List<Account> all() {
        return jdbc.sql("select " + COLUMNS + " from accounts.account a order by unit nulls first, login")
                .query((rs, _) -> account(rs))
                .list();
    }

    Optional<Account> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from accounts.account a where id = :id")
                .param("id", id)
                .query((rs, _) -> account(rs))
                .optional();
    }

    Optional<Account> byLogin(String login) {
        return jdbc.sql("select " + COLUMNS + " from accounts.account a where lower(login) = lower(:login)")
                .param("login", login)
                .query((rs, _) -> account(rs))
                .optional();
    }

    Optional<Account> byToken(byte[] digest, Instant now) {
        return jdbc.sql("select " + COLUMNS + """
                         from accounts.account a join accounts.token t on t.account = a.id
                        where t.digest = :digest and not t.revoked and t.ends_at > :now and a.active
                        """)
                .param("digest", digest)
                .param("now", Timestamp.from(now))
                .query((rs, _) -> account(rs))
                .optional();
    }

    /** None when a first one has run out. */
    Optional<String> password(UUID id, Instant now) {
        return jdbc.sql("""
                        select password from accounts.account
                        where id = :id and password is not null and (password_ends is null or password_ends > :now)
                        """)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .query(String.class)
                .optional();
    }

    void insert(Account a, @Nullable String password, boolean demonstration) {
        jdbc.sql("""
                        insert into accounts.account
                            (id, login, name, unit, officer, roles, password, must_change, active, demonstration, version)
                        values (:id, :login, :name, :unit, :officer, :roles, :password, :mustChange, :active, :demo, 1)
                        """)
                .param("id", a.id())
                .param("login", a.login())
                .param("name", a.name())
                .param("unit", a.unit())
                .param("officer", a.officer())
                .param("roles", roles(a))
                .param("password", password)
                .param("mustChange", a.mustChange())
                .param("active", a.active())
                .param("demo", demonstration)
                .update();
    }

    /** @throws Stale when someone else changed it first */
    void update(Account a) {
        int changed = jdbc.sql("""
                        update accounts.account
                        set name = :name, unit = :unit, roles = :roles, active = :active, version = version + 1
                        where id = :id and version = :version
                        """)
                .param("id", a.id())
                .param("name", a.name())
                .param("unit", a.unit())
                .param("roles", roles(a))
                .param("active", a.active())
                .param("version", a.version())
                .update();
        if (changed != 1)
            throw new Stale(
                    "account", a.version(), find(a.id()).map(Account::version).orElse(-1L));
    }

    /** @param ends when a first one is worth nothing any more; null for one of the person's own */
    void setPassword(UUID id, String password, boolean mustChange, @Nullable Instant ends) {
        jdbc.sql("""
                        update accounts.account
                        set password = :password, must_change = :must, password_ends = :ends, version = version + 1
                        where id = :id
                        """)
                .param("id", id)
                .param("password", password)
                .param("must", mustChange)
                .param("ends", Instants.timestamp(ends))
                .update();
    }

    /** Whether a person signs in with it, not a program. */
    boolean ofPerson(UUID id) {
        return jdbc.sql("select login not ilike 'api:%' from accounts.account where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** The password that somebody else set and knows goes; one of the person's own stays. */
    void dropFirstPassword(UUID id) {
        jdbc.sql("""
                        update accounts.account set password = null, password_ends = null, must_change = false
                        where id = :id and must_change
                        """).param("id", id).update();
    }

    /** Whether another person's account with this role is in use; two at once come one after the other. */
    boolean another(Role role, UUID but) {
        return jdbc.sql("""
                        select id from accounts.account
                        where active and :role = any(roles) and login not ilike 'api:%' order by id for update
                        """).param("role", role.name()).query(UUID.class).list().stream()
                .anyMatch(id -> !id.equals(but));
    }

    /** @throws BadInput when nobody would be left of a kind of administrator that this account is now */
    void requireAnother(Account there, Account then) {
        if (!there.active() || there.signedIn().program()) return;
        for (Role r : there.roles())
            if (r.administrates() && !(then.active() && then.roles().contains(r)) && !another(r, there.id()))
                throw new BadInput("active", "accounts.bad.last-administrator");
    }

    /** Whoever has left leaves no home and no way of signing in; opened again, the account sets them up anew. */
    void forgetPerson(UUID account) {
        for (String table : List.of("home", "recovery_code", "second_factor", "passkey", "provider_login"))
            jdbc.sql("delete from accounts." + table + " where account = :account")
                    .param("account", account)
                    .update();
        jdbc.sql("update accounts.account set password = null, password_ends = null where id = :account")
                .param("account", account)
                .update();
    }

    /** Ends all sessions of an account: a changed role or password must not live on in an old one. */
    void endSessions(String login) {
        endSessionsBut("", login);
    }

    /** All but the one in which the person sits. */
    void endSessionsBut(String session, String login) {
        scope.asPlatform(() -> jdbc.sql(
                        "delete from accounts.spring_session where principal_name = :login and session_id <> :session")
                .param("login", login)
                .param("session", session)
                .update());
    }

    void insertToken(UUID id, UUID account, byte[] digest, Instant at, Instant ends) {
        jdbc.sql("""
                        insert into accounts.token (id, account, digest, made_at, ends_at)
                        values (:id, :account, :digest, :at, :ends)
                        """)
                .param("id", id)
                .param("account", account)
                .param("digest", digest)
                .param("at", Timestamp.from(at))
                .param("ends", Timestamp.from(ends))
                .update();
    }

    int revokeTokens(UUID account) {
        return jdbc.sql("update accounts.token set revoked = true where account = :account and not revoked")
                .param("account", account)
                .update();
    }

    Map<UUID, List<Instant>> tokens(Instant now) {
        Map<UUID, List<Instant>> ends = new HashMap<>();
        jdbc.sql("select account, ends_at from accounts.token where not revoked and ends_at > :now order by ends_at")
                .param("now", Timestamp.from(now))
                .query(rs -> {
                    ends.computeIfAbsent(rs.getObject("account", UUID.class), _ -> new ArrayList<>())
                            .add(rs.getTimestamp("ends_at").toInstant());
                });
        return ends;
    }

    boolean anyone() {
        return jdbc.sql("select exists (select 1 from accounts.account)")
                .query(Boolean.class)
                .single();
    }

    List<Account> demonstration() {
        return jdbc.sql("select " + COLUMNS
                        + " from accounts.account a where demonstration and active order by unit nulls first, login")
                .query((rs, _) -> account(rs))
                .list();
    }

    static String[] roles(Account a) {
        return a.roles().stream().map(Role::name).sorted().toArray(String[]::new);
    }

    /** The column {@code roles} of a row. */
    static Set<Role> roles(ResultSet rs) throws SQLException {
        return Arrays.stream((String[]) rs.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
    }

    private Account account(ResultSet rs) throws SQLException {
        return new Account(
                rs.getObject("id", UUID.class),
                rs.getString("login"),
                rs.getString("name"),
                rs.getString("unit"),
                officers.of(rs.getString("unit"), rs.getString("name"), rs.getObject("officer", UUID.class)),
                roles(rs),
                rs.getBoolean("must_change"),
                rs.getBoolean("active"),
                rs.getLong("version"));
    }
}
