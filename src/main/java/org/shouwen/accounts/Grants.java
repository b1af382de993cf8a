package org.shouwen.accounts;

import java.time.Duration;
import java.time.Instant;
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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names, roles, and the secrets that open an account, by four eyes: one asks, another grants, and of a secret each is told
 * half. What nobody granted within a month is not asked for any more.
 */
@Service
@Transactional
public class Grants {
    private static final Duration WAITS = Duration.ofDays(30);

    private final GrantStore rows;
    private final AccountStore store;
    private final Credentials secrets;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;

    Grants(
            GrantStore rows,
            AccountStore store,
            Credentials secrets,
            History history,
            JsonMapper json,
            InstantSource clock) {
        this.rows = rows;
        this.store = store;
        this.secrets = secrets;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /** What waits to be granted, oldest first. */
    @Transactional(readOnly = true)
    public List<Grant> waiting() {
        return rows.waiting(since());
    }

    /**
     * A later request for the same account takes the place of an earlier one; a secret it was to bring stays asked for.
     *
     * @return the secret's first half; empty when none was asked for
     */
    String ask(Account wanted, Grant.Gives gives, Actor by) {
        List<GrantStore.Bringing> earlier = rows.withdraw(wanted.id()).stream()
                .filter(b -> b.askedAt().isAfter(since()))
                .toList();
        String first = "";
        GrantStore.Bringing all = new GrantStore.Bringing(gives, null, null, clock.instant());
        if (gives != Grant.Gives.NOTHING) {
            Credentials.Halves halves = secrets.make(gives);
            first = halves.first();
            all = new GrantStore.Bringing(gives, halves.rest(), halves.kept(), clock.instant());
        } else if (!earlier.isEmpty()) {
            all = earlier.getFirst();
        }
        rows.insert(wanted, all, by, clock.instant());
        record(
                wanted,
                by,
                gives == Grant.Gives.NOTHING
                        ? "RolesAsked"
                        : gives == Grant.Gives.PASSWORD ? "PasswordAsked" : "TokenAsked");
        return first;
    }

    /** What waits for this account is not asked for any more. */
    void withdraw(UUID account) {
        rows.withdraw(account);
    }

    /** The account as it would be if what waits were granted; as it is when nothing does. */
    @Transactional(readOnly = true)
    Account wanted(Account now) {
        return waiting().stream()
                .filter(g -> g.account().equals(now.id()))
                .findFirst()
                .map(g -> now.with(g.name(), g.unit(), g.roles(), g.active(), now.version()))
                .orElse(now);
    }

    /**
     * One asked, another decides.
     *
     * @return the second half of the secret that goes with it, told this once; null when there is none
     * @throws BadInput when the one who asked would grant it, or a program
     */
    public @Nullable String decide(UUID id, boolean granted, CurrentUser by) {
        if (by.program()) throw new BadInput("grant", "accounts.bad.person");
        Grant g = rows.lock(id, since()).orElseThrow(() -> new NotFound("grant", id.toString()));
        if (Objects.equals(g.askedBy(), by.account()) || g.account().equals(by.account()))
            throw new BadInput("grant", "accounts.bad.four-eyes");
        GrantStore.Bringing brings = rows.decided(id, granted, by, clock.instant());
        Account a = store.find(g.account()).orElseThrow(() -> new NotFound("account", String.valueOf(g.account())));
        Account then = a.with(g.name(), g.unit(), g.roles(), g.active(), a.version());
        if (granted) {
            store.requireAnother(a, then);
            store.update(then);
            store.endSessions(a.login());
        }
        record(then, by.actor(), granted ? "RolesGranted" : "RolesRefused");
        if (!granted || brings.kept() == null) return null;
        take(then, brings.gives(), brings.kept(), by.actor());
        return brings.rest();
    }

    /** By the machine's own command: the whole secret. */
    String give(Account a, Grant.Gives gives, Actor by) {
        Credentials.Halves halves = secrets.make(gives);
        take(a, gives, halves.kept(), by);
        return halves.whole();
    }

    /** A first password ends what was open under an old one. */
    private void take(Account a, Grant.Gives gives, String kept, Actor by) {
        boolean password = gives == Grant.Gives.PASSWORD;
        if (password) store.endSessions(a.login());
        record(a, by, password ? "PasswordReset" : "TokenMade");
        secrets.take(a.id(), gives, kept);
    }

    private Instant since() {
        return clock.instant().minus(WAITS);
    }

    private void record(Account a, Actor by, String type) {
        history.append(
                new Subject("account", a.id()),
                clock.instant(),
                by,
                type,
                json.writeValueAsString(Map.of(
                        "name", a.name(), "roles", a.roles(), "unit", String.valueOf(a.unit()), "active", a.active())));
    }
}
