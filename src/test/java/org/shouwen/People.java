package org.shouwen;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;

/** Who acts in a test's story; nobody of them has an account. */
public final class People {
    public static final CurrentUser AGENT = platform(Role.AGENT);
    public static final CurrentUser DISPATCHER = platform(Role.DISPATCHER);
    public static final CurrentUser SUPERVISOR = platform(Role.SUPERVISOR);
    public static final CurrentUser BUREAU = platform(Role.BUREAU);

    private People() {}

    /** Somebody of the platform, called by the role. */
    public static CurrentUser platform(Role role) {
        return person(role.name(), null, role);
    }

    /** The desk of a unit, the same person each time. */
    public static CurrentUser desk(String unit) {
        return new CurrentUser(
                UUID.nameUUIDFromBytes(unit.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                unit,
                unit + " 受理员",
                unit,
                null,
                Set.of(Role.UNIT_DESK));
    }

    /** Somebody new with this name. */
    public static CurrentUser person(String name, @Nullable String unit, Role... roles) {
        return new CurrentUser(UUID.randomUUID(), name, name, unit, null, Set.of(roles));
    }
}
