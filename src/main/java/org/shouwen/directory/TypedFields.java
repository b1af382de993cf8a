package org.shouwen.directory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.history.Recorded;
import tools.jackson.databind.JsonNode;

/**
 * Which fields of a unit and of its officers were last set by a person, on a page or through the API, and not by an
 * import or by the system. Read from the unit's history, oldest entry first.
 */
final class TypedFields {
    /** Stands for the unit itself where an officer's id would stand. */
    static final String UNIT = "unit";

    private static final List<String> OF_UNIT =
            List.of("name", "kind", "head", "leaderInCharge", "desk", "phone", "parent");
    private static final List<String> OF_OFFICER = List.of("post", "phone");

    private final Map<String, Map<String, String>> values = new HashMap<>();
    private final Map<String, Set<String>> typed = new HashMap<>();

    void read(Recorded entry, JsonNode body) {
        switch (entry.type()) {
            case "UnitCreated", "UnitChanged" -> written(UNIT, entry, body, OF_UNIT);
            case "OfficerPut" -> written(body.path("id").asString(""), entry, body, OF_OFFICER);
            case UnitHistories.IMPORTED -> {
                Set<String> of = typed.getOrDefault(body.path("of").asString(""), new HashSet<>());
                body.path("fields").forEach(f -> of.remove(f.asString("")));
            }
            default -> {}
        }
    }

    private void written(String of, Recorded entry, JsonNode body, List<String> fields) {
        boolean person = entry.by().account() != null;
        Map<String, String> before = values.computeIfAbsent(of, _ -> new HashMap<>());
        for (String field : fields) {
            String now = body.path(field).toString();
            if (now.equals(before.put(field, now))) continue;
            Set<String> here = typed.computeIfAbsent(of, _ -> new HashSet<>());
            if (person) here.add(field);
            else here.remove(field);
        }
    }

    /** @param of {@link #UNIT}, or an officer's id */
    boolean typed(String of, String field) {
        return typed.getOrDefault(of, Set.of()).contains(field);
    }
}
