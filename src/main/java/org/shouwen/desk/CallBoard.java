package org.shouwen.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;
import org.shouwen.jdbc.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 话务大屏: how the telephones stand at this moment and today, Asia/Shanghai. Counts alone; nobody who called is on it. */
@Service
@Transactional(readOnly = true)
public class CallBoard {
    /** A call whose end was never told is none that talks. */
    private static final Duration SILENT = Duration.ofHours(4);

    /** Nor one that waits: queues let nobody wait for so long. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    CallBoard(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param longest seconds that the first in the queue has waited
     * @param soon answered within 15 seconds
     * @param gone hung up in the queue; {@code atOnce} of them in less than 5 seconds
     * @param waited mean seconds until answered; null when none was
     * @param toCallBack people who are to be called back now
     */
    public record Now(
            long waiting,
            long longest,
            long talking,
            long offered,
            long answered,
            long soon,
            long gone,
            long atOnce,
            long timedOut,
            @Nullable Long waited,
            long toCallBack) {
        /** Percent of the calls that are over, rounded down; null when there was none: nothing is not everything. */
        public @Nullable Long answeredPercent() {
            long over = answered + gone + timedOut;
            return over == 0 ? null : Long.valueOf(answered * 100 / over);
        }

        /** Percent of those answered; null when none was. */
        public @Nullable Long soonPercent() {
            return answered == 0 ? null : Long.valueOf(soon * 100 / answered);
        }
    }

    public Now now() {
        Instant now = clock.instant();
        Instant today =
                now.atZone(Limits.ZONE).toLocalDate().atStartOfDay(Limits.ZONE).toInstant();
        return jdbc.sql("""
                        select count(*) filter (where outcome = 'WAITING' and began > :waiting) as waiting,
                            coalesce(extract(epoch from cast(:now as timestamptz) - min(began)
                                filter (where outcome = 'WAITING' and began > :waiting))::bigint, 0) as longest,
                            count(*) filter (where outcome = 'TALKING' and began > :silent) as talking,
                            count(*) filter (where began >= :today) as offered,
                            count(*) filter (where began >= :today and answered is not null) as answered,
                            count(*) filter (where began >= :today and answered is not null and waited_ms <= 15000) as soon,
                            count(*) filter (where began >= :today and outcome = 'ABANDONED') as gone,
                            count(*) filter (where began >= :today and outcome = 'ABANDONED' and waited_ms < 5000) as at_once,
                            count(*) filter (where began >= :today and outcome in ('TIMED_OUT', 'MISSED')) as timed_out,
                            (avg(waited_ms) filter (where began >= :today and answered is not null) / 1000)::bigint as waited,
                            (select count(*) from desk.missed_call where ended is null) as to_call_back
                        from desk.call where not outgoing and began >= least(cast(:today as timestamptz), cast(:silent as timestamptz))
                        """)
                .param("now", Instants.timestamp(now))
                .param("today", Instants.timestamp(today))
                .param("waiting", Instants.timestamp(now.minus(LONGEST_WAIT)))
                .param("silent", Instants.timestamp(now.minus(SILENT)))
                .query((rs, _) -> new Now(
                        rs.getLong("waiting"),
                        rs.getLong("longest"),
                        rs.getLong("talking"),
                        rs.getLong("offered"),
                        rs.getLong("answered"),
                        rs.getLong("soon"),
                        rs.getLong("gone"),
                        rs.getLong("at_once"),
                        rs.getLong("timed_out"),
                        rs.getObject("waited", Long.class),
                        rs.getLong("to_call_back")))
                .single();
    }

    /** Agents by what they said last within the day, such as {@code AGENT_READY}; who has signed out is left out. */
    public Map<CallEvent.Kind, Long> agents() {
        Map<CallEvent.Kind, Long> by = new TreeMap<>();
        List<String> last = jdbc.sql("""
                        select distinct on (agent) kind from desk.call_event
                        where call = '' and arrived > :since order by agent, at desc, kind
                        """)
                .param("since", Instants.timestamp(clock.instant().minus(Duration.ofDays(1))))
                .query(String.class)
                .list();
        for (String kind : last)
            if (!kind.equals(CallEvent.Kind.AGENT_OUT.name())) by.merge(CallEvent.Kind.valueOf(kind), 1L, Long::sum);
        return by;
    }
}
