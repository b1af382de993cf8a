package org.shouwen.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.blobs.BlobStore;
import org.shouwen.blobs.Sha256;
import org.shouwen.history.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionTemplate;

/** Article 21: what was handed in with an act that was refused does not stay. */
@ShouwenTest
class OrphansTest {
    private static final byte[] REFUSED = "%PDF-1.4\n%%EOF refused".getBytes(StandardCharsets.UTF_8);
    private static final byte[] KEPT = "%PDF-1.4\n%%EOF kept".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Papers papers;

    @Autowired
    BlobStore blobs;

    @Autowired
    Orphans orphans;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Value("${shouwen.home}")
    Path home;

    @Test
    void the_bytes_of_a_refused_act_are_destroyed_and_nothing_else() throws IOException {
        PaperRef kept = papers.keep("work_order/orphans", "file", "", "kept.pdf", KEPT, Actor.SYSTEM);
        refused();
        Path file = file(REFUSED);
        assertThat(file).exists();
        clock.pass(Duration.ofHours(23));
        orphans.run();
        assertThat(file).as("an act may still be under way").exists();
        clock.pass(Duration.ofHours(2));
        orphans.run();
        assertThat(file).doesNotExist();
        assertThat(papers.bytes(kept)).isEqualTo(KEPT);
    }

    @Test
    void what_is_handed_in_anew_stays() throws IOException {
        refused();
        clock.pass(Duration.ofDays(2));
        Path file = file(REFUSED);
        PaperRef again = papers.keep("work_order/orphans", "file", "", "again.pdf", REFUSED, Actor.SYSTEM);
        blobs.sweep(Duration.ofDays(1), _ -> false);
        assertThat(Files.exists(file)).as("it was touched meanwhile").isTrue();
        assertThat(papers.bytes(again)).isEqualTo(REFUSED);
        papers.destroy("work_order/orphans");
    }

    private void refused() {
        transaction.executeWithoutResult(t -> {
            papers.keep("work_order/orphans", "file", "", "refused.pdf", REFUSED, Actor.SYSTEM);
            t.setRollbackOnly();
        });
    }

    private Path file(byte[] bytes) {
        String sha256 = Sha256.of(bytes);
        return home.resolve("papers").resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
