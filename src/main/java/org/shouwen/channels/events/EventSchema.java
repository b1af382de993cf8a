package org.shouwen.channels.events;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What leaves of an event: the fields of its type in {@code events/v1.schema.json} and no others, each only when it is what
 * the schema says. The schema is the mask: a text that is no code, no time and no digest has no way out (Art. 21).
 */
final class EventSchema {
    static final String VERSION = "v1";
    private static final String FILE = "/events/" + VERSION + ".schema.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Field(
            String name,
            String from,
            String type,
            String format,
            boolean opaque,
            @Nullable Pattern pattern) {}

    private final Map<String, Map<String, Field>> types = new LinkedHashMap<>();

    EventSchema() {
        try (InputStream in = Objects.requireNonNull(EventSchema.class.getResourceAsStream(FILE), FILE)) {
            for (Map.Entry<String, JsonNode> each :
                    JSON.readTree(in).path("$defs").properties()) {
                Map<String, Field> fields = new LinkedHashMap<>();
                for (Map.Entry<String, JsonNode> p :
                        each.getValue().path("properties").properties()) fields.put(p.getKey(), field(p));
                types.put(each.getKey(), fields);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field(Map.Entry<String, JsonNode> p) {
        JsonNode s = p.getValue();
        String pattern = s.path("pattern").asString("");
        return new Field(
                p.getKey(),
                s.path("x-from").asString("/" + p.getKey()),
                s.path("type").asString(""),
                s.path("format").asString(""),
                s.path("x-opaque").asBoolean(false),
                pattern.isEmpty() ? null : Pattern.compile(pattern));
    }

    /** Types such as {@code work_order.Dispatched}. */
    Set<String> types() {
        return Set.copyOf(types.keySet());
    }

    /** Types that one of these patterns fits: a type, {@code kind.*} or {@code *}. */
    Set<String> matching(java.util.Collection<String> patterns) {
        return types.keySet().stream()
                .filter(t -> patterns.stream().anyMatch(p -> fits(p, t)))
                .collect(Collectors.toSet());
    }

    private static boolean fits(String pattern, String type) {
        return pattern.equals("*")
                || pattern.equals(type)
                || (pattern.endsWith(".*") && type.startsWith(pattern.substring(0, pattern.length() - 1)));
    }

    /**
     * @param opaque an id as the receiver knows it
     * @return empty when nothing of this type leaves
     */
    Optional<Map<String, Object>> data(String type, String body, Function<UUID, String> opaque) {
        Map<String, Field> fields = types.get(type);
        if (fields == null) return Optional.empty();
        JsonNode entry = JSON.readTree(body);
        Map<String, Object> data = new LinkedHashMap<>();
        fields.forEach((name, f) -> {
            Object value = value(f, entry.at(f.from()), opaque);
            if (value != null) data.put(name, value);
        });
        return Optional.of(data);
    }

    private static @Nullable Object value(Field f, JsonNode node, Function<UUID, String> opaque) {
        return switch (f.type()) {
            case "boolean" -> node.isBoolean() ? (Object) node.booleanValue() : null;
            case "integer" -> node.isIntegralNumber() ? (Object) node.longValue() : null;
            case "string" -> node.isString() ? text(f, node.stringValue(), opaque) : null;
            default -> null;
        };
    }

    private static @Nullable String text(Field f, String text, Function<UUID, String> opaque) {
        try {
            if (f.opaque()) return opaque.apply(UUID.fromString(text));
            if (f.format().equals("date-time")) return Instant.parse(text).toString();
            if (f.format().equals("date")) return LocalDate.parse(text).toString();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return null;
        }
        return f.pattern() != null && f.pattern().matcher(text).matches() ? text : null;
    }
}
