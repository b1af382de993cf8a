package org.shouwen.regulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** All that differs between two editions, whatever an edition says: nothing is chosen, so that nothing is left out. */
public final class EditionDifferences {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private EditionDifferences() {}

    /**
     * One thing that differs.
     *
     * @param part the edition's component, such as {@code callback}
     * @param where within it, such as {@code ratePercent} or {@code abusive.name}; empty for the component itself
     * @param now what holds; empty where it has none
     * @param then what the draft says; empty where it has none
     */
    public record Difference(String part, String where, String now, String then) {}

    /** In the order in which an edition has its parts. */
    public static List<Difference> between(Edition now, Edition then) {
        Map<String, String> before = flat(now);
        Map<String, String> after = flat(then);
        Map<String, String> all = new LinkedHashMap<>(before);
        all.putAll(after);
        List<Difference> differences = new ArrayList<>();
        for (String path : all.keySet()) {
            String a = before.getOrDefault(path, "");
            String b = after.getOrDefault(path, "");
            if (Objects.equals(a, b)) continue;
            int dot = path.indexOf('.');
            differences.add(new Difference(
                    dot < 0 ? path : path.substring(0, dot), dot < 0 ? "" : path.substring(dot + 1), a, b));
        }
        return differences;
    }

    /** The path of whatever an edition says, such as {@code callback.tries}. */
    static Set<String> fields(Edition edition) {
        return flat(edition).keySet();
    }

    private static Map<String, String> flat(Edition edition) {
        Map<String, String> flat = new LinkedHashMap<>();
        add("", JSON.valueToTree(edition), flat);
        return flat;
    }

    /** An entry of a list is known by its code, wherever it stands; a word of a list by itself. */
    private static void add(String path, JsonNode node, Map<String, String> flat) {
        String dot = path.isEmpty() ? "" : path + ".";
        if (node.isObject()) node.properties().forEach(p -> add(dot + p.getKey(), p.getValue(), flat));
        else if (node.isArray())
            node.forEach(n -> {
                if (n.isObject() && n.has("code")) add(dot + n.get("code").asString(), n, flat);
                else flat.merge(path, text(n), (a, b) -> a + "、" + b);
            });
        else flat.put(path, text(node));
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.asString() : node.isNull() ? "" : node.toString();
    }
}
