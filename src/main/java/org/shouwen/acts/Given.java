package org.shouwen.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;

/**
 * The fields of an act as they were read: clean, of their type, and there where they are required. Asking for a field that
 * the act does not have is a fault of the program.
 */
public final class Given {
    private final Act<?> act;
    private final Map<String, Object> values;
    private final String about;

    Given(Act<?> act, Map<String, Object> values, String about) {
        this.act = act;
        this.values = values;
        this.about = about;
    }

    /** What the act is done to, as its reader was told. */
    public String about() {
        return about;
    }

    /** Empty when it was not given. */
    public String text(String name) {
        Object value = value(name);
        return value == null ? "" : (String) value;
    }

    public @Nullable String textOrNull(String name) {
        return (String) value(name);
    }

    /** A field that this act needs by what another one says. */
    public String need(String name) {
        String text = text(name);
        if (text.isEmpty()) throw new BadInput(name, act.field(name).missing());
        return text;
    }

    /** False when it was not given. */
    public boolean yes(String name) {
        return Boolean.TRUE.equals(value(name));
    }

    public boolean has(String name) {
        return value(name) != null;
    }

    public int integer(String name) {
        return (Integer) Objects.requireNonNull(value(name), name);
    }

    public Instant time(String name) {
        return (Instant) Objects.requireNonNull(value(name), name);
    }

    public @Nullable Instant timeOrNull(String name) {
        return (Instant) value(name);
    }

    public LocalDate date(String name) {
        return (LocalDate) Objects.requireNonNull(value(name), name);
    }

    public UUID id(String name) {
        return (UUID) Objects.requireNonNull(value(name), name);
    }

    public @Nullable UUID idOrNull(String name) {
        return (UUID) value(name);
    }

    /** Texts of {@link Field.Kind#CODES}; none when it was not given. */
    public List<String> codes(String name) {
        return list(name, String.class);
    }

    public List<UUID> ids(String name) {
        return list(name, UUID.class);
    }

    /** A constant of {@link Field#oneOf}. */
    public <E extends Enum<E>> E one(String name, Class<E> of) {
        return Enum.valueOf(of, text(name));
    }

    private <T> List<T> list(String name, Class<T> of) {
        Object value = value(name);
        return value == null
                ? List.of()
                : ((List<?>) value).stream().map(of::cast).toList();
    }

    private @Nullable Object value(String name) {
        return values.get(act.field(name).name());
    }
}
