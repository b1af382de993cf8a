package org.shouwen.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Fetches recordings from the folder into which the telephone system writes them, and keeps them with their digest. One that
 * is not what the system said it is, or no sound, is not kept, and the call says why.
 */
@Component
class CallRecordings implements OwnThreadJob {
    private static final Logger LOG = LoggerFactory.getLogger(CallRecordings.class);

    /** A recording that is not there by then is given up. */
    private static final Duration AWAITED = Duration.ofDays(7);

    private static final int STEP = 50;

    private final JdbcClient jdbc;
    private final Papers papers;
    private final Recordings recordings;
    private final InstantSource clock;
    private final String folder;

    CallRecordings(
            JdbcClient jdbc,
            Papers papers,
            Recordings recordings,
            InstantSource clock,
            @Value("${shouwen.telephone.recordings:}") String folder) {
        this.jdbc = jdbc;
        this.papers = papers;
        this.recordings = recordings;
        this.clock = clock;
        this.folder = folder;
    }

    private record Awaited(UUID id, String name, String sha256) {}

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
        if (folder.isBlank()) return;
        Instant now = Instants.now(clock);
        List<Awaited> awaited = jdbc.sql("""
                        select id, recording, recording_sha256 from desk.call
                        where recording <> '' and recording_kept is null and recording_problem = '' and began > :since
                        order by began limit :most
                        """)
                .param("since", Instants.timestamp(now.minus(AWAITED)))
                .param("most", STEP)
                .query((rs, _) -> new Awaited(
                        rs.getObject("id", UUID.class), rs.getString("recording"), rs.getString("recording_sha256")))
                .list();
        for (Awaited a : awaited) fetch(a, now);
    }

    private void fetch(Awaited a, Instant now) {
        // the name alone: where it lies is for us to say
        Path file = Path.of(folder).resolve(a.name().replaceAll("^.*[/\\\\]", ""));
        if (!Files.isRegularFile(file)) return;
        try {
            if (Files.size(file) > Recordings.LARGEST) throw new BadInput("recording", "too-large");
            PaperRef kept = recordings.keep(subject(a.id()), file.getFileName().toString(), Files.readAllBytes(file));
            if (!a.sha256().isEmpty() && !a.sha256().equals(kept.sha256())) {
                papers.destroy(subject(a.id()));
                throw new BadInput("recording", "other-digest");
            }
            jdbc.sql("update desk.call set recording_kept = :now, recording_digest = :digest where id = :id")
                    .param("now", Instants.timestamp(now))
                    .param("digest", kept.sha256())
                    .param("id", a.id())
                    .update();
        } catch (BadInput e) {
            jdbc.sql("update desk.call set recording_problem = :why where id = :id")
                    .param("why", e.fields().getFirst().key())
                    .param("id", a.id())
                    .update();
        } catch (IOException e) {
            LOG.warn("recording of call {}: {}", a.id(), e.toString()); // next time
        }
    }

    /** The recording, when it is kept. */
    Optional<PaperRef> of(UUID call) {
        return papers.there(subject(call)).stream().findFirst();
    }

    byte[] bytes(PaperRef recording) {
        return papers.bytes(recording);
    }
}
