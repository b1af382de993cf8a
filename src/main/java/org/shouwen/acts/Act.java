package org.shouwen.acts;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.shouwen.problems.BadInput;
import org.shouwen.regulation.Clause;

/**
 * An act that a person asks for: the clause it rests on, its fields, and what is made of them. Form and API are read by
 * {@link #read} and by nothing else, so that what is missing or ill-formed is the same problem at both.
 *
 * @param name the noun in the address: {@code POST /orders/{number}/extensions}
 * @param <C> what it is read as, such as a command of an order
 */
public record Act<C>(String name, Clause clause, List<Field> fields, Function<Given, C> makes) {
    public Act {
        fields = List.copyOf(fields);
    }

    public static <C> Act<C> of(String name, Clause clause, Function<Given, C> makes, Field... fields) {
        return new Act<>(name, clause, Arrays.asList(fields), makes);
    }

    /**
     * @param about what it is done to, for lookups that depend on it, such as the number of an order; may be empty
     * @throws BadInput naming every field that is missing or ill-formed
     */
    public C read(Raw raw, String about) {
        Map<String, Object> values = new HashMap<>();
        List<BadInput.Field> bad = new java.util.ArrayList<>();
        for (Field field : fields)
            try {
                Object value = Reader.read(field, raw);
                if (value != null) values.put(field.name(), value);
            } catch (BadInput e) {
                bad.addAll(e.fields());
            }
        if (!bad.isEmpty()) throw new BadInput(bad);
        return makes.apply(new Given(this, values, about));
    }

    public C read(Raw raw) {
        return read(raw, "");
    }

    Field field(String named) {
        return fields.stream()
                .filter(f -> f.name().equals(named))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("act " + name + " has no field " + named));
    }
}
