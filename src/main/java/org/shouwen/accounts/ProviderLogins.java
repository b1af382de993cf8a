package org.shouwen.accounts;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * 统一身份认证: whose account it is that the city's identity provider vouches for. The first time the login decides;
 * from then on the provider's own mark of the person, so that a login given to somebody else there opens nothing here.
 */
@Service
@Transactional
public class ProviderLogins {
    private final JdbcClient jdbc;
    private final AccountStore accounts;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;

    ProviderLogins(JdbcClient jdbc, AccountStore accounts, History history, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The active account of the person; empty when there is none, or it belongs to another one of the provider's
     * people.
     *
     * @param subject the provider's mark of the person, which it never gives to another
     * @param login what the provider calls them
     */
    public Optional<Account> account(String issuer, String subject, String login) {
        Optional<UUID> bound = jdbc.sql(
                        "select account from accounts.provider_login where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(UUID.class)
                .optional();
        return bound.isPresent()
                ? bound.flatMap(accounts::find).filter(Account::active)
                : accounts.byLogin(login)
                        .filter(a -> a.active() && accounts.ofPerson(a.id()))
                        .filter(a -> bind(a, issuer, subject));
    }

    private boolean bind(Account a, String issuer, String subject) {
        int bound = jdbc.sql("""
                        insert into accounts.provider_login (issuer, subject, account, bound_at)
                        values (:issuer, :subject, :account, :at) on conflict do nothing
                        """)
                .param("issuer", issuer)
                .param("subject", subject)
                .param("account", a.id())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        if (bound == 0) return false;
        accounts.dropFirstPassword(a.id());
        history.append(
                new Subject("account", a.id()),
                clock.instant(),
                Actor.SYSTEM,
                "ProviderBound",
                json.writeValueAsString(java.util.Map.of("issuer", issuer)));
        return true;
    }
}
