package org.shouwen.workorder;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;

/**
 * What appellants have said since they brought the matter, as whoever works on its order may read it (Art. 14, 21, ruling
 * 40): additions, judgements of the outcome, objections to the closing. Whoever takes appeals keeps them.
 */
public interface AppellantRemarks {
    /**
     * Something that was said.
     *
     * @param kind {@code ADDITION} or {@code RATING}
     * @param appeal number of the appeal to which it was said
     * @param joined said by somebody else than the one who brought the order
     * @param text without what leads to the person; empty where the platform keeps it
     * @param kept the platform keeps the words
     * @param resolved null where it judges nothing, or the outcome that it judged is none any more
     * @param readBy who of the reader's side has marked it read; null while it is new
     */
    record Said(
            UUID id,
            String kind,
            String appeal,
            boolean joined,
            Instant at,
            String text,
            boolean kept,
            @Nullable Boolean resolved,
            @Nullable Boolean satisfied,
            @Nullable String readBy,
            @Nullable Instant readAt) {
        public boolean fresh() {
            return readBy == null;
        }
    }

    /** Oldest first, of everybody whose matter the order is. */
    List<Said> of(OrderPage order, CurrentUser by);

    /** Of these orders, those with something that nobody of the reader's side has read yet. */
    Set<String> fresh(Collection<String> orders, CurrentUser by);
}
