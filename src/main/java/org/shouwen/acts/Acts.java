package org.shouwen.acts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.shouwen.problems.NotFound;

/**
 * The table of the acts of one kind of thing, by name. What stands here is read by its forms and its API, and described in
 * the API's own description.
 *
 * @param subject how bodies are named there, such as {@code WorkOrder}
 */
public record Acts<C>(String subject, SequencedMap<String, Act<C>> byName) {
    public static <C> Acts<C> of(String subject, Collection<Act<C>> acts) {
        SequencedMap<String, Act<C>> byName = new LinkedHashMap<>();
        for (Act<C> act : acts)
            if (byName.put(act.name(), act) != null) throw new IllegalArgumentException("two acts " + act.name());
        return new Acts<>(subject, byName);
    }

    /** @throws NotFound when there is no such act */
    public Act<C> get(String name) {
        Act<C> act = byName.get(name);
        if (act == null) throw new NotFound("act", name);
        return act;
    }

    /** The operations of the API that read them: {@code POST /api/v1/work-orders/{number}/extensions} and its act. */
    public record Routes(String subject, Map<String, ? extends Act<?>> byOperation) {}
}
