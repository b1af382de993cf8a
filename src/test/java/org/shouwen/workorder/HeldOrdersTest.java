package org.shouwen.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.calendar.SpecialDay;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.calendar.YearCalendar;
import org.shouwen.history.HeldRowCheck;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Ruling 11: what was proven once needs no second replay as long as it stands so, and is found when it does not. */
@ShouwenTest
class HeldOrdersTest {
    private static final int HANDLE_BY = 8;

    @Autowired
    Cases cases;

    @Autowired
    LimitStore open;

    @Autowired
    HeldOrders held;

    @Autowired
    WorkCalendar calendar;

    @Autowired
    HeldRowCheck check;

    @Autowired
    RowMapping mapping;

    @Autowired
    EventJson json;

    @Autowired
    DriverManagerDataSource owner;

    @Autowired
    TestClock clock;

    private HeldOrders.Locked dispatched() {
        clock.set("2026-10-20T10:00");
        String number = cases.aCase().dispatchedTo("heating").number();
        return open.open().stream()
                .filter(o -> o.row().number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static HeldOrders.Locked changed(HeldOrders.Locked order) {
        List<@Nullable Object> kept = new ArrayList<>(order.kept());
        kept.set(0, "CLOSED");
        return new HeldOrders.Locked(order.row(), kept);
    }

    /** By what leaves a time's own hash code as it was: 2^32 ms, and a few bits of the low half. */
    private static HeldOrders.Locked shifted(HeldOrders.Locked order) {
        List<@Nullable Object> kept = new ArrayList<>(order.kept());
        Timestamp limit = (Timestamp) Objects.requireNonNull(kept.get(HANDLE_BY));
        long high = limit.getTime() >> 32;
        Timestamp moved = new Timestamp((limit.getTime() + (1L << 32)) ^ high ^ (high + 1));
        assertThat(moved.hashCode()).isEqualTo(limit.hashCode());
        kept.set(HANDLE_BY, moved);
        return new HeldOrders.Locked(order.row(), kept);
    }

    @Test
    void what_a_preview_proved_needs_no_journal_when_the_calendar_is_loaded() {
        HeldOrders.Locked order = dispatched();
        calendar.preview(new YearCalendar(
                clock.instant().atZone(ZoneId.of("Asia/Shanghai")).getYear(),
                "测试用",
                List.of(new SpecialDay(
                        LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"))
                                .plusDays(1),
                        false,
                        "休"))));
        JdbcTemplate past = new JdbcTemplate(owner);
        new TransactionTemplate(new DataSourceTransactionManager(owner)).executeWithoutResult(_ -> {
            past.execute(
                    "lock table history.entry in access exclusive mode"); // a look at the journal would wait for ever
            assertThat(CompletableFuture.supplyAsync(() -> held.prove(List.of(order))))
                    .succeedsWithin(Duration.ofSeconds(60))
                    .isEqualTo(List.of());
        });
    }

    @Test
    void a_row_that_is_changed_after_it_was_proven_is_found() {
        HeldOrders.Locked order = dispatched();
        HeldOrders another = new HeldOrders(check, mapping, json);
        assertThat(another.prove(List.of(order))).isEmpty();
        assertThat(another.prove(List.of(changed(order)))).hasSize(1);
        assertThat(another.prove(List.of(shifted(order)))).hasSize(1);
        assertThat(another.standing(List.of(order))).containsExactly(order.row());
    }
}
