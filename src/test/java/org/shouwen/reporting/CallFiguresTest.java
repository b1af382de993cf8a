package org.shouwen.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.desk.CallEvents;
import org.shouwen.reporting.facts.FactKeeper;
import org.shouwen.reporting.facts.FactRebuild;
import org.shouwen.reporting.figures.CaseSums;
import org.shouwen.reporting.figures.Figure;
import org.shouwen.reporting.figures.FigureRegistry;
import org.shouwen.reporting.figures.FigureTable;
import org.shouwen.reporting.figures.FigureValue;
import org.shouwen.reporting.figures.Selection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures of the telephone (GB/T 33358) from events told in any order are what the script of the calls says. */
@ShouwenTest
class CallFiguresTest {
    private static final int CALLS = 300;

    @Autowired
    CallEvents events;

    @Autowired
    FactKeeper keeper;

    @Autowired
    FactRebuild rebuild;

    @Autowired
    FigureRegistry figures;

    @Autowired
    FigureTable table;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    /** A call as the script has it: seconds, and how it ends. */
    private record Scripted(String end, int waits, int talks, int works) {}

    @Test
    void every_figure_is_what_the_script_says() {
        clock.set("2026-09-30T12:00");
        Random random = new Random(33358);
        List<Scripted> script = new ArrayList<>();
        List<Map<String, Object>> told = new ArrayList<>();
        Instant start = TestClock.at("2026-09-30T08:00");
        List<String> ends = List.of("answered", "answered", "answered", "abandoned", "timed-out", "ended");
        for (int i = 0; i < CALLS; i++) {
            Scripted s = new Scripted(
                    ends.get(random.nextInt(ends.size())),
                    random.nextInt(40),
                    random.nextInt(300),
                    random.nextBoolean() ? random.nextInt(60) : -1);
            script.add(s);
            told.addAll(events(i, s, start.plusSeconds(20L * i)));
        }
        Collections.shuffle(told, random);
        for (int from = 0; from < told.size(); from += 70)
            events.take("script", null, told.subList(from, Math.min(told.size(), from + 70)));
        events.take("script", null, told.subList(0, 500));
        keeper.run();
        assertThat(written()).isEqualTo(expected(script));
        String facts = facts();
        rebuild.run(_ -> {});
        assertThat(facts()).as("counted anew").isEqualTo(facts);
    }

    private static List<Map<String, Object>> events(int i, Scripted s, Instant at) {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(event(i, "offered", at, Map.of("caller", "1390000%04d".formatted(i))));
        all.add(event(i, "ringing", at, Map.of("agent", "8001")));
        Instant end = at.plusSeconds(s.waits());
        all.add(event(i, s.end(), end, Map.of("agent", "8001")));
        if (s.end().equals("timed-out")) all.add(event(i, "abandoned", end, Map.of()));
        if (s.end().equals("answered")) {
            all.add(event(i, "ended", end.plusSeconds(s.talks()), Map.of("side", "caller")));
            if (s.works() >= 0)
                all.add(event(
                        i, "after-work", end.plusSeconds(s.talks() + s.works()), Map.of("afterMs", s.works() * 1000)));
        }
        return all;
    }

    private static Map<String, Object> event(int call, String type, Instant at, Map<String, Object> more) {
        Map<String, Object> e = new HashMap<>(more);
        e.putAll(Map.of("id", call + type, "type", type, "call", "s" + call, "at", at.toString()));
        return e;
    }

    /** Slowly, from the script alone. */
    private static Map<String, String> expected(List<Scripted> script) {
        List<Scripted> answered =
                script.stream().filter(s -> s.end().equals("answered")).toList();
        List<Scripted> gone =
                script.stream().filter(s -> s.end().equals("abandoned")).toList();
        long soon = answered.stream().filter(s -> s.waits() <= 15).count();
        long at = gone.stream().filter(s -> s.waits() < 5).count();
        Map<String, String> all = new HashMap<>();
        all.put("phone-offered", CALLS + "/" + CALLS);
        all.put("phone-answered", answered.size() + "/" + CALLS);
        all.put("phone-15s-answered", soon + "/" + answered.size());
        all.put("phone-15s-offered", soon + "/" + CALLS);
        all.put("phone-abandoned", gone.size() + "/" + CALLS);
        all.put("phone-abandoned-short", at + "/" + CALLS);
        all.put("phone-abandoned-long", gone.size() - at + "/" + CALLS);
        all.put("phone-wait", answered.stream().mapToInt(Scripted::waits).sum() + "/" + answered.size());
        all.put("phone-talk", answered.stream().mapToInt(Scripted::talks).sum() + "/" + answered.size());
        List<Scripted> worked = answered.stream().filter(s -> s.works() >= 0).toList();
        all.put("phone-after", worked.stream().mapToInt(Scripted::works).sum() + "/" + worked.size());
        all.put("phone-missed-returned", "0/" + (CALLS - answered.size()));
        all.put("phone-minutes-to-return", "0/0");
        for (String none : List.of("phone-agents-ready", "phone-agents-busy", "phone-agents-away"))
            all.put(none, "0/0");
        all.put("phone-agents", "0/0");
        return all;
    }

    private Map<String, String> written() {
        Period day = new Period(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 9, 30));
        Map<String, String> all = new HashMap<>();
        for (Figure f : figures.all())
            if (f.group() == Figure.Group.TELEPHONE && f.measured()) {
                CaseSums sums = table.by(day, Selection.ALL, Optional.empty(), List.of(f))
                        .getOrDefault("", new CaseSums());
                FigureValue v = FigureValue.of(f, sums, false);
                all.put(f.id(), v.over() + "/" + v.cases());
            }
        return all;
    }

    @Test
    void who_was_called_back_counts_with_the_minutes_and_who_got_through_for_nobody() {
        clock.set("2026-09-20T12:00");
        Instant at = TestClock.at("2026-09-20T10:00");
        for (int i = 0; i < 3; i++)
            events.take("back", null, List.of(event(900 + i, "abandoned", at, Map.of("caller", "1391111000" + i))));
        events.take(
                "back",
                null,
                List.of(event(
                        910, "answered", at.plusSeconds(1260), Map.of("caller", "13911110000", "direction", "out"))));
        events.take("back", null, List.of(event(911, "answered", at.plusSeconds(60), Map.of("caller", "13911110001"))));
        keeper.run();
        Period day = new Period(LocalDate.of(2026, 9, 20), LocalDate.of(2026, 9, 20));
        assertThat(value("phone-missed-returned", day)).isEqualTo("1/2");
        assertThat(FigureValue.of(
                                figures.get("phone-minutes-to-return"),
                                table.by(
                                                day,
                                                Selection.ALL,
                                                Optional.empty(),
                                                List.of(figures.get("phone-minutes-to-return")))
                                        .getOrDefault("", new CaseSums()),
                                false)
                        .value())
                .hasToString("Fraction[over=42, under=2]");
    }

    private String value(String id, Period day) {
        Figure f = figures.get(id);
        FigureValue v = FigureValue.of(
                f, table.by(day, Selection.ALL, Optional.empty(), List.of(f)).getOrDefault("", new CaseSums()), false);
        return v.over() + "/" + v.cases();
    }

    private String facts() {
        return jdbc.sql("""
                        select md5(string_agg(x::text, ',' order by x::text)) || ' ' || count(*) from (
                            select subject, no, source, day, hour, channel, counted, met, adjusted, value from reporting.fact
                            where source in (6, 7) and generation = (select current from reporting.generation)) x
                        """).query(String.class).single();
    }
}
