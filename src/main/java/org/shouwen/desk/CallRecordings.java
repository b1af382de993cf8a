package org.shouwen.desk;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.attachments.Recordings;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.OwnThreadJob;
import org.shouwen.problems.BadInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fetches recordings from where the telephone system keeps them, and keeps them with their digest. One that is not what the
 * system said it is, or no sound, is not kept, and the call says why. One that is not there yet is asked for again, later each
 * time, for a week.
 */
@Component
class CallRecordings implements OwnThreadJob {
    private static final Logger LOG = LoggerFactory.getLogger(CallRecordings.class);

    /** A recording that is not there by then is given up. */
    private static final Duration AWAITED = Duration.ofDays(7);

    private static final int STEP = 50;

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1));

    private final JdbcClient jdbc;
    private final Papers papers;
    private final Recordings recordings;
    private final List<RecordingSource> sources;
    private final InstantSource clock;
    private final String root;

    CallRecordings(
            JdbcClient jdbc,
            Papers papers,
            Recordings recordings,
            List<RecordingSource> sources,
            InstantSource clock,
            @Value("${shouwen.telephone.recordings-root:}") String root) {
        this.jdbc = jdbc;
        this.papers = papers;
        this.recordings = recordings;
        this.clock = clock;
        this.sources = List.copyOf(sources);
        this.root = root.strip();
    }

    private record Awaited(UUID id, String name, String sha256, int tries) {}

    static String subject(UUID call) {
        return "call/" + call;
    }

    @Override
    public String name() {
        return "call-recordings";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run() {
        List<RecordingSource> there =
                sources.stream().filter(RecordingSource::there).toList();
        if (there.isEmpty()) return;
        Instant now = Instants.now(clock);
        giveUp(now);
        try {
            for (Awaited a : awaited(now)) fetch(a, there, now);
        } catch (IOException e) {
            LOG.warn("recordings can not be fetched now: {}", e.toString());
        }
    }

    private List<Awaited> awaited(Instant now) {
        return jdbc.sql("""
                        select id, recording, recording_sha256, recording_tries from desk.call
                        where recording <> '' and recording_kept is null and recording_problem = ''
                          and began > :since and (recording_next is null or recording_next <= :now)
                        order by recording_next nulls first, began limit :most
                        """)
                .param("since", Instants.timestamp(now.minus(AWAITED)))
                .param("now", Instants.timestamp(now))
                .param("most", STEP)
                .query((rs, _) -> new Awaited(
                        rs.getObject("id", UUID.class),
                        rs.getString("recording"),
                        rs.getString("recording_sha256"),
                        rs.getInt("recording_tries")))
                .list();
    }

    private void fetch(Awaited a, List<RecordingSource> there, Instant now) throws IOException {
        later(a, now); // before it is asked for: whatever keeps us over it keeps no other
        try {
            Optional<RecordingPath> path = RecordingPath.of(a.name(), root);
            if (path.isEmpty()) throw new BadInput("recording", "no-name");
            for (RecordingSource source : there) {
                Optional<byte[]> sound = source.fetch(path.get());
                if (sound.isPresent()) {
                    keep(a, path.get().name(), sound.get(), now);
                    return;
                }
            }
        } catch (BadInput e) {
            problem(a.id(), e.fields().getFirst().key());
        }
    }

    private void keep(Awaited a, String name, byte[] sound, Instant now) {
        PaperRef kept = recordings.keep(subject(a.id()), name, sound);
        if (!a.sha256().isEmpty() && !a.sha256().equals(kept.sha256())) {
            papers.destroy(subject(a.id()));
            throw new BadInput("recording", "other-digest");
        }
        jdbc.sql("update desk.call set recording_kept = :now, recording_digest = :digest where id = :id")
                .param("now", Instants.timestamp(now))
                .param("digest", kept.sha256())
                .param("id", a.id())
                .update();
    }

    private void later(Awaited a, Instant now) {
        Duration pause = PAUSES.get(Math.min(a.tries(), PAUSES.size() - 1));
        jdbc.sql("update desk.call set recording_tries = recording_tries + 1, recording_next = :next where id = :id")
                .param("next", Instants.timestamp(now.plus(pause)))
                .param("id", a.id())
                .update();
    }

    private void problem(UUID call, String why) {
        jdbc.sql("update desk.call set recording_problem = :why where id = :id")
                .param("why", why)
                .param("id", call)
                .update();
    }

    private void giveUp(Instant now) {
        jdbc.sql("""
                        update desk.call set recording_problem = 'never-there'
                        where recording <> '' and recording_kept is null and recording_problem = '' and began <= :since
                        """).param("since", Instants.timestamp(now.minus(AWAITED))).update();
    }

    /** The recording, when it is kept. */
    Optional<PaperRef> of(UUID call) {
        return papers.there(subject(call)).stream().findFirst();
    }

    byte[] bytes(PaperRef recording) {
        return papers.bytes(recording);
    }
}
