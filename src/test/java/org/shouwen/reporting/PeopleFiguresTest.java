package org.shouwen.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.Case;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.desk.CallEvents;
import org.shouwen.desk.Lines;
import org.shouwen.directory.Directory;
import org.shouwen.identity.Identity;
import org.shouwen.problems.BadInput;
import org.shouwen.reporting.facts.Dimension;
import org.shouwen.reporting.facts.FactRebuild;
import org.shouwen.reporting.figures.FigureRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures of repeats and people, and of calls by agent, without a person in the facts (Art. 21). */
@ShouwenTest
class PeopleFiguresTest extends CountedMonth {
    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    FactRebuild rebuild;

    @Autowired
    Directory directory;

    @Autowired
    CallEvents calls;

    @Autowired
    Lines lines;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private Case closedCaseOf(String phone) {
        return cases.aCase(Identity.of("孙某", phone, "", ""))
                .dispatchedTo("heating")
                .received()
                .reported()
                .closed();
    }

    @Test
    void who_comes_again_within_thirty_days_after_closing_is_a_repeat_of_the_unit_that_closed_it() {
        clock.set("2028-03-01T10:00");
        closedCaseOf("13900008001");
        closedCaseOf("13900008002");
        clock.set("2028-03-20T10:00");
        cases.aCase(Identity.of("孙某", "13900008001", "", ""));
        cases.aCase(Identity.of("别人", "13900008003", "", ""));
        assertThat(ofUnit("repeats", "2028-03")).isEqualTo("1/2");
        clock.set("2028-04-02T10:00");
        cases.aCase(Identity.of("李某", "13900008002", "", ""));
        assertThat(ofUnit("repeats", "2028-04"))
                .as("32 days later is no repeat")
                .isEqualTo("0/0");
        jdbc.sql(
                        "update citizens.appellant set phone_hash = null where id in (select appellant from intake.appeal where received_at > '2028-02-01')")
                .update();
        rebuild.run(_ -> {});
        assertThat(ofUnit("repeats", "2028-03"))
                .as("counted anew after the person was forgotten")
                .isEqualTo("1/2");
        assertThat(jdbc.sql("select string_agg(body, ' ') from history.entry where subject_kind = 'repeat'")
                        .query(String.class)
                        .single())
                .doesNotContain("13900008001", "孙某");
    }

    @Test
    void one_person_counts_once_however_often_they_come() {
        clock.set("2028-06-01T10:00");
        for (int i = 0; i < 3; i++) cases.aCase(Identity.of("孙某", "13900008101", "", ""));
        cases.aCase(Identity.of("别人", "13900008102", "", ""));
        assertThat(of("persons", "2028-06", Dimension.HOUR, "10")).isEqualTo("2/4");
    }

    @Test
    void calls_are_told_apart_by_agent_for_supervisors_only() {
        clock.set("2028-11-02T12:00");
        UUID account = accounts.byLogin("agent").orElseThrow().id();
        lines.sit(account, "8088");
        Instant at = TestClock.at("2028-11-02T09:00");
        for (int i = 0; i < 2; i++)
            calls.take(
                    "script",
                    null,
                    List.of(
                            event(i, "offered", at.plusSeconds(i * 100L), Map.of("caller", "1390000820" + i)),
                            event(i, "answered", at.plusSeconds(i * 100L + 5), Map.of("agent", i == 0 ? "8088" : "")),
                            event(i, "ended", at.plusSeconds(i * 100L + 65), Map.of())));
        assertThat(of("phone-talk", "2028-11", Dimension.AGENT, account.toString()))
                .isEqualTo("60/1");
        assertThat(of("phone-offered", "2028-11", Dimension.CHANNEL, "phone")).isEqualTo("2/2");
        Map<String, String> byAgent = Map.of("by", "agent");
        assertThat(FigureRequest.of(byAgent, People.SUPERVISOR, directory, LocalDate.of(2028, 11, 3))
                        .by())
                .contains(Dimension.AGENT);
        assertThatThrownBy(() -> FigureRequest.of(
                        byAgent, People.platform(Role.CITY_LEADER), directory, LocalDate.of(2028, 11, 3)))
                .isInstanceOf(BadInput.class);
    }

    private static Map<String, Object> event(int call, String type, Instant at, Map<String, Object> more) {
        Map<String, Object> e = new java.util.HashMap<>(more);
        e.putAll(Map.of("id", call + type, "type", type, "call", "duty" + call, "at", at.toString()));
        return e;
    }
}
