package org.shouwen.desk;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwen.problems.BadInput;

/** What a form that is kept says of itself, beside what was typed into it. */
final class DraftForm {
    /** What stands in a form of itself. */
    private static final Set<String> UNSAID = Set.of("key", "version", "subject", "channel", "rang", "typedAt");

    private DraftForm() {}

    /** Whether there is anything in it but what stands there of itself. */
    static boolean says(Map<String, String> form) {
        return form.entrySet().stream()
                .anyMatch(f -> !UNSAID.contains(f.getKey())
                        && !f.getValue().isBlank()
                        && !(f.getKey().equals("phone") && f.getValue().equals(form.get("rang"))));
    }

    static Optional<UUID> key(Map<String, String> form) {
        try {
            return Optional.of(UUID.fromString(form.getOrDefault("key", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String subject(Map<String, String> form) {
        String subject = form.getOrDefault("subject", Drafts.CALL);
        if (!subject.matches("[0-9-]{0,40}")) throw new BadInput("subject", "problems.field.unknown", subject);
        return subject;
    }

    /** Milliseconds of the clock of whoever typed; 0 when it does not say. */
    static long typedAt(Map<String, String> form) {
        String at = form.getOrDefault("typedAt", "");
        return at.matches("\\d{1,18}") ? Long.parseLong(at) : 0;
    }

    /** The key of what was typed into it after it was sent; the same however often that is kept before the page knows it. */
    static UUID after(UUID sent) {
        return UUID.nameUUIDFromBytes(("after " + sent).getBytes(StandardCharsets.US_ASCII));
    }
}
