package org.shouwen.shell;

import io.swagger.v3.oas.models.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The types of the language as they are written in JSON, each time a schema of its own. */
final class JsonTypes {
    private JsonTypes() {}

    /** Null for any other type. */
    static @Nullable Schema<?> of(Class<?> type) {
        if (type == String.class) return typed("string", null);
        if (type == UUID.class) return typed("string", "uuid");
        if (type == Instant.class) return typed("string", "date-time");
        if (type == LocalDate.class) return typed("string", "date");
        if (type == LocalTime.class || type == YearMonth.class) return typed("string", null);
        if (type == boolean.class || type == Boolean.class) return typed("boolean", null);
        if (type == int.class || type == Integer.class) return typed("integer", "int32");
        if (type == long.class || type == Long.class) return typed("integer", "int64");
        if (type == double.class || type == Double.class) return typed("number", "double");
        return null;
    }

    private static Schema<?> typed(String type, @Nullable String format) {
        Schema<?> schema = new Schema<>().type(type);
        if (format != null) schema.format(format);
        return schema;
    }
}
