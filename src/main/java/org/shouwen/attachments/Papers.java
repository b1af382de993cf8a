package org.shouwen.attachments;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.blobs.BlobStore;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Service for papers: what may be handed in, and what was. Who may see one is for the owner of its subject to say. */
@Service
@Transactional
public class Papers {
    private final JdbcClient jdbc;
    private final BlobStore blobs;
    private final DestroyedBytes destroyed;
    private final InstantSource clock;

    Papers(JdbcClient jdbc, BlobStore blobs, InstantSource clock) {
        this.jdbc = jdbc;
        this.blobs = blobs;
        this.destroyed = new DestroyedBytes(blobs);
        this.clock = clock;
    }

    /**
     * Keeps a paper; it becomes evidence when an event names it.
     *
     * @param subject whom it belongs to, such as {@code work_order/20260930-000001}
     * @param field the form's field, for the problem that is told
     * @throws BadInput when it is empty, too large, or of a type that is not taken
     */
    public PaperRef keep(String subject, String field, String label, String fileName, byte[] bytes, Actor by) {
        String name = AcceptedFiles.name(fileName);
        String type = AcceptedFiles.check(field, name, bytes);
        String sha256 = blobs.put(bytes);
        PaperRef paper = new PaperRef(UuidCreator.getTimeOrderedEpoch(), label, name, type, bytes.length, sha256);
        jdbc.sql("""
                        insert into papers.paper (id, subject, label, name, type, size, sha256, kept_at, kept_by)
                        values (:id, :subject, :label, :name, :type, :size, :sha256, :at, :by)
                        """)
                .param("id", paper.id())
                .param("subject", subject)
                .param("label", label)
                .param("name", name)
                .param("type", type)
                .param("size", paper.size())
                .param("sha256", sha256)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by.name())
                .update();
        return paper;
    }

    /** A file as it came. */
    @SuppressWarnings("ArrayRecordComponent") // on its way to the store; never compared
    public record File(String name, byte[] bytes) {}

    /** Lays bytes where {@link #keep} finds them, outside of its transaction; what no row names is cleared away after a day. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void lay(List<File> files) {
        for (File f : files) blobs.put(f.bytes());
    }

    /** {@link #keep} of several, all or none. */
    public List<PaperRef> keep(String subject, String field, String label, List<File> files, Actor by) {
        for (File f : files) AcceptedFiles.check(field, f.name(), f.bytes());
        return files.stream()
                .map(f -> keep(subject, field, label, f.name(), f.bytes(), by))
                .toList();
    }

    /** A paper of this subject; empty when it belongs to another, or was destroyed. */
    @Transactional(readOnly = true)
    public Optional<PaperRef> find(String subject, UUID id) {
        return jdbc.sql("select * from papers.paper where id = :id and subject = :subject and destroyed_at is null")
                .param("id", id)
                .param("subject", subject)
                .query(Papers::paper)
                .optional();
    }

    /** What of a subject's files can still be read. */
    @Transactional(readOnly = true)
    public List<PaperRef> there(String subject) {
        return jdbc.sql("select * from papers.paper where subject = :subject and destroyed_at is null order by id")
                .param("subject", subject)
                .query(Papers::paper)
                .list();
    }

    /** All that a subject has had, also what was destroyed. */
    @Transactional(readOnly = true)
    public List<PaperRef> of(String subject) {
        return jdbc.sql("select * from papers.paper where subject = :subject order by id")
                .param("subject", subject)
                .query(Papers::paper)
                .list();
    }

    /** Subjects whose files still lie there and have lain there since before a moment, in the order of names. */
    @Transactional(readOnly = true)
    public List<String> subjectsSince(String kind, Instant before, String after, int most) {
        return jdbc.sql("""
                        select distinct subject from papers.paper
                        where destroyed_at is null and starts_with(subject, :kind) and subject > :after and kept_at < :before
                        order by subject limit :most
                        """)
                .param("kind", kind + "/")
                .param("after", after)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** @throws NotFound when its term has run out and it was destroyed */
    public byte[] bytes(PaperRef paper) {
        boolean there = jdbc.sql("select exists (select from papers.paper where id = :id and destroyed_at is null)")
                .param("id", paper.id())
                .query(Boolean.class)
                .single();
        if (!there) throw new NotFound("paper", paper.id().toString());
        return blobs.get(paper.sha256());
    }

    /**
     * Destroys the files of a subject; that they were there, and their hashes, stays.
     *
     * @return how many
     */
    public int destroy(String subject) {
        List<String> hashes = jdbc.sql("""
                        update papers.paper set destroyed_at = :now where subject = :subject and destroyed_at is null
                        returning sha256
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("subject", subject)
                .query(String.class)
                .list();
        for (String sha256 : hashes) {
            if (!named(sha256)) destroyed.afterCommit(sha256);
        }
        return hashes.size();
    }

    /** Whether a paper that is there has these bytes. */
    @Transactional(readOnly = true)
    boolean named(String sha256) {
        return jdbc.sql("select exists (select from papers.paper where sha256 = :hash and destroyed_at is null)")
                .param("hash", sha256)
                .query(Boolean.class)
                .single();
    }

    private static PaperRef paper(ResultSet rs, int row) throws SQLException {
        return new PaperRef(
                rs.getObject("id", UUID.class),
                rs.getString("label"),
                rs.getString("name"),
                rs.getString("type"),
                rs.getLong("size"),
                rs.getString("sha256"));
    }
}
