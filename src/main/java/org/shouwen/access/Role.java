package org.shouwen.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;

/** What a person may do on the platform or in a unit; an account has one or more. */
public enum Role {
    /** 坐席: takes calls and the queue of appeals. */
    AGENT,
    /** 派单员: dispatches orders, decides on reports, closes. */
    DISPATCHER,
    /** 督办员: watches what is late. */
    SUPERVISOR,
    /** 受理机构: a unit's desk, receives and assigns. */
    UNIT_DESK,
    /** 承办人: an officer who handles an order. */
    UNIT_OFFICER,
    /** 分管领导 or 一把手 of a unit. */
    UNIT_LEADER,
    /** 营商局: reads the figures of the whole city. */
    BUREAU,
    /** 市领导: reads the figures of the whole city. */
    CITY_LEADER,
    /** 系统管理员: units, calendar, messages; asks for accounts and roles, which somebody else grants. */
    ADMIN,
    /** 安全管理员: grants roles, resets second factors, watches over looks at identities. */
    SECURITY,
    /** 审计管理员: reads what the other two have done, and does nothing else. */
    AUDITOR,
    /** 话务系统: a program that tells an agent whose telephone rings, and reads nothing. */
    TELEPHONE;

    /** Whoever may sign in, and programs with a role of theirs: all roles but the telephone system's. */
    public static final Set<Role> PEOPLE = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(TELEPHONE)));

    /** Whoever acts for a unit. */
    public static final Set<Role> OF_UNIT =
            Collections.unmodifiableSet(EnumSet.of(UNIT_DESK, UNIT_OFFICER, UNIT_LEADER));

    /** 三员分立: three administrators, none of whom can do another's part or any other work. */
    private static final Set<Role> ADMINISTRATORS = EnumSet.of(ADMIN, SECURITY, AUDITOR);

    public boolean administrates() {
        return ADMINISTRATORS.contains(this);
    }

    /** Whether identities can be looked at, or much be seen or changed with it: a second factor is needed and sessions are short. */
    public boolean sensitive() {
        return switch (this) {
            case AGENT, DISPATCHER, SUPERVISOR, BUREAU, ADMIN, SECURITY, AUDITOR, TELEPHONE -> true;
            case UNIT_DESK, UNIT_OFFICER, UNIT_LEADER, CITY_LEADER -> false;
        };
    }

    /** Whether it is a person's judgement that no program may stand in for. */
    public boolean needsPerson() {
        return this == SECURITY || this == AUDITOR;
    }

    /** Whether it is a program's part that no person has. */
    public boolean needsProgram() {
        return this == TELEPHONE;
    }

    /** Whether a person with this role acts for the platform rather than for a unit. */
    public boolean ofPlatform() {
        return switch (this) {
            case AGENT, DISPATCHER, SUPERVISOR, BUREAU, CITY_LEADER, ADMIN, SECURITY, AUDITOR, TELEPHONE -> true;
            case UNIT_DESK, UNIT_OFFICER, UNIT_LEADER -> false;
        };
    }

    /** @throws BadInput naming the first that is unknown */
    public static Set<Role> named(@Nullable List<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names == null ? List.<String>of() : names) {
            roles.add(Arrays.stream(values())
                    .filter(r -> r.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new BadInput("roles", "problems.field.unknown", name)));
        }
        return roles;
    }
}
