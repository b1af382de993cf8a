package org.shouwen.attachments;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.InstantSource;
import java.util.UUID;
import org.shouwen.blobs.BlobStore;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.BadInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recordings that a telephone system hands over: longer than anything that people upload, and sound alone. */
@Service
@Transactional
public class Recordings {
    /** Bytes: an hour of 8 kHz, 16 bit. */
    public static final int LARGEST = 64 * 1024 * 1024;

    private final JdbcClient jdbc;
    private final BlobStore blobs;
    private final InstantSource clock;

    Recordings(JdbcClient jdbc, BlobStore blobs, InstantSource clock) {
        this.jdbc = jdbc;
        this.blobs = blobs;
        this.clock = clock;
    }

    /**
     * Keeps a recording as a paper of its subject.
     *
     * @param subject such as {@code call/0192…}
     * @throws BadInput when it is empty, too large or no sound
     */
    public PaperRef keep(String subject, String name, byte[] bytes) {
        if (bytes.length == 0) throw new BadInput("recording", "attachments.bad.empty", name);
        if (bytes.length > LARGEST)
            throw new BadInput("recording", "attachments.bad.too-large", LARGEST / 1024 / 1024, name);
        String type = Contents.type(bytes);
        if (!type.startsWith("audio/")) throw new BadInput("recording", "attachments.bad.type", "WAV、MP3", name);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        String sha256 = blobs.put(bytes);
        jdbc.sql("""
                        insert into papers.paper (id, subject, label, name, type, size, sha256, kept_at, kept_by)
                        values (:id, :subject, 'recording', :name, :type, :size, :sha256, :at, 'system')
                        """)
                .param("id", id)
                .param("subject", subject)
                .param("name", name)
                .param("type", type)
                .param("size", bytes.length)
                .param("sha256", sha256)
                .param("at", Instants.timestamp(Instants.now(clock)))
                .update();
        return new PaperRef(id, "recording", name, type, bytes.length, sha256);
    }
}
