package org.shouwen.reporting;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.upgrade.Golden;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Journals random histories of duties, knowledge and warnings of a year; in time, late, never, twice. */
final class PlantedDuties {
    private static final long EACH = 123_456;

    private final History history;
    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();
    private final Random random;

    PlantedDuties(History history, JdbcClient jdbc, long seed) {
        this.history = history;
        this.jdbc = jdbc;
        this.random = new Random(seed);
    }

    /** As many in each county. @return how many in all */
    static long inhabitants(Directory directory, JdbcClient jdbc, Instant now) {
        List<Place> counties = directory.placesUnder(null);
        for (Place p : counties)
            jdbc.sql("""
                            insert into reporting.boundary (place, shape, inhabitants, schematic, loaded_by, loaded_at)
                            values (:place, '[]', :n, true, 'test', :at) on conflict (place) do update set inhabitants = :n
                            """)
                    .param("place", p.code())
                    .param("n", EACH)
                    .param("at", Timestamp.from(now))
                    .update();
        return EACH * counties.size();
    }

    void plant(LocalDate from, int days) {
        List<String> units = jdbc.sql("select code from directory.unit order by code")
                .query(String.class)
                .list();
        for (String unit : units) {
            LocalDate d = from.plusDays(random.nextInt(40));
            while (d.isBefore(from.plusDays(days))) {
                Subject subject = Subject.of("unit", unit);
                if (random.nextInt(3) == 0) put(subject, d, "RulesFiled", Golden.entry("unit/RulesFiled"));
                else
                    put(
                            subject,
                            d,
                            "UpkeepDone",
                            Map.of("what", random.nextBoolean() ? "KNOWLEDGE" : "DIRECTORY", "words", ""));
                d = d.plusDays(1 + random.nextInt(90));
            }
        }
        for (int i = 0; i < 200; i++) {
            String unit = units.get(random.nextInt(units.size()));
            LocalDate day = from.plusDays(random.nextInt(days));
            shift(unit, day);
            article(unit, day);
            flaw(random.nextInt(5) == 0 ? null : unit, day);
            put(
                    new Subject("answer_used", UUID.randomUUID()),
                    day,
                    "AnswerUsed",
                    Map.of("appeal", "X" + i, "unit", unit, "at", at(day)));
            warning(unit, day, i);
        }
    }

    private void shift(String unit, LocalDate day) {
        Subject subject = new Subject("shift", UUID.randomUUID());
        for (String state : List.of(
                "PLANNED", List.of("CAME", "NO_SHOW", "REMOVED", "PLANNED").get(random.nextInt(4))))
            put(subject, day, "Planned", Map.of("unit", unit, "day", day.toString(), "state", state));
    }

    private void article(String unit, LocalDate day) {
        Subject subject = new Subject("article", UUID.randomUUID());
        entry(subject, day, unit, "Written", day.plusDays(90));
        if (random.nextInt(5) == 0) return;
        entry(subject, day, unit, "Published", day.plusDays(90));
        LocalDate d = day;
        for (int n = random.nextInt(4); n > 0; n--) {
            d = d.plusDays(20 + random.nextInt(120));
            entry(subject, d, unit, "Reviewed", d.plusDays(90));
        }
        if (random.nextInt(3) == 0) entry(subject, d.plusDays(random.nextInt(200)), unit, "Withdrawn", d.plusDays(90));
    }

    private void entry(Subject subject, LocalDate day, String unit, String type, LocalDate reviewBy) {
        put(subject, day, type, Map.of("content", Map.of("unit", unit), "reviewBy", reviewBy.toString()));
    }

    private void flaw(@Nullable String unit, LocalDate day) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("unit", unit);
        body.put("at", at(day));
        body.put("due", day.plusDays(10).toString());
        body.put("settled", random.nextBoolean() ? at(day.plusDays(random.nextInt(20))) : null);
        put(new Subject("knowledge_flaw", UUID.randomUUID()), day, "Reported", body);
    }

    private void warning(String unit, LocalDate day, int i) {
        Subject subject = new Subject("warning", UUID.randomUUID());
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("number", "2026-9" + i);
        body.put("unit", random.nextInt(4) == 0 ? unit : "");
        body.put("signal", random.nextInt(3) == 0 ? "CLASS_PLACE" : "SAME_MATTER");
        body.put("count", 3 + random.nextInt(4));
        body.put("state", "RAISED");
        put(subject, day, "Raised", body);
        int how = random.nextInt(4);
        if (how == 0) return;
        body.put("count", 30);
        body.put("state", how == 1 ? "JOINED" : "CONFIRMED");
        if (how > 1) body.put("ruling", Map.of("confirmed", how == 2));
        put(subject, day, "Confirmed", body);
    }

    private static String at(LocalDate day) {
        return day.atTime(9, 30).atZone(ZoneId.of("Asia/Shanghai")).toInstant().toString();
    }

    private void put(Subject subject, LocalDate day, String type, Object body) {
        history.append(
                subject,
                day.atTime(9, 30).atZone(ZoneId.of("Asia/Shanghai")).toInstant(),
                Actor.SYSTEM,
                type,
                json.writeValueAsString(body));
    }
}
