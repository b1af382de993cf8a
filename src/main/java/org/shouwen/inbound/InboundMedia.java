package org.shouwen.inbound;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.appeal.AppealPapers;
import org.shouwen.attachments.Papers;
import org.shouwen.history.Actor;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.OwnThreadJob;
import org.shouwen.problems.BadInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fetches the pictures and voices that messages name and adds them to their appeals. A channel that does not answer is tried
 * again, later each time; what could not be had in three days, or is none that can be kept, lies among the rejects.
 */
@Component
class InboundMedia implements OwnThreadJob {
    private static final int AT_ONCE = 20;

    /** Only one node does this at a time, so that it has to outlive no more than a node that died. */
    private static final Duration OURS = Duration.ofMinutes(1);

    /** Channels keep such files for so long. */
    private static final Duration KEPT = Duration.ofDays(3);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(12));

    private final List<MediaSource> sources;
    private final JdbcClient jdbc;
    private final AppealPapers papers;
    private final Inbox inbox;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    InboundMedia(
            List<MediaSource> sources,
            JdbcClient jdbc,
            AppealPapers papers,
            Inbox inbox,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.sources = List.copyOf(sources);
        this.jdbc = jdbc;
        this.papers = papers;
        this.inbox = inbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Awaited(UUID id, String source, String number, String media, int tries, Instant until) {}

    /** Within the transaction in which the message became an appeal or an addition. */
    void expect(String source, String number, List<String> media) {
        Instant now = Instants.now(clock);
        for (String m : media)
            jdbc.sql("""
                            insert into inbound.media (id, source, number, media, due, until)
                            values (:id, :source, :number, :media, :now, :until)
                            """)
                    .param("id", UuidCreator.getTimeOrderedEpoch())
                    .param("source", source)
                    .param("number", number)
                    .param("media", m)
                    .param("now", Instants.timestamp(now))
                    .param("until", Instants.timestamp(now.plus(KEPT)))
                    .update();
    }

    @Override
    public String name() {
        return "inbound-media";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run() {
        for (Awaited a : claimed()) fetch(a);
    }

    /** Ours for a minute: whoever dies over it leaves it to the next. */
    private List<Awaited> claimed() {
        Instant now = Instants.now(clock);
        return jdbc.sql("""
                        update inbound.media set due = :later, tries = tries + 1
                        where id = any(array(
                            select id from inbound.media where due <= :now order by due limit :most for update skip locked))
                        returning *
                        """)
                .param("later", Instants.timestamp(now.plus(OURS)))
                .param("now", Instants.timestamp(now))
                .param("most", AT_ONCE)
                .query((rs, _) -> new Awaited(
                        rs.getObject("id", UUID.class),
                        rs.getString("source"),
                        rs.getString("number"),
                        rs.getString("media"),
                        rs.getInt("tries"),
                        Instants.of(rs, "until")))
                .list();
    }

    private void fetch(Awaited a) {
        Optional<MediaSource> source =
                sources.stream().filter(s -> s.source().equals(a.source())).findFirst();
        try {
            if (source.isEmpty()) throw new MediaSource.Gone("no-connector");
            attached(a, source.get().fetch(a.media()));
        } catch (MediaSource.Gone | BadInput e) {
            givenUp(a);
        } catch (IOException e) {
            Instant next = clock.instant().plus(PAUSES.get(Math.min(a.tries(), PAUSES.size()) - 1));
            if (next.isAfter(a.until())) givenUp(a);
            else
                jdbc.sql("update inbound.media set due = :next where id = :id")
                        .param("next", Instants.timestamp(next))
                        .param("id", a.id())
                        .update();
        }
    }

    /** The file is there and no longer awaited, in one transaction: neither twice nor not at all. */
    private void attached(Awaited a, Papers.File file) {
        papers.lay(List.of(file)); // a slow store holds no row
        transaction.executeWithoutResult(_ -> {
            if (done(a)) papers.attach(a.number(), List.of(file), Actor.APPELLANT);
        });
    }

    private void givenUp(Awaited a) {
        transaction.executeWithoutResult(_ -> {
            if (done(a))
                inbox.reject(
                        new InboundMessage(
                                a.source(),
                                a.media(),
                                "media",
                                null,
                                (a.number() + " " + a.media()).getBytes(StandardCharsets.UTF_8)),
                        "media");
        });
    }

    private boolean done(Awaited a) {
        return jdbc.sql("delete from inbound.media where id = :id")
                        .param("id", a.id())
                        .update()
                == 1;
    }

    /** Nothing more comes for a person who is forgotten. */
    void forget(String number) {
        jdbc.sql("delete from inbound.media where number = :number")
                .param("number", number)
                .update();
    }
}
