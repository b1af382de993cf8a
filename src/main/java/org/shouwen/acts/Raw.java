package org.shouwen.acts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was sent, before anything is made of it: texts by the name of their field. A form and a JSON object that say the
 * same are the same here.
 *
 * @param unfit fields whose JSON value is an object or a list of lists, which no field is read from
 * @param lists fields that came as a JSON list: not read where one value is meant
 */
public record Raw(Map<String, List<String>> values, Set<String> unfit, Set<String> lists) {
    public static final Raw NOTHING = new Raw(Map.of(), Set.of(), Set.of());

    public Raw {
        values = Map.copyOf(values);
        unfit = Set.copyOf(unfit);
        lists = Set.copyOf(lists);
    }

    /** A form's fields, each with all its values. */
    public static Raw form(Map<String, List<String>> typed) {
        Map<String, List<String>> values = new HashMap<>();
        typed.forEach((name, given) -> values.put(name, List.copyOf(given)));
        return new Raw(values, Set.of(), Set.of());
    }

    /** A form whose fields have one value each. */
    public static Raw one(Map<String, String> typed) {
        Map<String, List<String>> values = new HashMap<>();
        typed.forEach((name, given) -> values.put(name, List.of(given)));
        return new Raw(values, Set.of(), Set.of());
    }

    /** A JSON object; null is the same as one without properties, and a property that is null as one that is not there. */
    public static Raw json(@Nullable ObjectNode body) {
        if (body == null) return NOTHING;
        Reading reading = new Reading();
        reading.object("", body);
        return new Raw(reading.values, reading.unfit, reading.lists);
    }

    /** The same with further values of a field. */
    public Raw and(String field, List<String> more) {
        if (more.isEmpty()) return this;
        Map<String, List<String>> all = new HashMap<>(values);
        List<String> given = new ArrayList<>(all.getOrDefault(field, List.of()));
        given.addAll(more);
        all.put(field, List.copyOf(given));
        return new Raw(all, unfit, lists);
    }

    private static final class Reading {
        private final Map<String, List<String>> values = new HashMap<>();
        private final Set<String> unfit = new HashSet<>();
        private final Set<String> lists = new HashSet<>();

        private void object(String before, JsonNode object) {
            object.properties().forEach(p -> put(before + p.getKey(), p.getValue()));
        }

        private void put(String name, JsonNode value) {
            if (value.isNull()) return;
            if (value.isObject()) {
                unfit.add(name);
                if (!name.contains(".")) object(name + ".", value);
            } else if (value.isArray()) {
                lists.add(name);
                if (value.valueStream().anyMatch(JsonNode::isContainer)) unfit.add(name);
                values.put(
                        name,
                        value.valueStream()
                                .filter(JsonNode::isValueNode)
                                .filter(i -> !i.isNull())
                                .map(JsonNode::asString)
                                .toList());
            } else values.put(name, List.of(value.asString()));
        }
    }
}
