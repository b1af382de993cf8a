package org.shouwen.notification;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.OwnThreadJob;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Carries messages to people, each by the way that its person's address has, with its own tries. */
@Component
class MessageCarriage implements OwnThreadJob {
    static final int MOST = 100;

    /** Only one node does this at a time, so that it has to outlive no more than a node that died. */
    private static final Duration OURS = Duration.ofMinutes(1);

    /** After so many that could not be carried one after the other the peer is taken for dead, and the rest waits. */
    private static final int DEAD = 3;

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(12));

    private final JdbcClient jdbc;
    private final Route route;
    private final Threads threads;
    private final DeliveryReports reports;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    MessageCarriage(
            JdbcClient jdbc,
            Route route,
            Threads threads,
            DeliveryReports reports,
            JsonMapper json,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.route = route;
        this.threads = threads;
        this.reports = reports;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "message-delivery";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    /** Chooses the way of what waits; what carries it has threads of its own. */
    @Override
    public void run() {
        while (route.anybody() && choose() == MOST) Thread.onSpinWait();
    }

    /** @return how many were looked at or tried, by all ways */
    int carry() {
        int chosen = choose();
        int tried = 0;
        for (Carrier.Way way : Carrier.Way.values()) tried += carry(way);
        return Math.max(chosen, tried);
    }

    private int choose() {
        if (!route.anybody()) return 0;
        return Objects.requireNonNull(transaction.execute(_ -> {
            List<ClaimedMessage> fresh = ClaimedMessage.of(jdbc.sql("""
                            select * from messages.outbox where state = 'NEW' and way is null
                            order by next_try limit :most for update skip locked
                            """).param("most", MOST));
            for (ClaimedMessage c : fresh) {
                Route.Chosen chosen = route.of(c.appellant());
                jdbc.sql("update messages.outbox set way = :way where id = :id")
                        .param("way", chosen.way().name())
                        .param("id", c.id())
                        .update();
                if (chosen.to().isEmpty()) settle(c, "NO_NUMBER", null, chosen.why());
            }
            return fresh.size();
        }));
    }

    /** Carries until little waits for this way. */
    void carryAll(Carrier.Way way) {
        while (carry(way) == MOST) Thread.onSpinWait();
    }

    /** @return how many were claimed */
    int carry(Carrier.Way way) {
        Optional<Carrier> carrier = route.carrier(way);
        if (carrier.isEmpty()) return 0;
        List<ClaimedMessage> claimed = claim(way);
        int failed = 0;
        for (int i = 0; i < claimed.size(); i++) {
            if (failed == DEAD) {
                release(claimed.subList(i, claimed.size()));
                return 0;
            }
            boolean later = carry(claimed.get(i), carrier.get());
            failed = later ? failed + 1 : 0;
        }
        return claimed.size();
    }

    /** @return whether the peer was not there */
    private boolean carry(ClaimedMessage c, Carrier carrier) {
        Route.Chosen chosen = route.of(c.appellant());
        if (chosen.to().isEmpty()
                || chosen.way() != carrier.way()) { // the address was forgotten, or wants nothing any more
            settle(c, "NO_NUMBER", null, chosen.why());
            return false;
        }
        Address to = chosen.to().get();
        int ordinal = threads.told(to, c.number(), clock.instant());
        String words = carrier.way() == Carrier.Way.SMS ? c.brief() : c.text();
        List<String> args = List.of(json.readValue(c.args(), String[].class));
        Tried t = carrier.carry(new Parcel(c.id(), to, ordinal, c.number(), c.moment(), args, words));
        transaction.executeWithoutResult(_ -> {
            tried(c, t);
            if (t.carried()) reports.taken(carrier.way(), c.id(), t.parts());
        });
        return !t.carried() && t.again();
    }

    /** The peer does not answer: what was not tried yet waits half a minute, and no try is counted. */
    private void release(List<ClaimedMessage> rest) {
        jdbc.sql(
                        "update messages.outbox set next_try = :next, tries = tries - 1 where id = any(:ids) and state = 'NEW'")
                .param("next", Timestamp.from(clock.instant().plusSeconds(30)))
                .param("ids", rest.stream().map(ClaimedMessage::id).toArray(UUID[]::new))
                .update();
    }

    /** Ours for a minute: whoever dies over it leaves it to the next. */
    private List<ClaimedMessage> claim(Carrier.Way way) {
        Instant now = clock.instant();
        return ClaimedMessage.of(jdbc.sql("""
                        update messages.outbox set next_try = :later, tries = tries + 1
                        where id = any(array(
                            select id from messages.outbox where state = 'NEW' and way = :way and next_try <= :now
                            order by next_try limit :most for update skip locked))
                        returning *
                        """)
                .param("later", Timestamp.from(now.plus(OURS)))
                .param("now", Timestamp.from(now))
                .param("way", way.name())
                .param("most", MOST));
    }

    private void tried(ClaimedMessage c, Tried t) {
        boolean last = c.tries() > PAUSES.size();
        if (t.carried()) settle(c, "SENT", null, "");
        else if (!t.again() || last) settle(c, "FAILED", null, t.why());
        else settle(c, "NEW", clock.instant().plus(PAUSES.get(c.tries() - 1)), t.why());
    }

    private void settle(ClaimedMessage c, String state, @Nullable Instant next, String why) {
        jdbc.sql("update messages.outbox set state = :state, next_try = :next, failed = :why where id = :id")
                .param("state", state)
                .param("next", Instants.timestamp(next))
                .param("why", why)
                .param("id", c.id())
                .update();
    }
}
