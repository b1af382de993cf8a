package org.shouwen.desk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.desk.CallEvent.Kind;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;

/** Reads an event as telephone systems send it: a JSON object whose values may be texts, numbers or truths. */
final class CallEventReader {
    /** A clock that is off by less counts as right: what is sent is some moments old. */
    static final Duration SMALL = Duration.ofMinutes(1);

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final long LONGEST_MS = Duration.ofDays(7).toMillis();
    private static final int ID = 200;

    private final Map<String, ? extends @Nullable Object> fields;

    private CallEventReader(Map<String, ? extends @Nullable Object> fields) {
        this.fields = fields;
    }

    /**
     * @param skew of the source's clock, as the batch showed it
     * @param arrived our time
     * @throws BadInput naming the field
     */
    static CallEvent read(
            String source, Map<String, ? extends @Nullable Object> fields, Duration skew, Instant arrived) {
        return new CallEventReader(fields).event(source, skew, arrived);
    }

    /**
     * How far the source's clock is behind ours; zero when it is right, says nothing of itself or can not be read: the
     * events matter more.
     */
    static Duration skew(@Nullable String sentAt, Instant arrived) {
        if (sentAt == null || sentAt.isBlank()) return Duration.ZERO;
        try {
            return beyond(Duration.between(time("sentAt", sentAt), arrived));
        } catch (BadInput e) {
            return Duration.ZERO;
        }
    }

    private static Duration beyond(Duration skew) {
        return skew.abs().compareTo(SMALL) <= 0
                ? Duration.ZERO
                : skew.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }

    private CallEvent event(String source, Duration skew, Instant arrived) {
        String type = required("type", 40);
        Kind kind = Kind.named(type).orElseThrow(() -> new BadInput("type", "problems.field.unknown", type));
        Instant at = time("at", required("at", 60));
        // nothing has happened yet that is told: such a clock is ahead
        Duration ahead = skew.isZero() && at.isAfter(arrived.plus(SMALL)) ? Duration.between(at, arrived) : skew;
        String agent = kind == Kind.RINGING || kind.ofAgent() ? required("agent", 100) : optional("agent", 100);
        String direction = optional("direction", 10);
        if (!direction.matches("|in|out")) throw new BadInput("direction", "problems.field.unknown", direction);
        String sha256 = optional("sha256", 64).toLowerCase(java.util.Locale.ROOT);
        if (!sha256.matches("|[0-9a-f]{64}")) throw new BadInput("sha256", "problems.field.unreadable");
        return new CallEvent(
                source,
                required("id", ID),
                kind,
                kind.ofAgent() ? optional("call", ID) : required("call", ID),
                at,
                ahead,
                direction.equals("out"),
                truth("urgent"),
                head("caller"),
                optional("called", 100),
                optional("queue", 100),
                agent,
                number("waitedMs"),
                number("rangMs"),
                number("talkedMs"),
                number("afterMs"),
                optional("side", 20),
                optional("cause", 100),
                kind == Kind.RECORDING_READY ? required("recording", 500) : optional("recording", 500),
                sha256,
                rating(kind),
                optional("dial", ID),
                truth("fromLog"));
    }

    private String text(String field) {
        Object value = fields.get(field);
        if (value == null) return "";
        if (value instanceof String || value instanceof Number || value instanceof Boolean) return value.toString();
        throw new BadInput(field, "problems.field.unreadable");
    }

    private String required(String field, int most) {
        return Text.required(field, text(field), most);
    }

    private String optional(String field, int most) {
        return Text.optional(field, text(field), most);
    }

    /** The number is a hint: whatever stands for it, the call is there. */
    private String head(String field) {
        Object value = fields.get(field);
        String sent = value == null ? "" : value.toString();
        return Text.clean(sent.substring(0, Math.min(sent.length(), 400)).replaceAll("\\p{Cntrl}", " "));
    }

    private boolean truth(String field) {
        String value = text(field);
        if (!value.matches("|true|false")) throw new BadInput(field, "problems.field.unreadable");
        return value.equals("true");
    }

    private @Nullable Long number(String field) {
        String value = text(field);
        if (value.isBlank()) return null;
        if (!value.matches("\\d{1,10}") || Long.parseLong(value) > LONGEST_MS)
            throw new BadInput(field, "problems.field.unreadable");
        return Long.valueOf(value);
    }

    private @Nullable Integer rating(Kind kind) {
        String value = kind == Kind.RATING ? required("rating", 2) : text("rating");
        if (value.isBlank()) return null;
        if (!value.matches("[1-5]")) throw new BadInput("rating", "problems.field.unreadable");
        return Integer.valueOf(value);
    }

    private static Instant time(String field, String text) {
        try {
            Instant at =
                    OffsetDateTime.parse(text.strip()).toInstant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
            if (at.isAfter(EARLIEST) && at.isBefore(LATEST)) return at;
        } catch (DateTimeException e) {
            // said below
        }
        throw new BadInput(field, "desk.bad.call-time");
    }
}
