package org.shouwen.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.shouwen.access.Role;
import org.shouwen.history.HeldRowCheck;
import org.springframework.stereotype.Component;

/** Holds an account against the journal before it opens anything: a role given by SQL opens nothing (ruling 11). */
@Component
public class HeldAccounts {
    /** Programs sign in with each request; what was found of one holds for so long. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private record Found(long version, Set<Role> roles, Instant at) {}

    private final Map<UUID, Found> stood = new ConcurrentHashMap<>();
    private final HeldRowCheck check;
    private final InstantSource clock;

    HeldAccounts(HeldRowCheck check, InstantSource clock) {
        this.check = check;
        this.clock = clock;
    }

    /** Whether the account and its second factor are what the journal last said of them. */
    public boolean person(UUID account) {
        return check.stands("accounts.account", account.toString())
                && check.stands("accounts.second_factor", account.toString());
    }

    /** Looked at once a minute, and at once when its roles or its version are not what they were. */
    boolean program(Account account) {
        Instant now = clock.instant();
        Found found = stood.get(account.id());
        if (found != null
                && found.version() == account.version()
                && found.roles().equals(account.roles())
                && Duration.between(found.at(), now).abs().compareTo(LOOK_AGAIN) < 0) return true;
        boolean stands = check.stands("accounts.account", account.id().toString());
        if (stands) stood.put(account.id(), new Found(account.version(), Set.copyOf(account.roles()), now));
        else stood.remove(account.id());
        return stands;
    }
}
