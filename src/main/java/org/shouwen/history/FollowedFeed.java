package org.shouwen.history;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the journal for whoever keeps something derived from it. The place moves in the transaction that brings what
 * changed, so that neither a second node nor a change that is committed late is passed over.
 */
public final class FollowedFeed {
    /** Entries read at once. */
    private static final int MOST = 2000;

    private final ChangeFeed feed;
    private final FeedPlaces places;
    private final TransactionTemplate transaction;
    private final DoneChanges done = new DoneChanges();

    public FollowedFeed(ChangeFeed feed, FeedPlaces places, TransactionTemplate transaction) {
        this.feed = feed;
        this.places = places;
        this.transaction = transaction;
    }

    /**
     * Everything that is committed when this is called; a reader that has no place yet begins at the journal's end.
     *
     * @param bring takes by kind the subjects that changed; must bear to be told twice
     */
    public void catchUp(Consumer<Map<String, Set<UUID>>> bring) {
        while (!next(bring)) {
            // the journal has more
        }
    }

    /** @return whether the journal's end is reached */
    private boolean next(Consumer<Map<String, Set<UUID>>> bring) {
        ChangeFeed.Changes told = transaction.execute(_ -> {
            ChangeFeed.Place place = places.lock().orElse(null);
            if (place == null) {
                ChangeFeed.Place now = feed.now();
                places.begin(now);
                return ChangeFeed.Changes.none(now);
            }
            ChangeFeed.Changes changes = feed.after(place, done, MOST);
            bring.accept(ChangeFeed.subjects(done.fresh(changes)));
            places.put(changes.next());
            return changes;
        });
        if (told == null) throw new IllegalStateException("nothing was read");
        done.add(told);
        return told.whole();
    }
}
