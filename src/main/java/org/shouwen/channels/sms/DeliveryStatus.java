package org.shouwen.channels.sms;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a gateway's word of a status report means: SMPP and CMPP words, and kannel's numbers (1, 2, 4, 8, 16). Pure. */
public enum DeliveryStatus {
    DELIVERED,
    FAILED,
    /** Accepted, waiting, on its way: says nothing yet. */
    UNDERWAY;

    private static final Set<String> GOOD = Set.of("DELIVRD", "DELIVERED", "1");
    private static final Set<String> BAD = Set.of(
            "UNDELIV",
            "UNDELIVERABLE",
            "EXPIRED",
            "DELETED",
            "REJECTD",
            "REJECTED",
            "FAILED",
            "UNKNOWN",
            "SKIPPED",
            "2",
            "16");
    private static final Set<String> OPEN =
            Set.of("ENROUTE", "ACCEPTD", "ACCEPTED", "QUEUED", "BUFFRED", "BUFFERED", "SENT", "SCHEDULED", "4", "8");

    /** Empty when it is no word of a report. CMPP operators also report four characters of their own: those failed. */
    public static Optional<DeliveryStatus> of(String word) {
        String w = word.strip().toUpperCase(Locale.ROOT);
        if (GOOD.contains(w)) return Optional.of(DELIVERED);
        if (BAD.contains(w) || w.matches("[A-Z]{2}[:A-Z]\\d{3,4}")) return Optional.of(FAILED);
        return OPEN.contains(w) ? Optional.of(UNDERWAY) : Optional.empty();
    }
}
