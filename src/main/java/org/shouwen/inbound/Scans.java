package org.shouwen.inbound;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Edition;
import org.shouwen.retention.ForgetsAfterDays;
import org.shouwen.suggestion.Urgencies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Scanned letters and faxes that wait for a clerk, encrypted, until the clerk is through. What became an appeal is kept there as
 * its paper; here it goes with the term of forms half typed.
 */
@Service
public class Scans implements ForgetsAfterDays {
    private static final String PICTURE = "scan";
    private static final String WORDS = "scan-words";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Urgencies urgencies;
    private final InboundJournal journal;
    private final InstantSource clock;

    Scans(JdbcClient jdbc, Vault vault, Urgencies urgencies, InboundJournal journal, InstantSource clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.urgencies = urgencies;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @param words what a program read in it; a draft and nothing more
     * @param danger the words told of danger when they were read
     */
    @SuppressWarnings("ArrayRecordComponent") // on its way to the page; never compared
    public record Scan(UUID id, String name, byte[] picture, String words, Instant at, boolean danger) {
        @Override
        public String toString() {
            return "Scan[" + id + "]";
        }
    }

    /**
     * Keeps it; words that tell of danger stand on the desk's alarm list when it returns (Art. 8.3).
     *
     * @param name of the file, whose ending tells its kind; nothing else of it is kept
     */
    public UUID keep(String name, byte[] picture, String words) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        String ending = name.replaceAll(".*\\.(?=[A-Za-z]{3,4}$)", "").toLowerCase(java.util.Locale.ROOT);
        jdbc.sql("""
            insert into inbound.scan (id, name, picture, words, received_at, danger)
            values (:id, :name, :picture, :words, :now, :danger)
            """)
                .param("id", id)
                .param("name", "scan." + ending)
                .param("picture", vault.hide(id, PICTURE, new String(picture, StandardCharsets.ISO_8859_1)))
                .param("words", vault.hide(id, WORDS, words))
                .param("now", Timestamp.from(Instants.now(clock)))
                .param("danger", urgencies.judge(words).danger())
                .update();
        return id;
    }

    /** A scan in the list. */
    public record Row(UUID id, Instant at, boolean danger) {}

    /** Those that tell of danger first, then the longest waiting. */
    public Page<Row> waiting(@Nullable After after, int limit) {
        String rows = "select s.id, s.received_at, s.danger, case when s.danger then 0 else 1 end as rank, "
                + Keyset.earliest("s.received_at")
                + " as turn from inbound.scan s where s.done_at is null and s.number is null";
        return Keyset.page(
                jdbc,
                rows,
                Map.of(),
                after,
                limit,
                (rs, _) -> new Row(
                        rs.getObject("id", UUID.class), Instants.of(rs, "received_at"), rs.getBoolean("danger")));
    }

    /** @throws NotFound when there is none that waits */
    public Scan get(UUID id) {
        return jdbc.sql("select * from inbound.scan where id = :id and done_at is null and number is null")
                .param("id", id)
                .query(this::scan)
                .optional()
                .orElseThrow(() -> new NotFound("scan", id.toString()));
    }

    Scan scan(ResultSet rs, int row) throws SQLException {
        UUID id = rs.getObject("id", UUID.class);
        return new Scan(
                id,
                rs.getString("name"),
                vault.unhide(id, PICTURE, rs.getBytes("picture")).getBytes(StandardCharsets.ISO_8859_1),
                words(id, rs.getBytes("words")),
                Instants.of(rs, "received_at"),
                rs.getBoolean("danger"));
    }

    String words(UUID id, byte @Nullable [] hidden) {
        return hidden == null ? "" : vault.unhide(id, WORDS, hidden);
    }

    /**
     * A clerk is through with it.
     *
     * @param number of the appeal it became; null: laid aside
     */
    @Transactional
    public void done(UUID id, @Nullable String number) {
        // one that another clerk confirmed meanwhile is not laid aside: its picture is still to be kept
        int there = jdbc.sql("update inbound.scan set done_at = :now, number = :number"
                        + " where id = :id and done_at is null and (number is null or number = :number)")
                .param("now", Timestamp.from(Instants.now(clock)))
                .param("number", number)
                .param("id", id)
                .update();
        if (there == 0) throw new NotFound("scan", id.toString());
    }

    /**
     * Nothing is made of it. One that told of danger is laid aside for a reason alone, which is journalled (ruling 16).
     *
     * @throws org.shouwen.problems.BadInput naming {@code why} when it told of danger and there is no reason
     */
    @Transactional
    public void layAside(UUID id, @Nullable String typed, CurrentUser by) {
        boolean danger = get(id).danger();
        String why = danger ? Text.required("why", typed, 200) : Text.optional("why", typed, 200);
        done(id, null);
        if (danger) journal.laidAside(id, why, by);
    }

    /** After a rotation of keys none stays under the old one. */
    void anew() {
        for (UUID id : jdbc.sql("select id from inbound.scan").query(UUID.class).list()) {
            anew(id, "picture", PICTURE);
            anew(id, "words", WORDS);
        }
    }

    private void anew(UUID id, String column, String what) {
        byte[] was = jdbc.sql("select coalesce(" + column + ", ''::bytea) from inbound.scan where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .orElse(new byte[0]);
        if (vault.hiddenAnew(was)) return;
        jdbc.sql("update inbound.scan set " + column + " = :anew where id = :id and " + column + " = :was")
                .param("anew", vault.hide(id, what, vault.unhide(id, what, was)))
                .param("id", id)
                .param("was", was)
                .update();
    }

    /** With its person, though its own term is not over. */
    void forget(String number) {
        jdbc.sql("delete from inbound.scan where number = :number")
                .param("number", number)
                .update();
    }

    @Override
    public void forget(Edition.RetentionTerms terms, Instant now) {
        jdbc.sql("delete from inbound.scan where done_at < :before")
                .param("before", Timestamp.from(now.minus(terms.draftDays(), ChronoUnit.DAYS)))
                .update();
    }
}
