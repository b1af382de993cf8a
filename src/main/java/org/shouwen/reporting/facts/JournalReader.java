package org.shouwen.reporting.facts;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.shouwen.history.ChangeFeed;
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

    private final JdbcClient jdbc;
    private final ChangeFeed feed;
    private final Set<Long> done = ConcurrentHashMap.newKeySet();

    JournalReader(JdbcClient jdbc, ChangeFeed feed) {
        this.jdbc = jdbc;
        this.feed = feed;
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
        if (place().isEmpty()) begin(feed.now());
    }

    Stretch read() {
        ChangeFeed.Place from = place().orElseGet(() -> begin(new ChangeFeed.Place(0, 0, 0)));
        ChangeFeed.Changes changes = feed.after(from, MOST);
        Set<Subject> fresh = new LinkedHashSet<>();
        for (ChangeFeed.Change c : changes.changes())
            if (!done.contains(c.id()) && counts(c.kind())) fresh.add(new Subject(c.kind(), c.subject()));
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
        if (from.equals(next)) return true;
        return jdbc.sql("""
                        update reporting.feed set through = :through, seen = :seen, horizon = :horizon
                        where through = :wasThrough and seen = :wasSeen and horizon = :wasHorizon
                        """)
                        .param("through", next.through())
                        .param("seen", next.seen())
                        .param("horizon", next.horizon())
                        .param("wasThrough", from.through())
                        .param("wasSeen", from.seen())
                        .param("wasHorizon", from.horizon())
                        .update()
                == 1;
    }

    /** After that transaction. */
    void counted(Stretch stretch) {
        stretch.changes().changes().forEach(c -> done.add(c.id()));
        long through = stretch.changes().next().through();
        done.removeIf(id -> id <= through);
    }

    private Optional<ChangeFeed.Place> place() {
        return jdbc.sql("select through, seen, horizon from reporting.feed")
                .query((rs, _) ->
                        new ChangeFeed.Place(rs.getLong("through"), rs.getLong("seen"), rs.getLong("horizon")))
                .optional();
    }

    private ChangeFeed.Place begin(ChangeFeed.Place place) {
        jdbc.sql(
                        "insert into reporting.feed (through, seen, horizon) values (:through, :seen, :horizon) on conflict do nothing")
                .param("through", place.through())
                .param("seen", place.seen())
                .param("horizon", place.horizon())
                .update();
        return place;
    }
}
