package org.shouwen.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.StoredFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What released versions have written, a file each: {@code golden/v1/entries/work_order/Dispatched.json}. */
public final class Golden {
    static final Path ROOT = Path.of("src/test/resources/golden");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Kinds whose bodies a {@link StoredFormat} reads: {@link #entries} holds them, {@link WrittenEntries} all others. */
    static final Set<String> BY_FORMAT = Set.of(
            "agent_day",
            "answer_used",
            "appeal",
            "article",
            "breach",
            "callback",
            "city_phrase",
            "closing_objection",
            "danger_alarm",
            "edition",
            "handover",
            "held_row",
            "held_table",
            "knowledge_flaw",
            "nuisance",
            "outage",
            "public_answer",
            "remark",
            "repeat",
            "row_alarm",
            "shift",
            "supervision",
            "warning",
            "warning_rule",
            "work_order");

    private Golden() {}

    /** Every entry of a subject's kind, of all versions: each is read, and what is written anew says the same. */
    public static <T> void entries(String kind, StoredFormat<T> format) {
        assertThat(BY_FORMAT).contains(kind);
        Map<String, String> all = files("entries/" + kind);
        assertThat(all).as("entries of " + kind).isNotEmpty();
        all.forEach((name, body) -> holds(kind + "/" + name, body, format));
    }

    /** Every event of a sealed type has a file, so that none is ever forgotten. */
    public static void complete(String kind, Class<?> events) {
        assertThat(files("entries/" + kind).keySet().stream().map(name -> name.substring(name.indexOf('/') + 1)))
                .containsAll(
                        Arrays.stream(events.getAnnotation(JsonSubTypes.class).value())
                                .map(JsonSubTypes.Type::name)
                                .toList());
    }

    /** Every file of a column's JSON. */
    public static <T> void columns(String column, StoredFormat<T> format) {
        Map<String, String> all = files("columns/" + column);
        assertThat(all).as(column).isNotEmpty();
        all.forEach((name, body) -> holds(column + "/" + name, body, format));
    }

    /** The files of a column that is no single record. */
    public static List<JsonNode> trees(String column) {
        return files("columns/" + column).values().stream().map(JSON::readTree).toList();
    }

    private static <T> void holds(String name, String body, StoredFormat<T> format) {
        T value = format.read(body);
        noGaps(name, value);
        String anew = format.write(value);
        assertThat(format.read(anew)).as(name).isEqualTo(value);
        covers(name, JSON.readTree(body), JSON.readTree(anew));
        assertThat(JSON.readTree(anew).path("v").asInt()).as(name).isEqualTo(format.version());
    }

    /** Nothing that was written is lost; what was added since may stand beside it. */
    private static void covers(String name, JsonNode before, JsonNode now) {
        if (!before.isObject()) {
            assertThat(now).as(name).isEqualTo(before);
            return;
        }
        for (String property : before.propertyNames())
            if (!property.equals("v")) covers(name + "." + property, before.get(property), now.path(property));
    }

    /** What was added since and is not in the file is read as its default, and as null only where null is allowed. */
    private static void noGaps(String name, Object value) {
        if (value instanceof Iterable<?> all) all.forEach(each -> noGaps(name, each));
        if (!value.getClass().isRecord() || !value.getClass().getName().startsWith("org.shouwen")) return;
        for (RecordComponent c : value.getClass().getRecordComponents()) {
            Object part = part(c, value);
            String of = name + "." + c.getName();
            if (part != null) noGaps(of, part);
            else assertThat(nullable(c.getAnnotatedType())).as(of + " is null").isTrue();
        }
    }

    private static boolean nullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object part(RecordComponent c, Object value) {
        try {
            c.getAccessor().setAccessible(true);
            return c.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A body for a test that plants an entry without its act. */
    public static JsonNode entry(String name) {
        return JSON.readTree(Objects.requireNonNull(newest(name), name));
    }

    /** The file of an entry's newest version, such as {@code account/PasswordChanged}; null where it has none. */
    static @Nullable String newest(String entry) {
        int slash = entry.indexOf('/');
        return files("entries/" + entry.substring(0, slash)).entrySet().stream()
                .filter(e -> e.getKey().endsWith(entry.substring(slash)))
                .reduce((_, later) -> later)
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    /** By version and name, such as {@code v1/Dispatched}. */
    static Map<String, String> files(String folder) {
        Map<String, String> all = new TreeMap<>();
        try (var versions = Files.newDirectoryStream(ROOT)) {
            for (Path version : versions) {
                if (!Files.isDirectory(version.resolve(folder))) continue;
                try (var files = Files.newDirectoryStream(version.resolve(folder), "*.json")) {
                    for (Path f : files)
                        all.put(
                                version.getFileName() + "/"
                                        + f.getFileName().toString().replace(".json", ""),
                                Files.readString(f).strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
