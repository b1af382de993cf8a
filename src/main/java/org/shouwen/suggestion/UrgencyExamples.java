package org.shouwen.suggestion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.suggestion.UrgencyModel.Lesson;
import org.shouwen.suggestion.UrgencyReader.Part;
import org.shouwen.suggestion.UrgencyReader.Reading;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The product's own sentences with their kind, which teach the model ({@code suggestion/urgency-examples.jsonl}). */
final class UrgencyExamples {
    private static final String FILE = "/suggestion/urgency-examples.jsonl";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

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

    static UrgencyModel teach(UrgencyReader reader) {
        CityPhrases none = new CityPhrases(List.of(), "");
        List<Lesson> lessons = new ArrayList<>();
        for (String line : lines()) {
            JsonNode row = row(line);
            int kind = kinds().indexOf(row.path("kind").asString());
            if (kind < 0) throw new IllegalStateException(FILE + ": unknown kind in " + line);
            Reading reading = reader.read(row.path("text").asString(), none);
            List<Part> parts = UrgencyReader.parts(reading.text());
            boolean whole = parts.size() == 1;
            // of a long text only the quiet ones say what each of their parts is
            if (!whole && kind != 0) continue;
            for (Part p : parts) lessons.add(new Lesson(reading.features(p.start(), p.end()), kind));
        }
        return UrgencyModel.taught(kinds(), lessons);
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
