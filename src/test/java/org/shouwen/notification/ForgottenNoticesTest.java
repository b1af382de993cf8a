package org.shouwen.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.regulation.Edition;
import org.springframework.beans.factory.annotation.Autowired;

/** What staff were told goes with its term, and with an account go the number and address that were its own. */
class ForgottenNoticesTest extends StaffNoticeStory {
    @Autowired
    ForgottenNotices forgotten;

    @Autowired
    StaffWays ways;

    private static final Edition.RetentionTerms TERMS = new Edition.RetentionTerms(3, 2, 180, 30);

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    @Test
    void what_was_carried_goes_before_the_notice_and_what_waits_stays() {
        ways.set(desk, "13811110042", "", Set.of(StaffNotice.Group.NEW));
        dispatched(List.of());
        delivery.run();
        assertThat(count("messages.staff_outbox")).as("no carrier here: kept").isPositive();
        int notices = count("messages.staff_notice");
        Instant then = clock.instant();
        forgotten.forget(TERMS, then.plus(Duration.ofDays(179)));
        assertThat(count("messages.staff_outbox")).isPositive();
        forgotten.forget(TERMS, then.plus(Duration.ofDays(181)));
        assertThat(count("messages.staff_outbox")).isZero();
        assertThat(count("messages.staff_notice")).isEqualTo(notices);
        forgotten.forget(TERMS, then.plus(Duration.ofDays(800)));
        assertThat(count("messages.staff_notice")).isZero();
        assertThat(ways.of(desk).mobile()).as("an account that is there").isEqualTo("13811110042");
    }

    @Test
    void the_number_of_an_account_that_is_gone_is_forgotten() {
        CurrentUser gone = new CurrentUser(UUID.randomUUID(), "gone", "走了", "heating", null, Set.of(Role.UNIT_DESK));
        ways.set(gone, "13811110043", "gone@example.invalid", Set.of());
        forgotten.forget(TERMS, clock.instant());
        assertThat(ways.of(gone).mobile()).isEmpty();
    }
}
