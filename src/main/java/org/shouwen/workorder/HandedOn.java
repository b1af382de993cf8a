package org.shouwen.workorder;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;

/** What of an order was handed to the petition office or reported to a city leader (Art. 18, 19); its keeper says. */
public interface HandedOn {
    /**
     * One handover or special report.
     *
     * @param kind {@code PETITION} or {@code SPECIAL_REPORT}
     * @param number by which people know it
     * @param due until when an answer is awaited
     * @param reason empty where the reader's unit did not write it
     * @param answer empty while there is none
     */
    record Entry(
            String kind,
            String number,
            String recipient,
            Instant handedAt,
            String handedBy,
            Instant due,
            boolean provisional,
            String reason,
            @Nullable Instant answeredAt,
            String answer) {}

    /** Oldest first. */
    List<Entry> of(String orderNumber, CurrentUser by);
}
