package org.shouwen.reporting.facts;

import java.util.LinkedHashSet;
import java.util.Set;
import org.shouwen.history.ChangeFeed;
import org.shouwen.history.DoneChanges;
import org.shouwen.history.FeedPlaces;
import org.shouwen.history.Subject;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which subjects got an entry and are not counted since, read from the journal, so that no act of a person writes or waits
 * for the figures. The end of the journal is told again until it is settled; a node remembers what of it it has counted,
 * and another that counts it once more comes to the same.
 */
@Component
class JournalReader implements SmartInitializingSingleton {
    /** Entries read at once. */
    private static final int MOST = 2000;

    private final ChangeFeed feed;
    private final FeedPlaces places;
    private final DoneChanges done = new DoneChanges();

    JournalReader(JdbcClient jdbc, ChangeFeed feed) {
        this.feed = feed;
        this.places = new FeedPlaces(jdbc, "reporting.feed");
    }

    /** A stretch of the journal. */
    record Stretch(ChangeFeed.Place from, ChangeFeed.Changes changes, Set<Subject> fresh) {
        /** Whether there is something to count, or more of the journal can be read at once. */
        boolean goesOn() {
            return !fresh.isEmpty() || (!changes.whole() && !changes.next().equals(from));
        }
    }

    /** Before anything is asked of this node, so that nothing journalled from now on can be missed. */
    @Override
    public void afterSingletonsInstantiated() {
        if (places.find().isEmpty()) places.begin(feed.now());
    }

    Stretch read() {
        ChangeFeed.Place from = places.find().orElseGet(() -> {
            places.begin(new ChangeFeed.Place(0, 0, 0));
            return new ChangeFeed.Place(0, 0, 0);
        });
        ChangeFeed.Changes changes = feed.after(from, done, MOST);
        Set<Subject> fresh = new LinkedHashSet<>();
        for (ChangeFeed.Change c : done.fresh(changes))
            if (counts(c.kind())) fresh.add(new Subject(c.kind(), c.subject()));
        return new Stretch(from, changes, fresh);
    }

    private static boolean counts(String kind) {
        return kind.equals(Changes.CALENDAR)
                || kind.equals(Changes.OBJECTION)
                || Source.ofKind(kind).isPresent();
    }

    /** In the transaction that counts the stretch. @return false: another node has gone on from there meanwhile */
    boolean move(Stretch stretch) {
        ChangeFeed.Place from = stretch.from();
        ChangeFeed.Place next = stretch.changes().next();
        return from.equals(next) || places.move(from, next);
    }

    /** After that transaction. */
    void counted(Stretch stretch) {
        done.add(stretch.changes());
    }
}
