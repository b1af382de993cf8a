package org.shouwen.channels.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwen.appeal.PublicMatters;
import org.shouwen.callback.AnsweredCallbacks;
import org.shouwen.history.ChangeFeed;
import org.shouwen.history.DoneChanges;
import org.shouwen.history.FeedPlaces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Marks the matters of partners of which the journal tells something new. The place in the journal moves in the transaction
 * that marks, so that neither a second node nor a change that is committed late is passed over.
 */
@Component
class ChangedMatters {
    private static final int MOST = 2000;
    private static final String CALLBACK = "callback";

    private final ChangeFeed feed;
    private final PublicMatters published;
    private final AnsweredCallbacks callbacks;
    private final MatterStore matters;
    private final TransactionTemplate transaction;
    private final FeedPlaces places;
    private final DoneChanges done = new DoneChanges();

    ChangedMatters(
            ChangeFeed feed,
            PublicMatters published,
            AnsweredCallbacks callbacks,
            MatterStore matters,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.feed = feed;
        this.published = published;
        this.callbacks = callbacks;
        this.matters = matters;
        this.transaction = transaction;
        this.places = new FeedPlaces(jdbc, "exchange.feed");
    }

    void mark() {
        while (!next()) {
            // the journal has more
        }
    }

    /** @return whether the journal's end is reached */
    private boolean next() {
        ChangeFeed.Changes told = transaction.execute(_ -> {
            ChangeFeed.Place place = places.lock().orElse(null);
            if (place == null) { // every matter is marked when it is written: nothing before is missed
                ChangeFeed.Place now = feed.now();
                places.begin(now);
                return ChangeFeed.Changes.none(now);
            }
            ChangeFeed.Changes changes = feed.after(place, done, MOST);
            mark(done.fresh(changes));
            places.put(changes.next());
            return changes;
        });
        if (told == null) throw new IllegalStateException("nothing was read");
        done.add(told);
        return told.whole();
    }

    private void mark(List<ChangeFeed.Change> changes) {
        Map<String, Set<UUID>> subjects = changes.stream()
                .collect(Collectors.groupingBy(
                        ChangeFeed.Change::kind, Collectors.mapping(ChangeFeed.Change::subject, Collectors.toSet())));
        Set<UUID> appeals = new HashSet<>();
        subjects.forEach((kind, ids) -> appeals.addAll(published.concerned(kind, ids)));
        matters.changed(appeals, callbacks.orders(subjects.getOrDefault(CALLBACK, Set.of())));
    }
}
