package org.shouwen.acts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.problems.WorkOrderNumber;

/** Reads one field: cleans it, measures it and gives it its type. */
final class Reader {
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    private static final String UNREADABLE = "problems.field.unreadable";

    private Reader() {}

    /**
     * @return text, integer, truth, instant, day, id or a list of texts or ids, as the field's kind is; null when not given
     * @throws BadInput naming the field
     */
    static @Nullable Object read(Field field, Raw raw) {
        String name = field.name();
        if (raw.unfit().contains(name)
                || (raw.lists().contains(name) && !field.kind().many())) throw new BadInput(name, UNREADABLE);
        List<String> given = new ArrayList<>();
        List<String> sent = raw.values().getOrDefault(name, List.of());
        for (String value : field.kind().many() ? sent : sent.stream().limit(1).toList()) {
            String clean = Text.optional(name, value, field.most());
            if (!clean.isEmpty()) given.add(known(field, clean));
        }
        if (given.isEmpty()) {
            if (field.required()) throw new BadInput(name, field.missing());
            return null;
        }
        return switch (field.kind()) {
            case TEXT -> given.getFirst();
            case NUMBER ->
                WorkOrderNumber.read(given.getFirst())
                        .map(WorkOrderNumber::text)
                        .orElse(given.getFirst());
            case INTEGER -> integer(name, given.getFirst());
            case YES_OR_NO -> truth(name, given.getFirst());
            case TIME -> time(name, given.getFirst());
            case DATE -> date(name, given.getFirst());
            case ID -> id(name, given.getFirst());
            case CODES -> List.copyOf(given);
            case IDS -> given.stream().map(v -> id(name, v)).toList();
        };
    }

    private static String known(Field field, String value) {
        if (!field.allowed().isEmpty() && !field.allowed().contains(value))
            throw new BadInput(field.name(), "problems.field.unknown", value);
        return value;
    }

    private static int integer(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new BadInput(name, UNREADABLE);
        }
    }

    private static boolean truth(String name, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no" -> false;
            default -> throw new BadInput(name, UNREADABLE);
        };
    }

    private static Instant time(String name, String value) {
        try {
            TemporalAccessor read =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(value, OffsetDateTime::from, LocalDateTime::from);
            OffsetDateTime at = read instanceof LocalDateTime local
                    ? local.atZone(CITY).toOffsetDateTime()
                    : OffsetDateTime.from(read);
            if (at.getYear() < FIRST_YEAR || at.getYear() > LAST_YEAR) throw new DateTimeException(value);
            return at.toInstant();
        } catch (DateTimeException e) {
            throw new BadInput(name, "problems.field.date");
        }
    }

    private static LocalDate date(String name, String value) {
        try {
            LocalDate day = LocalDate.parse(value);
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) throw new DateTimeException(value);
            return day;
        } catch (DateTimeException e) {
            throw new BadInput(name, UNREADABLE);
        }
    }

    private static UUID id(String name, String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw new BadInput(name, "problems.field.unknown", value);
        }
    }
}
