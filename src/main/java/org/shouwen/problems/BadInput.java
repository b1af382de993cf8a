package org.shouwen.problems;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was sent can't be taken as it is: which fields, and what to do about each. Status 422; nothing was changed. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param field as the form or API names it, such as {@code content} or {@code report.investigation}
     * @param key message key that tells what to do
     */
    public record Field(String field, String key, List<Object> args) {
        public Field(String field, String key, @Nullable Object... args) {
            this(
                    field,
                    key,
                    Arrays.stream(args).map(a -> a == null ? (Object) "" : a).toList());
        }
    }

    private final transient List<Field> fields;

    public BadInput(List<Field> fields) {
        super(fields.toString());
        this.fields = List.copyOf(fields);
    }

    public BadInput(String field, String key, @Nullable Object... args) {
        this(List.of(new Field(field, key, args)));
    }

    public List<Field> fields() {
        return fields;
    }
}
