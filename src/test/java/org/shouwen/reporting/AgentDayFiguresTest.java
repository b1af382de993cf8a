package org.shouwen.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.desk.CallEvents;
import org.shouwen.jobs.Job;
import org.shouwen.reporting.facts.FactKeeper;
import org.shouwen.reporting.figures.CaseSums;
import org.shouwen.reporting.figures.Figure;
import org.shouwen.reporting.figures.FigureRegistry;
import org.shouwen.reporting.figures.FigureTable;
import org.shouwen.reporting.figures.FigureValue;
import org.shouwen.reporting.figures.Selection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long agents were ready, busy and away is counted from what the telephone system says of them. */
@ShouwenTest
class AgentDayFiguresTest {
    @Autowired
    CallEvents events;

    @Autowired
    FactKeeper keeper;

    @Autowired
    @Qualifier("agentDays")
    Job agentDays;

    @Autowired
    FigureRegistry figures;

    @Autowired
    FigureTable table;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void days_of_agents_are_counted_when_they_are_over_and_anew_when_more_is_told() {
        Instant at = TestClock.at("2026-09-10T08:00");
        clock.set("2026-09-10T20:00");
        events.take(
                "days", null, List.of(state("1", "agent-ready", at), state("2", "agent-away", at.plusSeconds(3600))));
        agentDays.run();
        keeper.run();
        Period day = new Period(LocalDate.of(2026, 9, 10), LocalDate.of(2026, 9, 10));
        assertThat(value("phone-agents", day)).as("the day is not over").isEqualTo("0/0");

        clock.set("2026-09-11T01:00");
        agentDays.run();
        agentDays.run();
        keeper.run();
        assertThat(value("phone-agents", day)).isEqualTo("1/1");
        assertThat(value("phone-agents-ready", day)).isEqualTo("60/1");
        assertThat(value("phone-agents-away", day)).as("never signed out").isEqualTo("720/1");

        events.take("days", null, List.of(state("3", "agent-out", at.plusSeconds(5400))));
        agentDays.run();
        keeper.run();
        assertThat(value("phone-agents-away", day)).as("told later").isEqualTo("30/1");
        assertThat(value("phone-agents-busy", day)).isEqualTo("0/1");
        assertThat(jdbc.sql(
                                "select count(*) from history.entry where subject_kind = 'agent_day' and body like '%days%'")
                        .query(Integer.class)
                        .single())
                .as("journalled when it changed, and only then")
                .isEqualTo(2);
    }

    private static Map<String, Object> state(String id, String type, Instant at) {
        return Map.of("id", id, "type", type, "agent", "8002", "at", at.toString());
    }

    private String value(String id, Period day) {
        Figure f = figures.get(id);
        FigureValue v = FigureValue.of(
                f, table.by(day, Selection.ALL, Optional.empty(), List.of(f)).getOrDefault("", new CaseSums()), false);
        return v.over() + "/" + v.cases();
    }
}
