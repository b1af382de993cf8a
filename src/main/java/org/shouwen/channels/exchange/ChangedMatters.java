package org.shouwen.channels.exchange;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouwen.appeal.PublicMatters;
import org.shouwen.callback.AnsweredCallbacks;
import org.shouwen.history.ChangeFeed;
import org.shouwen.history.FeedPlaces;
import org.shouwen.history.FollowedFeed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Marks the matters of partners of which the journal tells something new.
 */
@Component
class ChangedMatters {
    private static final String CALLBACK = "callback";

    private final FollowedFeed feed;
    private final PublicMatters published;
    private final AnsweredCallbacks callbacks;
    private final MatterStore matters;

    ChangedMatters(
            ChangeFeed feed,
            PublicMatters published,
            AnsweredCallbacks callbacks,
            MatterStore matters,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.published = published;
        this.callbacks = callbacks;
        this.matters = matters;
        this.feed = new FollowedFeed(feed, new FeedPlaces(jdbc, "exchange.feed"), transaction);
    }

    /** Every matter is marked when it is written, so that a reader that begins misses nothing. */
    void mark() {
        feed.catchUp(this::mark);
    }

    private void mark(Map<String, Set<UUID>> subjects) {
        Set<UUID> appeals = new HashSet<>();
        subjects.forEach((kind, ids) -> appeals.addAll(published.concerned(kind, ids)));
        matters.changed(appeals, callbacks.orders(subjects.getOrDefault(CALLBACK, Set.of())));
    }
}
