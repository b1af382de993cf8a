package org.shouwen.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Subject;
import org.shouwen.regulation.Edition;
import org.shouwen.reporting.SlowFigures.Case;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Figures of duties, knowledge and warnings told slowly: day by day. */
final class SlowDuties {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    record Line(Instant at, String type, JsonNode body) {
        LocalDate day() {
            return at.atZone(SHANGHAI).toLocalDate();
        }
    }

    private final Map<String, List<Case>> cases = new TreeMap<>();
    private final JdbcClient jdbc;
    private final LocalDate today;

    SlowDuties(JdbcClient jdbc, Instant now, Edition edition) {
        LocalDate issued = edition.effective();
        int every = edition.upkeepDays();
        this.jdbc = jdbc;
        this.today = now.atZone(SHANGHAI).toLocalDate();
        Map<UUID, List<Line>> units = journal("unit");
        for (String code :
                jdbc.sql("select code from directory.unit").query(String.class).list())
            unit(code, units.getOrDefault(Subject.of("unit", code).id(), List.of()), issued, every);
        journal("shift").values().forEach(all -> {
            JsonNode s = all.getLast().body();
            String state = s.path("state").stringValue();
            LocalDate day = LocalDate.parse(s.path("day").stringValue());
            if (Set.of("CAME", "NO_SHOW").contains(state))
                put("roster-kept", s.path("unit").stringValue(), day, state.equals("CAME"), true);
        });
        journal("article").values().forEach(this::article);
        journal("knowledge_flaw").values().forEach(all -> {
            JsonNode f = all.getLast().body();
            LocalDate due = LocalDate.parse(f.path("due").stringValue());
            LocalDate settled = f.path("settled").isString() ? day(f.path("settled")) : null;
            boolean inTime = settled != null && !settled.isAfter(due);
            if (inTime || due.isBefore(today))
                put("articles-mended", f.path("unit").asString(""), day(f.path("at")), inTime, true);
        });
        journal("answer_used").values().forEach(all -> {
            JsonNode u = all.getLast().body();
            put("answers-used", u.path("unit").stringValue(), day(u.path("at")), true, true);
        });
        journal("warning").values().forEach(this::warning);
        new SlowPeople(jdbc, this);
    }

    /** Over and under by unit, of a month; null: this figure is not told here. */
    @Nullable
    Map<String, List<Case>> of(String figure, String month) {
        if (!cases.containsKey(figure)) return null;
        Map<String, List<Case>> by = new HashMap<>();
        for (Case c : Objects.requireNonNull(cases.get(figure)))
            if (c.month().equals(month))
                by.computeIfAbsent(c.unit(), _ -> new ArrayList<>()).add(c);
        return by;
    }

    private void unit(String code, List<Line> lines, LocalDate issued, int every) {
        if (lines.isEmpty()) return;
        LocalDate made = lines.getFirst().day();
        LocalDate begins = made.isBefore(issued) ? issued : made;
        LocalDate due = begins.plusMonths(1);
        List<LocalDate> filed = days(lines, "RulesFiled", "");
        filed.forEach(d -> put("rules-filed", code, d, true, true));
        boolean inTime = filed.stream().anyMatch(d -> !d.isAfter(due));
        if (inTime || due.isBefore(today)) put("rules-filed-in-time", code, due, inTime, true);
        for (String what : List.of("KNOWLEDGE", "DIRECTORY"))
            walk("upkeep-in-time", code, begins, begins.plusDays(every), days(lines, "UpkeepDone", what), today, every);
    }

    private static List<LocalDate> days(List<Line> lines, String type, String what) {
        return lines.stream()
                .filter(l -> l.type().equals(type)
                        && l.body().path("what").asString("").equals(what))
                .map(Line::day)
                .toList();
    }

    /** Day by day: what is done is a case of that day when it is in time; a term that passes undone is one of its last day. */
    private void walk(
            String figure,
            String unit,
            LocalDate from,
            LocalDate firstDue,
            List<LocalDate> done,
            LocalDate end,
            int every) {
        LocalDate due = firstDue;
        boolean missed = false;
        LocalDate first =
                done.stream().min(LocalDate::compareTo).filter(from::isAfter).orElse(from);
        for (LocalDate d = first; !d.isAfter(end); d = d.plusDays(1)) {
            if (!missed && d.isAfter(due)) {
                put(figure, unit, due, false, true);
                missed = true;
            }
            for (LocalDate one : done) {
                if (!one.equals(d)) continue;
                if (!missed) put(figure, unit, d, true, true);
                missed = false;
                due = d.plusDays(every);
            }
        }
    }

    private void article(List<Line> lines) {
        Line published = null;
        List<LocalDate> reviewed = new ArrayList<>();
        LocalDate end = today;
        for (Line l : lines) {
            if (l.type().equals("Published")) published = l;
            if (l.type().equals("Reviewed")) reviewed.add(l.day());
            if (l.type().equals("Withdrawn")) end = l.day();
        }
        if (published == null) return;
        walk(
                "knowledge-reviewed",
                published.body().path("content").path("unit").stringValue(),
                published.day(),
                LocalDate.parse(published.body().path("reviewBy").stringValue()),
                reviewed,
                end,
                90);
    }

    private void warning(List<Line> lines) {
        JsonNode now = lines.getLast().body();
        if (now.path("state").stringValue().equals("JOINED")) return;
        String unit = now.path("unit").asString("");
        LocalDate raised = lines.getFirst().day();
        boolean confirmed = now.path("ruling").path("confirmed").asBoolean(false);
        put("warnings-raised", unit, raised, true, true);
        put("warnings-confirmed", unit, raised, confirmed, true);
        if (confirmed && now.path("signal").stringValue().equals("SAME_MATTER"))
            put(
                    "warnings-in-time",
                    unit,
                    raised,
                    lines.getFirst().body().path("count").intValue() < 5,
                    true);
    }

    private static LocalDate day(JsonNode instant) {
        return Instant.parse(instant.stringValue()).atZone(SHANGHAI).toLocalDate();
    }

    void put(String figure, String unit, LocalDate day, boolean over, boolean under) {
        cases.computeIfAbsent(figure, _ -> new ArrayList<>())
                .add(new Case(unit, day.toString().substring(0, 7), over, under, 0));
    }

    Map<UUID, List<Line>> journal(String kind) {
        JsonMapper json = new JsonMapper();
        Map<UUID, List<Line>> all = new LinkedHashMap<>();
        jdbc.sql(
                        "select subject_id, at, type, body from history.entry where subject_kind = :kind order by subject_id, seq")
                .param("kind", kind)
                .query(rs -> {
                    all.computeIfAbsent(rs.getObject("subject_id", UUID.class), _ -> new ArrayList<>())
                            .add(new Line(
                                    rs.getObject("at", OffsetDateTime.class).toInstant(),
                                    rs.getString("type"),
                                    json.readTree(rs.getString("body"))));
                });
        return all;
    }
}
