package org.shouwen.desk;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Actor;
import org.shouwen.identity.Phone;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Instants;
import org.shouwen.jdbc.Turns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the list of who is to be called back follow the calls of a number, in whatever order they are told: a task is open
 * as long as somebody has tried since the last time that anyone spoke with them.
 */
@Component
class MissedCallFollow {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final MissedCalls tasks;
    private final InstantSource clock;

    MissedCallFollow(JdbcClient jdbc, Vault vault, MissedCalls tasks, InstantSource clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.tasks = tasks;
        this.clock = clock;
    }

    private record Missed(
            int times, @Nullable Instant first, @Nullable Instant last) {}

    private record Spoken(@Nullable Instant at, boolean outgoing) {}

    /** Works the task of a number out anew; ask for several in the order of their keys. */
    void follow(String key, Phone number) {
        Turns.await(jdbc, 1611, key);
        Spoken spoken = spoken(key);
        Missed missed = missed(key);
        Optional<MissedCalls.Open> open = open(key);
        if (missed.times() > 0) {
            if (open.isEmpty()) begin(key, number, missed);
            else if (open.get().times() != missed.times()
                    || !open.get().first().equals(missed.first())
                    || !open.get().last().equals(missed.last())) again(open.get(), missed);
        } else if (open.isPresent()) {
            Instant at = spoken.at() == null ? Instants.now(clock) : spoken.at();
            tasks.end(
                    open.get(),
                    at,
                    spoken.outgoing() ? MissedCall.How.CALLED_BACK : MissedCall.How.GOT_THROUGH,
                    "",
                    Actor.SYSTEM);
        }
    }

    private Spoken spoken(String key) {
        return jdbc.sql("""
                        select answered, outgoing from desk.call where caller_key = :key and answered is not null
                        order by answered desc limit 1
                        """)
                .param("key", key)
                .query((rs, _) -> new Spoken(Instants.of(rs, "answered"), rs.getBoolean("outgoing")))
                .optional()
                .orElse(new Spoken(null, false));
    }

    /** Since anyone spoke with them, or a person decided that nobody calls. */
    private Missed missed(String key) {
        return jdbc.sql("""
                        select count(*)::int as times, min(began) as first, max(began) as last from desk.call
                        where caller_key = :key and not outgoing and outcome in ('MISSED', 'ABANDONED', 'TIMED_OUT')
                          and began > coalesce(greatest(
                            (select max(answered) from desk.call where caller_key = :key),
                            (select max(ended) from desk.missed_call where caller_key = :key and how = 'LEFT')), '-infinity')
                        """)
                .param("key", key)
                .query((rs, _) ->
                        new Missed(rs.getInt("times"), Instants.orNull(rs, "first"), Instants.orNull(rs, "last")))
                .single();
    }

    private Optional<MissedCalls.Open> open(String key) {
        return jdbc.sql("select * from desk.missed_call where caller_key = :key and ended is null")
                .param("key", key)
                .query((rs, _) -> new MissedCalls.Open(
                        rs.getObject("id", UUID.class),
                        Instants.of(rs, "first_missed"),
                        Instants.of(rs, "last_missed"),
                        rs.getInt("times")))
                .optional();
    }

    private void begin(String key, Phone number, Missed missed) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("""
                        insert into desk.missed_call (id, caller_key, caller, first_missed, last_missed, times)
                        values (:id, :key, :caller, :first, :last, :times)
                        """)
                .param("id", id)
                .param("key", key)
                .param("caller", vault.hide(id, MissedCalls.CALLER, number.shown()))
                .param("first", Instants.timestamp(missed.first()))
                .param("last", Instants.timestamp(missed.last()))
                .param("times", missed.times())
                .update();
        tasks.begun(id, Objects.requireNonNull(missed.first()));
    }

    private void again(MissedCalls.Open open, Missed missed) {
        jdbc.sql("""
                        update desk.missed_call set first_missed = :first, last_missed = :last, times = :times,
                            version = version + 1
                        where id = :id
                        """)
                .param("first", Instants.timestamp(missed.first()))
                .param("last", Instants.timestamp(missed.last()))
                .param("times", missed.times())
                .param("id", open.id())
                .update();
    }
}
