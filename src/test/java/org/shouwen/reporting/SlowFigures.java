package org.shouwen.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures told slowly and obviously from their definitions, out of the journal's own lines; shares no code with the
 * product. A figure's cell is the list of its cases, each with whether it counts above the line.
 */
final class SlowFigures {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** A line of the journal. */
    private record Line(Instant at, String type, JsonNode body) {}

    /** @param over in the numerator; {@code under} in the denominator; {@code value} of a mean or median */
    record Case(String unit, String month, boolean over, boolean under, int value) {}

    final Map<String, List<Case>> cases = new TreeMap<>();
    private final JdbcClient jdbc;
    private final Instant now;
    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> worked = new HashSet<>();

    SlowFigures(JdbcClient jdbc, Instant now) {
        this.jdbc = jdbc;
        this.now = now;
        jdbc.sql("select date, working from calendar.special_day").query(rs -> {
            (rs.getBoolean("working") ? worked : off).add(rs.getObject("date", LocalDate.class));
        });
        for (List<Line> order : journal("work_order").values()) order(order);
        for (List<Line> callback : journal("callback").values()) callback(callback);
        for (List<Line> appeal : journal("appeal").values()) appeal(appeal);
        for (List<Line> supervision : journal("supervision").values()) supervision(supervision);
    }

    private Map<UUID, List<Line>> journal(String kind) {
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

    private void order(List<Line> lines) {
        Instant registered = lines.getFirst().at();
        boolean urgent = lines.getFirst().body().path("urgentKind").isString();
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++)
            if (Set.of("Dispatched", "ReturnGranted", "Redispatched")
                    .contains(lines.get(i).type())) starts.add(i);
        Instant limit = urgent ? registered.plusSeconds(3600) : endOfWorkingDay(registered, 1);
        boolean joined = lines.stream().anyMatch(l -> l.type().equals("Joined"))
                && lines.stream().noneMatch(l -> l.type().equals("Separated"));
        if (!starts.isEmpty()) {
            boolean inTime = lines.get(starts.getFirst()).at().isBefore(limit);
            put("dispatched-in-time", "", registered, inTime, true, 0);
        } else if (!joined && !now.isBefore(limit)) put("dispatched-in-time", "", registered, false, true, 0);
        if (!starts.isEmpty()) {
            Line first = lines.get(starts.getFirst());
            boolean once = lines.stream()
                    .noneMatch(l ->
                            Set.of("ReturnGranted", "Redispatched", "Recalled").contains(l.type()));
            put("first-dispatch-right", lead(first), first.at(), once, true, 0);
            put("mean-hops", lead(first), first.at(), true, true, starts.size());
        }
        for (int t = 0; t < starts.size(); t++) {
            int from = starts.get(t);
            int to = t + 1 < starts.size() ? starts.get(t + 1) : lines.size();
            boolean left = t + 1 < starts.size();
            for (int i = from; i < to; i++) if (lines.get(i).type().equals("Recalled")) left = true;
            turn(lines.get(from), lines.subList(from + 1, to), left);
        }
        String unit = "";
        for (Line l : lines) {
            switch (l.type()) {
                case "ExtensionAsked" -> over("extensions-asked", unit, l.at());
                case "ExtensionGranted" -> over("extensions-granted", unit, l.at());
                case "ExtensionRefused" -> over("extensions-refused", unit, l.at());
                case "ReturnAsked" -> over("returns-asked", unit, l.at());
                case "ReturnRefused" -> over("returns-refused", unit, l.at());
                case "ReturnGranted" ->
                    over("returns-granted", l.body().path("from").stringValue(), l.at());
                case "SentBack" -> over("reworks", unit, l.at());
                case "Reopened" -> {
                    over("reworks", unit, l.at());
                    over("reopened", unit, l.at());
                }
                case "Accepted" -> closed(unit, l.at());
                case "Rated" -> {
                    put(
                            "portal-satisfied",
                            unit,
                            l.at(),
                            l.body().path("satisfied").booleanValue(),
                            true,
                            0);
                    put("portal-solved", unit, l.at(), l.body().path("resolved").booleanValue(), true, 0);
                }
                default -> {}
            }
            if (Set.of("Dispatched", "ReturnGranted", "Redispatched").contains(l.type())) unit = lead(l);
            if (l.type().equals("Recalled")) unit = "";
        }
    }

    /** Each closing is in the denominator of all that is held against closings. */
    private void closed(String unit, Instant at) {
        put("closed", unit, at, true, true, 0);
        for (String figure : List.of(
                "extensions-asked",
                "extensions-granted",
                "extensions-refused",
                "returns-asked",
                "returns-granted",
                "returns-refused",
                "reworks",
                "reopened",
                "called-back")) put(figure, unit, at, false, true, 0);
    }

    private void turn(Line start, List<Line> during, boolean left) {
        String unit = lead(start);
        boolean receiptLate = false;
        boolean handlingLate = false;
        Instant received = null;
        Instant reported = null;
        Instant closed = null;
        Instant contacted = null;
        Map<String, Instant> given = new TreeMap<>();
        Map<String, Instant> lateParts = new TreeMap<>();
        for (Line l : during) {
            switch (l.type()) {
                case "ReceiptOverdue" -> receiptLate = true;
                case "HandlingOverdue" -> handlingLate = true;
                case "Received" -> received = l.at();
                case "LimitsMoved" -> {
                    receiptLate = l.body().path("receiptOverdue").isString();
                    handlingLate = l.body().path("handlingOverdue").isString();
                    for (JsonNode p : l.body().path("parts"))
                        if (!p.path("overdue").isString())
                            lateParts.remove(p.path("unit").stringValue());
                }
                case "ReportedOutcome" -> {
                    reported = l.at();
                    contacted = earlier(contacted, l.body().path("report").path("answeredAt"));
                }
                case "Contacted", "AnsweredForUnit" ->
                    contacted = earlier(contacted, l.body().path("contactedAt"));
                case "Accepted" -> closed = l.at();
                case "Reopened" -> closed = null;
                case "Contributed" -> given.putIfAbsent(l.body().path("unit").stringValue(), l.at());
                case "PartOverdue" ->
                    lateParts.putIfAbsent(l.body().path("unit").stringValue(), l.at());
                default -> {}
            }
        }
        if (receiptLate || (!left && received != null)) {
            put("received-in-time", unit, start.at(), !receiptLate, true, 0);
            if (receiptLate) put("late-receipts", unit, start.at(), true, true, 0);
        }
        if (handlingLate || (!left && closed != null)) {
            put("handled-in-time", unit, start.at(), !handlingLate, true, 0);
            if (handlingLate) put("late-handlings", unit, start.at(), true, true, 0);
        }
        if (!left && closed != null && reported != null)
            for (String figure : List.of("mean-days", "median-days", "p90-days"))
                put(figure, unit, start.at(), true, true, workingDays(start.at(), reported));
        Instant day = endOfWorkingDay(start.at(), 1);
        if (!left && (contacted != null || !now.isBefore(day)))
            put("contacted-in-time", unit, start.at(), contacted != null && contacted.isBefore(day), true, 0);
        for (String by : lateParts.keySet()) put("parts-in-time", by, lateParts.get(by), false, true, 0);
        for (String by : given.keySet())
            if (!lateParts.containsKey(by)) put("parts-in-time", by, given.get(by), true, true, 0);
    }

    private void callback(List<Line> lines) {
        List<Line> calls = lines.stream().filter(l -> l.type().equals("Called")).toList();
        if (calls.isEmpty()) return;
        String unit = calls.getFirst().body().path("unit").stringValue();
        put("called-back", unit, calls.getFirst().at(), true, false, 0);
        Line ended = null;
        Line last = null;
        for (Line c : calls) {
            if (ended == null && !state(c).equals("WAITING")) ended = c;
            if (state(c).equals("REACHED")) last = c;
        }
        if (ended != null) {
            boolean reached = state(ended).equals("REACHED");
            put("reached", unit, ended.at(), reached, true, 0);
            if (reached)
                put(
                        "satisfied-first",
                        unit,
                        ended.at(),
                        ended.body().path("satisfiedFirst").booleanValue(),
                        true,
                        0);
        }
        if (last == null) return;
        put("solved", unit, last.at(), last.body().path("resolved").booleanValue(), true, 0);
        put("truthful", unit, last.at(), last.body().path("truthful").booleanValue(), true, 0);
        put("satisfied-final", unit, last.at(), last.body().path("satisfied").booleanValue(), true, 0);
    }

    private void appeal(List<Line> lines) {
        String unit = lines.getFirst().body().path("unit").asString("");
        for (Line l : lines) {
            if (l.type().equals("Received")) {
                over("taken", unit, l.at());
                for (String figure : List.of("answered-at-desk", "guided", "declined", "made-orders"))
                    put(figure, unit, l.at(), false, true, 0);
            }
            String outcome = l.body().path("outcome").asString("");
            if (Set.of("answered", "guided", "declined").contains(outcome)) over("answered-at-desk", unit, l.at());
            if (outcome.equals("guided")) over("guided", unit, l.at());
            if (outcome.equals("declined")) over("declined", unit, l.at());
            if (outcome.equals("order")) over("made-orders", unit, l.at());
            if (l.type().equals("ReviewRuled"))
                put(
                        "declines-overturned",
                        unit,
                        l.at(),
                        !l.body().path("upheld").booleanValue(),
                        true,
                        0);
        }
    }

    private static String state(Line call) {
        return call.body().path("state").stringValue();
    }

    private void supervision(List<Line> lines) {
        boolean late = false;
        for (Line l : lines) {
            String unit = l.body().path("unit").stringValue();
            if (l.type().equals("Issued"))
                over(
                        l.body().path("level").stringValue().equals("FIRST")
                                ? "first-supervisions"
                                : "second-supervisions",
                        unit,
                        l.at());
            boolean now = l.type().equals("Escalated")
                    || (l.type().equals("Answered")
                            && !l.at().isBefore(
                                            Instant.parse(l.body().path("due").stringValue())));
            if (now && !late) {
                late = true;
                over("late-supervisions", unit, l.at());
            }
        }
    }

    private static String lead(Line l) {
        JsonNode body = l.type().equals("Dispatched") ? l.body() : l.body().path("dispatched");
        return body.path("lead").stringValue();
    }

    private static @Nullable Instant earlier(@Nullable Instant a, JsonNode b) {
        if (!b.isString()) return a;
        Instant other = Instant.parse(b.stringValue());
        return a == null || other.isBefore(a) ? other : a;
    }

    private void over(String figure, String unit, Instant at) {
        put(figure, unit, at, true, false, 0);
    }

    private void put(String figure, String unit, Instant at, boolean over, boolean under, int value) {
        String month = at.atZone(SHANGHAI).toLocalDate().toString().substring(0, 7);
        cases.computeIfAbsent(figure, _ -> new ArrayList<>()).add(new Case(unit, month, over, under, value));
    }

    private boolean working(LocalDate day) {
        return worked.contains(day) || (day.getDayOfWeek().getValue() < 6 && !off.contains(day));
    }

    private Instant endOfWorkingDay(Instant from, int n) {
        LocalDate day = from.atZone(SHANGHAI).toLocalDate();
        for (int i = 0; i < n; ) {
            day = day.plusDays(1);
            if (working(day)) i++;
        }
        return day.plusDays(1).atStartOfDay(SHANGHAI).toInstant();
    }

    private int workingDays(Instant from, Instant to) {
        int n = 0;
        LocalDate last = to.atZone(SHANGHAI).toLocalDate();
        for (LocalDate d = from.atZone(SHANGHAI).toLocalDate().plusDays(1); !d.isAfter(last); d = d.plusDays(1))
            if (working(d)) n++;
        return n;
    }

    /** The value as it is written out: over, under and what it comes to. */
    static String written(String figure, List<Case> of) {
        long over = of.stream().filter(Case::over).count();
        long under = of.stream().filter(Case::under).count();
        List<Integer> values = of.stream().map(Case::value).sorted().toList();
        return switch (figure) {
            case "mean-hops", "mean-days" ->
                values.stream().mapToInt(Integer::intValue).sum() + "/" + values.size();
            case "median-days" -> {
                int n = values.size();
                yield (n % 2 == 1 ? 2 * values.get(n / 2) : values.get(n / 2 - 1) + values.get(n / 2)) + "/2";
            }
            case "p90-days" -> {
                int at = 0;
                while (10 * (at + 1) < 9 * values.size()) at++;
                yield values.get(at) + "/1";
            }
            case "taken",
                    "late-receipts",
                    "late-handlings",
                    "closed",
                    "first-supervisions",
                    "second-supervisions",
                    "late-supervisions" -> over + "/1";
            default -> over + "/" + under;
        };
    }

    /** Cases by unit, of a month. */
    Map<String, List<Case>> of(String figure, String month) {
        Map<String, List<Case>> by = new HashMap<>();
        for (Case c : cases.getOrDefault(figure, List.of()))
            if (c.month().equals(month))
                by.computeIfAbsent(c.unit(), _ -> new ArrayList<>()).add(c);
        return by;
    }
}
