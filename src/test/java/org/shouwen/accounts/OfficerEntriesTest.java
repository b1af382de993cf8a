package org.shouwen.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Officer;
import org.shouwen.directory.UnitId;
import org.shouwen.directory.Units;
import org.shouwen.history.Actor;
import org.springframework.beans.factory.annotation.Autowired;

/** Ruling 42: a person of a unit is the directory's officer of the same unit and name, where there is exactly one. */
@ShouwenTest
class OfficerEntriesTest {
    private static final UnitId HEATING = new UnitId("heating");

    @Autowired
    Accounts accounts;

    @Autowired
    Directory directory;

    @Autowired
    Units units;

    @Test
    void an_account_is_its_unit_s_officer_of_the_same_name() {
        Officer officer = named("杨示己");
        accounts.create("entry-known", "杨示己", "heating", null, Set.of(Role.UNIT_OFFICER));
        assertThat(officerOf("entry-known")).isEqualTo(officer.id());
        accounts.create("entry-elsewhere", "杨示己", "housing", null, Set.of(Role.UNIT_OFFICER));
        assertThat(officerOf("entry-elsewhere")).isNotEqualTo(officer.id());
        accounts.create("entry-stranger", "无此人", "heating", null, Set.of(Role.UNIT_OFFICER));
        assertThat(officerOf("entry-stranger")).isNull();
    }

    @Test
    void two_of_one_name_are_nobody_s_account() {
        accounts.create("entry-twin", "尤示庚", "heating", null, Set.of(Role.UNIT_OFFICER));
        assertThat(officerOf("entry-twin")).isNotNull();
        units.putOfficer(new Officer(Units.newId(), HEATING, null, "尤示庚", "承办人", "", true), Actor.SYSTEM);
        assertThat(officerOf("entry-twin")).isNull();
    }

    private Officer named(String name) {
        return directory.officers(HEATING).stream()
                .filter(o -> o.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private @Nullable UUID officerOf(String login) {
        return accounts.all().stream()
                .filter(a -> a.login().equals(login))
                .findFirst()
                .orElseThrow()
                .officer();
    }
}
