package org.shouwen.suggestion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.suggestion.UrgencyModel.Lesson;
import org.shouwen.suggestion.UrgencyParts.Part;
import org.shouwen.suggestion.UrgencyReader.Reading;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The product's own sentences with their kind, which teach the model ({@code suggestion/urgency-examples.jsonl}). */
final class UrgencyExamples {
    private static final String FILE = "/suggestion/urgency-examples.jsonl";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private static final int TURNS_EACH = 2;
    private static final CityPhraseMatcher NO_PHRASES = new CityPhraseMatcher(List.of(), "");

    private UrgencyExamples() {}

    /** The kinds that the model tells apart; {@code none} comes first. */
    static List<String> kinds() {
        return List.of(
                UrgencyJudgement.NONE,
                "sewage",
                "heating",
                "lift",
                "power",
                "manhole",
                "falling",
                "collapse",
                "fire",
                UrgencyJudgement.DANGER);
    }

    /** The model that tells the kinds apart. */
    static UrgencyModel kindsModel(UrgencyReader reader) {
        return UrgencyModel.taught(kinds(), lessons(reader, lines()));
    }

    /** Lessons of the examples themselves; of a long text only a quiet one says what each of its parts is. */
    static List<Lesson> lessons(UrgencyReader reader, List<String> rows) {
        List<Lesson> lessons = new ArrayList<>();
        for (String line : rows) {
            JsonNode row = row(line);
            int kind = kinds().indexOf(row.path("kind").asString());
            if (kind < 0) throw new IllegalStateException(FILE + ": unknown kind in " + line);
            Reading reading = reader.readAll(row.path("text").asString(), NO_PHRASES);
            List<Part> parts = UrgencyParts.parts(reading.text());
            if (parts.size() > 1 && kind > 0) continue;
            for (Part p : parts) lessons.add(new Lesson(reading.features(p.start(), p.end()), kind));
        }
        return lessons;
    }

    /** The model that tells alarms (0) from the same words past, settled, supposed or fenced off (1). */
    static UrgencyModel turnsModel(UrgencyReader reader) {
        UrgencyTurns turns = new UrgencyTurns(UrgencyLexicon.read("turns.yaml"));
        List<Lesson> lessons = new ArrayList<>();
        int place = 0;
        for (String line : lines()) {
            JsonNode row = row(line);
            String text = row.path("text").asString();
            String kind = row.path("kind").asString();
            if (kind.equals(UrgencyJudgement.NONE) || text.length() > UrgencyParts.PART) continue;
            lessons.add(whole(reader, text, 0));
            for (int i = 0; i < TURNS_EACH; i++, place++) {
                lessons.add(whole(reader, turns.kept(text, kind, place), 0));
                lessons.add(whole(reader, turns.quieted(text, kind, place), 1));
            }
        }
        return UrgencyModel.taught(List.of("loud", "quiet"), lessons);
    }

    private static Lesson whole(UrgencyReader reader, String text, int kind) {
        Reading reading = reader.readAll(text, NO_PHRASES);
        return new Lesson(reading.features(0, reading.text().length()), kind);
    }

    private static List<String> lines() {
        try (@Nullable InputStream in = UrgencyExamples.class.getResourceAsStream(FILE)) {
            if (in == null) throw new IllegalStateException(FILE + " is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(FILE + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode row(String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            throw new IllegalStateException(FILE + ": " + e.getOriginalMessage() + " in " + line, e);
        }
    }
}
