package org.shouwen.channels.telephone;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event in the words of the platform's own intake; see {@code docs/channels/telephone.md}. */
final class NeutralEvent {
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private NeutralEvent() {}

    /**
     * @param type such as {@code offered}
     * @param id the same whenever the same is told
     */
    static NeutralEvent of(String type, String call, String id, Instant at) {
        return new NeutralEvent()
                .with("type", type)
                .with("call", call)
                .with("id", id)
                .with("at", at.toString());
    }

    NeutralEvent with(String field, @Nullable Object value) {
        if (value != null && !value.equals("")) fields.put(field, value);
        return this;
    }

    /** Milliseconds of a number of seconds; left out when it is none. */
    NeutralEvent seconds(String field, String value) {
        return value.matches("\\d{1,6}") ? with(field, Long.parseLong(value) * 1000) : this;
    }

    Map<String, @Nullable Object> fields() {
        return fields;
    }
}
