package org.shouwen.channels.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What readers were promised stays; what is no code, time or digest has no way out; each type was decided on. */
class EventSchemaTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path NOW = Path.of("src/main/resources/events/v1.schema.json");
    private static final Path PROMISED = Path.of("src/test/resources/golden/events/v1.schema.json");
    private static final Path STORED = Path.of("src/test/resources/golden/v1");
    private final EventSchema schema = new EventSchema();

    /** A change that would break a reader: a type or field gone, of another form, or no longer certain to be there. */
    static List<String> breaks(JsonNode promised, JsonNode now) {
        List<String> broken = new ArrayList<>();
        for (Map.Entry<String, JsonNode> type : promised.path("$defs").properties()) {
            JsonNode there = now.path("$defs").path(type.getKey());
            if (there.isMissingNode()) {
                broken.add(type.getKey() + " is gone");
                continue;
            }
            for (Map.Entry<String, JsonNode> f :
                    type.getValue().path("properties").properties()) {
                JsonNode field = there.path("properties").path(f.getKey());
                for (String of : List.of("type", "format", "pattern", "x-opaque", "x-from"))
                    if (!field.path(of).equals(f.getValue().path(of)))
                        broken.add(type.getKey() + "." + f.getKey() + " has another " + of);
            }
            Set<String> certain = words(there.path("required"));
            for (String f : words(type.getValue().path("required")))
                if (!certain.contains(f)) broken.add(type.getKey() + "." + f + " may be missing");
        }
        return broken;
    }

    private static Set<String> words(JsonNode list) {
        Set<String> words = new TreeSet<>();
        list.forEach(n -> words.add(n.asString()));
        return words;
    }

    @Test
    void no_reader_of_the_released_schema_is_broken() throws IOException {
        assertThat(breaks(JSON.readTree(Files.readString(PROMISED)), JSON.readTree(Files.readString(NOW))))
                .as("make events/v2.schema.json beside it; readers of v1 go on")
                .isEmpty();
    }

    @Test
    void a_change_that_breaks_readers_is_seen() {
        JsonNode promised = JSON.readTree(
                "{\"$defs\":{\"a.B\":{\"properties\":{\"c\":{\"type\":\"string\"},\"d\":{\"type\":\"integer\"}},\"required\":[\"c\"]},\"a.E\":{}}}");
        JsonNode now =
                JSON.readTree("{\"$defs\":{\"a.B\":{\"properties\":{\"c\":{\"type\":\"integer\"},\"new\":{}}}}}");
        assertThat(breaks(promised, now))
                .containsExactlyInAnyOrder(
                        "a.B.c has another type", "a.B.d has another type", "a.B.c may be missing", "a.E is gone");
        assertThat(breaks(promised, promised)).isEmpty();
    }

    @Test
    void every_type_of_the_journal_leaves_or_stands_among_those_that_do_not_with_the_reason() throws IOException {
        Set<String> stay = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("src/main/resources/events/internal.txt"))) {
            if (line.startsWith("#") || line.isBlank()) continue;
            String[] parts = line.split(" : ", 2);
            assertThat(parts).as(line).hasSize(2);
            stay.add(parts[0]);
        }
        Set<String> undecided = new TreeSet<>();
        for (String entry : entries())
            if (!schema.types().contains(entry.replace('/', '.'))
                    && !stay.contains(entry)
                    && !stay.contains(entry.replaceAll("/.*", "/*"))) undecided.add(entry);
        assertThat(undecided).isEmpty();
    }

    private static Set<String> entries() throws IOException {
        Set<String> all = new TreeSet<>();
        for (String line : Files.readAllLines(STORED.resolve("names.txt")))
            if (line.startsWith("entries: "))
                all.addAll(List.of(line.substring(9).split(", ", -1)));
        golden().forEach(f -> all.add(name(f)));
        return all;
    }

    private static String name(Path file) {
        return Objects.requireNonNull(file.getParent()).getFileName() + "/"
                + file.getFileName().toString().replace(".json", "");
    }

    private static List<Path> golden() throws IOException {
        try (Stream<Path> files = Files.walk(STORED.resolve("entries"))) {
            return files.filter(f -> f.toString().endsWith(".json")).toList();
        }
    }

    @Test
    void of_everything_that_was_ever_stored_no_word_leaves_and_what_is_certain_is_there() throws IOException {
        JsonNode defs = JSON.readTree(Files.readString(NOW)).path("$defs");
        int left = 0;
        for (Path file : golden()) {
            String type = name(file).replace('/', '.');
            var data = schema.data(type, Files.readString(file), id -> "0".repeat(32));
            if (data.isEmpty()) continue;
            left++;
            String out = JSON.writeValueAsString(data.get());
            assertThat(out).as(type).matches("[\\x00-\\x7F]*").doesNotContain("示例", "Digest", "01a2214e");
            assertThat(data.get().keySet())
                    .as(type)
                    .containsAll(words(defs.path(type).path("required")));
        }
        assertThat(left).isGreaterThan(40);
    }

    @Test
    void a_text_where_a_code_should_be_stays_inside() {
        String planted =
                "{\"lead\":\"何其正 13800008888\",\"limitClass\":\"ordinary\",\"receipt\":{\"at\":\"昨天\"},\"note\":\"x\"}";
        assertThat(schema.data("work_order.Dispatched", planted, id -> "").orElseThrow())
                .isEqualTo(Map.of("limitClass", "ordinary"));
        assertThat(schema.data("account.Created", "{}", id -> "")).isEmpty();
        assertThat(schema.matching(List.of("outage.*"))).hasSize(4);
    }
}
