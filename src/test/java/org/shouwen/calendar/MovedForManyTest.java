package org.shouwen.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwen.Case;
import org.shouwen.Cases;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.confidentiality.Confidentiality;
import org.shouwen.confidentiality.Parties;
import org.shouwen.confidentiality.Party;
import org.shouwen.confidentiality.Waiting;
import org.shouwen.history.Actor;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ruling 2 for many orders at once: each is moved, kept, told and sealed as if it were alone. */
@ShouwenTest
class MovedForManyTest {
    private static final int MANY = 60;

    @Autowired
    TestClock clock;

    @Autowired
    Cases cases;

    @Autowired
    WorkCalendar calendar;

    @Autowired
    Parties parties;

    @Autowired
    Waiting waiting;

    @Autowired
    VerificationProbe verification;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private long count(String sql, List<String> numbers) {
        return jdbc.sql(sql)
                .param("numbers", numbers.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    @Test
    void each_order_has_its_entry_its_row_and_one_message_and_whoever_has_an_answer_is_not_told() {
        clock.set("2031-12-29T10:00");
        List<String> open = new ArrayList<>();
        for (int i = 0; i < MANY; i++)
            open.add(cases.aCase(Identity.of("王示例", "1390000%04d".formatted(i), null, null))
                    .dispatchedTo("heating")
                    .number());
        Case answered = cases.aCase(Identity.of("李示例", "13911110000", null, null))
                .dispatchedTo("heating")
                .received()
                .reported();
        List<SpecialDay> days = new ArrayList<>();
        for (int d = 1; d <= 8; d++) days.add(new SpecialDay(LocalDate.of(2032, 1, d), false, "休"));
        List<Moved> moved = calendar.load(new YearCalendar(2032, "国办发明电〔2031〕1号", days), Actor.SYSTEM);
        assertThat(moved).extracting(Moved::number).containsAll(open).contains(answered.number());
        assertThat(count("""
                        select count(*) from history.entry e join workorder.work_order w on w.id = e.subject_id
                        where w.number = any(:numbers) and e.type = 'LimitsMoved' and w.version = e.seq and w.head = e.seal
                        """, open)).isEqualTo(MANY);
        assertThat(count("select count(*) from calendar.moved_limit where number = any(:numbers)", open))
                .isGreaterThanOrEqualTo(MANY);
        String told = "select count(*) from messages.outbox where moment = 'LIMIT_MOVED' and number = any(:numbers)";
        assertThat(count(told, open)).isEqualTo(MANY);
        assertThat(count(told, List.of(answered.number()))).isZero();
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void who_waits_for_each_of_many_is_who_waits_for_each_alone() {
        String lead = "T" + UUID.randomUUID();
        String joined = "T" + UUID.randomUUID();
        String alone = "T" + UUID.randomUUID();
        transaction.executeWithoutResult(tx -> {
            parties.brought(List.of(
                    party(lead, null),
                    party(joined, null),
                    party(alone, null),
                    party("A" + lead, lead),
                    party("B" + joined, joined)));
            parties.keep(joined, Confidentiality.NONE, lead);
            parties.forget("A" + lead, "");
            List<String> all = List.of(lead, joined, alone, "nobody");
            Map<String, List<Party>> many = waiting.of(all);
            for (String each : all)
                assertThat(many.getOrDefault(each, List.of())).isEqualTo(parties.of(List.of(each)));
            assertThat(many.get(lead)).extracting(Party::number).contains(lead, joined, "B" + joined);
            tx.setRollbackOnly();
        });
    }

    private static Party party(String number, @Nullable String reminds) {
        return Party.brought(UUID.randomUUID(), number, UUID.randomUUID(), false, "")
                .reminding(reminds);
    }
}
