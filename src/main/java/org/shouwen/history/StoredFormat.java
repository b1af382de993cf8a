package org.shouwen.history;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a record is written as JSON that outlives its class: in the journal, in a sealed row or in a column that is read
 * for ever. The last property of the JSON, {@code v}, is the version of the format; JSON without it has version 1. The
 * names of a sealed type are those of its {@link JsonSubTypes} and never those of its classes.
 *
 * <p>A component that is added later is absent in what was written before and is read as null, 0, false or, with
 * {@code @JsonSetter(nulls = Nulls.AS_EMPTY)}, as an empty text or list: no new version is needed. A component that is
 * renamed or means something else needs one: {@link #then}.
 *
 * @param <T> a record, or a sealed interface of records
 */
public final class StoredFormat<T> {
    /** Independent of how the API writes JSON: a setting for the API must not change a stored format. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final String VERSION = "v";
    private static final int FIRST = 1;

    private final Class<T> type;
    private final ObjectWriter writer;
    private final ObjectReader reader;
    private final Map<Class<?>, String> names;
    private final List<UnaryOperator<ObjectNode>> steps;
    private final String end;

    private StoredFormat(Class<T> type, Map<Class<?>, String> names, List<UnaryOperator<ObjectNode>> steps) {
        this.type = type;
        this.writer = JSON.writerFor(type);
        this.reader = JSON.readerFor(type);
        this.names = names;
        this.steps = List.copyOf(steps);
        this.end = end(FIRST + steps.size());
    }

    /**
     * The format in its first version.
     *
     * @throws IllegalArgumentException when a record of a sealed type has no name, or a component is called {@code v}
     */
    public static <T> StoredFormat<T> of(Class<T> type) {
        Map<Class<?>, String> names = names(type);
        List<Class<?>> records =
                type.isSealed() ? Arrays.asList(type.getPermittedSubclasses()) : List.<Class<?>>of(type);
        for (Class<?> each : records) {
            if (type.isSealed() && !names.containsKey(each))
                throw new IllegalArgumentException(
                        each.getName() + " has no name in @JsonSubTypes of " + type.getName());
            if (each.isRecord()
                    && Arrays.stream(each.getRecordComponents())
                            .anyMatch(c -> c.getName().equals(VERSION)))
                throw new IllegalArgumentException(each.getName() + " has a component called " + VERSION);
        }
        return new StoredFormat<>(type, names, List.of());
    }

    /**
     * The next version of the format.
     *
     * @param step makes JSON of the version before into JSON of this one
     */
    public StoredFormat<T> then(UnaryOperator<ObjectNode> step) {
        List<UnaryOperator<ObjectNode>> all = new ArrayList<>(steps);
        all.add(step);
        return new StoredFormat<>(type, names, all);
    }

    /** The version that is written. */
    public int version() {
        return FIRST + steps.size();
    }

    /** The value as JSON with its version. */
    public String write(T value) {
        return ended(writer.writeValueAsString(value), end);
    }

    /**
     * The value of JSON of this version or an earlier one.
     *
     * @throws IllegalStateException when a later version of the program wrote it
     */
    public T read(String json) {
        if (json.endsWith(end) || (steps.isEmpty() && !saysVersion(json))) return reader.readValue(json);
        ObjectNode tree = (ObjectNode) JSON.readTree(json);
        int version = tree.path(VERSION).asInt(FIRST);
        if (version > version())
            throw new IllegalStateException(
                    "%s of version %d was written by a later version of the program; this one knows %d"
                            .formatted(type.getSimpleName(), version, version()));
        for (UnaryOperator<ObjectNode> step : steps.subList(version - FIRST, steps.size())) tree = step.apply(tree);
        return reader.readValue(tree);
    }

    /** The name of an event as the journal keeps it. */
    public String name(T event) {
        String name = names.get(event.getClass());
        if (name == null) throw new IllegalStateException(event.getClass() + " has no name");
        return name;
    }

    /** JSON of an object with a version: its own, or the first when it says none. */
    static String versioned(String json) {
        return saysVersion(json) ? json : ended(json, end(FIRST));
    }

    static String withoutVersion(String json) {
        if (!saysVersion(json)) return json;
        String before = json.substring(0, json.lastIndexOf('"' + VERSION + "\":"));
        return (before.endsWith(",") ? before.substring(0, before.length() - 1) : before) + "}";
    }

    /** Whether the last property is a version; a text that looks like one has its quotation marks escaped. */
    private static boolean saysVersion(String json) {
        int at = json.length() - 2;
        while (at > 0 && Character.isDigit(json.charAt(at))) at--;
        String mark = "\"" + VERSION + "\":";
        int from = at + 1 - mark.length();
        return at < json.length() - 2
                && from > 0
                && json.startsWith(mark, from)
                && (json.charAt(from - 1) == ',' || json.charAt(from - 1) == '{');
    }

    private static String ended(String json, String end) {
        int last = json.length() - 1;
        return last == 1 ? "{" + end.substring(1) : json.substring(0, last) + end;
    }

    private static String end(int version) {
        return ",\"" + VERSION + "\":" + version + "}";
    }

    private static Map<Class<?>, String> names(Class<?> type) {
        JsonSubTypes all = type.getAnnotation(JsonSubTypes.class);
        return all == null
                ? Map.of()
                : Arrays.stream(all.value())
                        .collect(Collectors.toUnmodifiableMap(JsonSubTypes.Type::value, JsonSubTypes.Type::name));
    }
}
