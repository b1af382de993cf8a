package org.shouwen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.shouwen.guards.House;
import org.shouwen.starter.Past;

/** What the compiler does not hold. */
class ArchitectureTest {
    @Test
    void now_is_asked_of_the_injected_clock_only() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Past.class)
                .and()
                .resideOutsideOfPackage("..bench..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(House.classes());
    }

    @Test
    void nobody_prints_past_the_log_but_the_command_line() {
        noClasses()
                .that()
                .haveSimpleNameNotStartingWith("Launch")
                .and()
                .doNotHaveSimpleName("EmbedderMain") // a process of its own, which tells its parent why it ends
                .and()
                .resideOutsideOfPackage("..bench..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(House.classes());
    }
}
