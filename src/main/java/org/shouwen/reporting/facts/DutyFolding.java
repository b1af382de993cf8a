package org.shouwen.reporting.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.history.Recorded;
import org.shouwen.history.Subject;
import org.shouwen.regulation.Editions;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what was journalled of units' own duties: filing, upkeep, shifts, knowledge; and of warnings. */
@Component
class DutyFolding {
    private static final List<String> UPKEEPS = List.of("KNOWLEDGE", "DIRECTORY");
    private static final Set<String> STOOD = Set.of("CAME", "NO_SHOW");

    private final Directory directory;
    private final Editions editions;
    private final JsonMapper json;

    DutyFolding(Directory directory, Editions editions, JsonMapper json) {
        this.directory = directory;
        this.editions = editions;
        this.json = json;
    }

    Map<UUID, Folded> units(Map<Subject, List<Recorded>> histories, Instant now) {
        Map<UUID, String> codes = new HashMap<>();
        for (Unit u : directory.units())
            codes.put(Subject.of("unit", u.id().code()).id(), u.id().code());
        UnitFold.Asked asked = new UnitFold.Asked(
                editions.current(LocalDate.MIN).effective(),
                UPKEEPS,
                day -> editions.current(day).upkeepDays());
        Map<UUID, Folded> folded = new LinkedHashMap<>();
        histories.forEach((subject, history) -> {
            String code = codes.get(subject.id());
            if (code == null) return;
            List<UnitFold.Step> steps = new ArrayList<>(history.size());
            for (Recorded r : history) {
                JsonNode n = json.readTree(r.body());
                steps.add(new UnitFold.Step(
                        r.type(),
                        r.at(),
                        n.path("what").asString(""),
                        n.path("active").asBoolean(true)));
            }
            folded.put(subject.id(), UnitFold.of(code, steps, asked, now));
        });
        return folded;
    }

    /** A shift counts when somebody noted whether its unit came. */
    Map<UUID, Folded> shifts(Map<Subject, List<Recorded>> histories) {
        return last(histories, n -> {
            String state = n.path("state").asString("");
            if (!STOOD.contains(state)) return Folded.NOTHING;
            Fact shift = Fact.on(
                    LocalDate.parse(n.path("day").asString()),
                    n.path("unit").asString(""),
                    new Heading("", "", "", "", ""));
            return new Folded(List.of(shift.with(Counted.SHIFT, state.equals("CAME"))), null);
        });
    }

    Map<UUID, Folded> articles(Map<Subject, List<Recorded>> histories, Instant now) {
        Map<UUID, Folded> folded = new LinkedHashMap<>();
        histories.forEach((subject, history) -> {
            List<KnowledgeFold.Step> steps = new ArrayList<>(history.size());
            for (Recorded r : history) {
                JsonNode n = json.readTree(r.body());
                steps.add(new KnowledgeFold.Step(
                        r.type(),
                        r.at(),
                        n.path("content").path("unit").asString(""),
                        LocalDate.parse(n.path("reviewBy").asString())));
            }
            folded.put(subject.id(), KnowledgeFold.article(steps, UnitFold.day(now)));
        });
        return folded;
    }

    Map<UUID, Folded> flaws(Map<Subject, List<Recorded>> histories, Instant now) {
        return last(
                histories,
                n -> KnowledgeFold.flaw(
                        new KnowledgeFold.Report(
                                Instant.parse(n.path("at").asString()),
                                n.path("unit").asString(""),
                                LocalDate.parse(n.path("due").asString()),
                                instant(n, "settled")),
                        UnitFold.day(now)));
    }

    Map<UUID, Folded> answersUsed(Map<Subject, List<Recorded>> histories) {
        return last(histories, n -> {
            Heading appeal = new Heading(n.path("appeal").asString(""), "", "", "", "");
            Fact used = Fact.at(
                    Instant.parse(n.path("at").asString()), n.path("unit").asString(""), "", appeal);
            return new Folded(List.of(used.with(Counted.ANSWER_USED)), null);
        });
    }

    /** Raised when its first evidence says so; ruled on as it stands. */
    Map<UUID, Folded> warnings(Map<Subject, List<Recorded>> histories) {
        Map<UUID, Folded> folded = new LinkedHashMap<>();
        histories.forEach((subject, history) -> {
            JsonNode n = json.readTree(history.getLast().body());
            JsonNode ruling = n.path("ruling").path("confirmed");
            folded.put(
                    subject.id(),
                    WarningFold.of(new WarningFold.Stands(
                            history.getFirst().at(),
                            n.path("number").asString(""),
                            n.path("unit").asString(""),
                            n.path("signal").asString("").equals("SAME_MATTER"),
                            json.readTree(history.getFirst().body())
                                    .path("count")
                                    .asInt(0),
                            ruling.isBoolean() ? ruling.booleanValue() : null,
                            n.path("state").asString("").equals("JOINED"))));
        });
        return folded;
    }

    private Map<UUID, Folded> last(Map<Subject, List<Recorded>> histories, Function<JsonNode, Folded> fold) {
        Map<UUID, Folded> folded = new LinkedHashMap<>();
        histories.forEach((subject, history) -> folded.put(
                subject.id(), fold.apply(json.readTree(history.getLast().body()))));
        return folded;
    }

    private static @Nullable Instant instant(JsonNode n, String field) {
        return n.path(field).isString() ? Instant.parse(n.path(field).stringValue()) : null;
    }
}
