package org.shouwen.history;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What changed since a place in the journal, for whoever keeps something that is derived from others' rows, such as the
 * index of search. Whoever changes a row does nothing for it and does not wait. Entries get their id before they are
 * committed, so a place behind which nothing can appear any more is found by the transactions that ran when it was seen;
 * until then the entries behind it are told again.
 */
@Component
public class ChangeFeed {
    private final JdbcClient jdbc;
    private final TransactionTemplate oneView;

    ChangeFeed(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.oneView = new TransactionTemplate(transactions);
        oneView.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneView.setReadOnly(true);
    }

    /** An entry that was committed. */
    public record Change(long id, String kind, UUID subject) {}

    /**
     * How far a reader has come.
     *
     * @param through up to this id nothing is missing and nothing can come
     * @param seen the last id that was told
     * @param horizon when no transaction before this one runs any more, {@code through} becomes {@code seen}; 0: not
     *     known yet
     */
    public record Place(long through, long seen, long horizon) {}

    /**
     * @param changes in the order of ids; some may have been told before
     * @param whole everything that was committed is in it, and not only the first of it
     * @param last the last id that was told, now or before
     * @param oldest the oldest transaction that ran meanwhile: what an older one wrote was there to be told
     */
    public record Changes(List<Change> changes, Place next, boolean whole, long last, long oldest) {
        public Changes {
            changes = List.copyOf(changes);
        }

        /** Of a reader that begins here. */
        public static Changes none(Place place) {
            return new Changes(List.of(), place, true, 0, 0);
        }
    }

    /** By kind, the subjects of some changes. */
    public static Map<String, Set<UUID>> subjects(Collection<Change> changes) {
        return changes.stream()
                .collect(Collectors.groupingBy(Change::kind, Collectors.mapping(Change::subject, Collectors.toSet())));
    }

    /** Where a reader begins that reads all rows afterwards: what is not committed yet is told later. */
    public Place now() {
        long sealed = jdbc.sql("select coalesce(max(through), 0) from history.seal")
                .query(Long.class)
                .single();
        return new Place(sealed, sealed, 0);
    }

    /**
     * @param done what the reader has done of it already: what was there to be told with it is not told again
     * @param most entries that are told at once
     */
    public Changes after(Place place, DoneChanges done, int most) {
        Changes changes = oneView.execute(_ -> read(place, done.reached(place), most));
        if (changes == null) throw new IllegalStateException("nothing was read");
        return changes;
    }

    /** The same for a reader that wants to know only how far the journal is settled. */
    public Place settled(Place place) {
        Place next = oneView.execute(_ -> {
            Running running = running();
            long last = jdbc.sql("select coalesce(max(id), 0) from history.entry where id > :through")
                    .param("through", place.through())
                    .query(Long.class)
                    .single();
            return next(place, last == 0 ? null : last, running);
        });
        if (next == null) throw new IllegalStateException("nothing was read");
        return next;
    }

    private record Running(long oldest, long next) {}

    private Running running() {
        return jdbc.sql("select pg_snapshot_xmin(s)::text::bigint as oldest, pg_snapshot_xmax(s)::text::bigint as next"
                        + " from pg_current_snapshot() s")
                .query((rs, _) -> new Running(rs.getLong("oldest"), rs.getLong("next")))
                .single();
    }

    /**
     * An entry up to the last that was told was told with it, unless its transaction is as young as the oldest that ran then.
     * A row names its transaction without its epoch, so the distances from now are compared.
     */
    private Changes read(Place place, DoneChanges.Reached reached, int most) {
        Running running = running();
        List<Change> found = jdbc.sql("""
                        select id, subject_kind, subject_id from history.entry
                        where id > :through
                          and (id > :last or ((:now - xmin::text::bigint) & 4294967295) <= :now - :oldest)
                        order by id limit :most
                        """)
                .param("through", place.through())
                .param("last", reached.last())
                .param("oldest", reached.oldest())
                .param("now", running.next())
                .param("most", most)
                .query((rs, _) -> new Change(
                        rs.getLong("id"), rs.getString("subject_kind"), rs.getObject("subject_id", UUID.class)))
                .list();
        boolean whole = found.size() < most;
        // what lies behind a cut was not told, however far was told before
        long told = found.isEmpty() ? 0 : found.getLast().id();
        long last = whole ? Math.max(reached.last(), told) : told;
        Place next = next(place, last > place.through() ? last : null, running);
        return new Changes(found, next, whole, last, running.oldest());
    }

    /**
     * In three steps: an id is seen; at the next reading, when whoever had drawn an id before has begun to write, the
     * next transaction is noted; when all before that have ended the id is settled, as far as was told: many may have
     * come late.
     */
    private static Place next(Place place, @Nullable Long last, Running running) {
        if (last == null) return new Place(place.through(), place.through(), 0);
        if (place.seen() <= place.through()) return new Place(place.through(), last, 0);
        if (place.horizon() == 0) return new Place(place.through(), place.seen(), running.next());
        if (running.oldest() < place.horizon()) return place;
        return last < place.seen() ? new Place(last, place.seen(), place.horizon()) : new Place(place.seen(), last, 0);
    }
}
