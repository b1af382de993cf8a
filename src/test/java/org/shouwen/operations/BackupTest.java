package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.shouwen.blobs.Sha256;
import org.shouwen.embedded.EmbeddedPostgres;
import org.shouwen.retention.ErasureLog;

/** A real product, backed up while people write to it, restored elsewhere and proved. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupTest extends BackedUpHome {
    private final List<String> before = new ArrayList<>();
    private final List<String> later = new ArrayList<>();

    @Test
    @Order(1)
    void it_is_refused_while_nobody_said_where_the_keys_go() throws Exception {
        awaitUp(start(home, port));
        before.addAll(post(5));
        assertThat(command(home, "backup", place().toString())).isEqualTo(2);
        assertThat(said).contains(KeyCopies.MEANING_ZH).contains("--keys=");
        assertThat(place()).doesNotExist();
        assertThatThrownBy(() -> new Backup(home, place(), false, place().resolve("keys"), null))
                .isInstanceOf(BackupRefused.class);
    }

    @Test
    @Order(2)
    void everything_of_one_moment_is_copied_while_people_write() throws Exception {
        byte[] photo = "a photo".getBytes(StandardCharsets.UTF_8);
        String name = Sha256.of(photo);
        Files.createDirectories(home.resolve("papers").resolve(name.substring(0, 2)));
        Files.write(home.resolve("papers").resolve(name.substring(0, 2)).resolve(name), photo);
        Thread writer = Thread.ofVirtual().start(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) later.addAll(post(1));
            } catch (Exception endOfTheWriting) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(command(home, "backup", place().toString(), "--keys=" + keys()))
                .as(said)
                .isZero();
        writer.interrupt();
        writer.join();
        Path made = BackupFolder.newest(place()).orElseThrow();
        assertThat(made.resolve("papers").resolve(name.substring(0, 2)).resolve(name))
                .hasBinaryContent(photo);
        assertThat(made.resolve("keys")).doesNotExist();
        assertThat(keys().resolve("identity.key")).hasSameBinaryContentAs(home.resolve("keys/identity.key"));
        assertThat(BackupState.of(home).keys()).isEqualTo("APART");
        assertThat(Files.readString(made.resolve(Manifest.FILE))).contains("\"shouwen.backup/1\"");
    }

    @Test
    @Order(3)
    void the_drill_restores_elsewhere_counts_and_verifies() throws Exception {
        assertThat(command(home, "backup", "drill", place().toString(), "--keys=" + keys()))
                .as(said)
                .isZero();
        assertThat(said).contains("演练通过").contains("全部完好").contains("0 处不符");
        assertThat(BackupState.of(home).drilled()).isNotEmpty();
        System.err.println(said);
    }

    @Test
    @Order(4)
    void a_home_that_lives_or_holds_data_is_never_written_over() throws Exception {
        assertThat(command(home, "restore", place().toString(), home.toString(), "--keys=" + keys()))
                .isEqualTo(2);
        assertThat(said).contains("is not empty");
        assertThat(known(home, before)).isEqualTo(5);
    }

    @Test
    @Order(5)
    void a_restore_to_a_moment_has_what_came_before_it_and_not_what_came_after() throws Exception {
        List<String> kept = post(3);
        Files.createDirectories(home.resolve("erasures"));
        Files.writeString(
                home.resolve(ErasureLog.FILE), "2026-11-28T00:00:00Z appeal 0192f0c1-0000-7000-8000-000000000001\n");
        Instant at = moment();
        List<String> lost = post(3);
        sql(home, "select pg_switch_wal()");
        String segment = sql(home, "select pg_walfile_name(pg_current_wal_lsn())");
        post(1);
        sql(home, "select pg_switch_wal()");
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> Files.exists(archive().resolve("wal/" + segment + ".gz")));
        new ArchiveMirror(home).run();
        Path second = folder.resolve("second");
        Files.createDirectories(
                second.resolve("cache/tmp")); // what the start script of an image makes before any command
        new Restore(place(), second)
                .run(
                        new RestoreWish(keys(), archive(), at, false, List.of()),
                        InstantSource.system().instant());
        assertThat(known(second, before)).isEqualTo(5);
        assertThat(known(second, kept)).isEqualTo(3);
        assertThat(known(second, lost)).isZero();
        assertThat(Files.readString(second.resolve(ErasureLog.FILE)))
                .as("who was forgotten since")
                .contains("0192f0c1");
        assertThat(command(second, "verify")).as(said).isZero();
        assertThat(second.resolve(AfterRestore.MARK))
                .as("what follows a restore is done")
                .doesNotExist();
    }

    @Test
    @Order(6)
    void a_moment_that_the_log_does_not_reach_is_said_and_the_folder_stays_empty() throws Exception {
        Path third = folder.resolve("third");
        RestoreWish wish = new RestoreWish(keys(), archive(), Instant.parse("2099-01-01T00:00:00Z"), false, List.of());
        assertThatThrownBy(() -> new Restore(place(), third).run(wish, Instant.EPOCH))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("did not reach");
        assertThat(third).isEmptyDirectory();
    }

    @Test
    @Order(7)
    void a_damaged_or_altered_backup_is_refused_and_the_folder_stays_empty() throws Exception {
        Path made = backUp();
        Path fourth = folder.resolve("fourth");
        RestoreWish wish = new RestoreWish(keys(), null, null, false, List.of());
        Files.writeString(made.resolve("postgres/data/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> new Restore(made, fourth).run(wish, Instant.EPOCH))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("damaged");
        Files.writeString(
                made.resolve(Manifest.FILE),
                Files.readString(made.resolve(Manifest.FILE)).replace("\"after\"", " \"after\""));
        assertThatThrownBy(() -> new Restore(made, fourth).run(wish, Instant.EPOCH))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("does not bear its seal");
        assertThatThrownBy(() -> new Restore(place(), fourth).run(RestoreWish.AS_IT_WAS, Instant.EPOCH))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("no keys");
        assertThat(fourth).isEmptyDirectory();
        BackupFolder.delete(made);
    }

    @Test
    @Order(8)
    void a_full_folder_is_said_and_nothing_half_done_is_left() throws Exception {
        Path small = Files.createDirectories(folder.resolve("small"));
        assumeThat(mounted(small)).as("a small file system can be mounted here").isTrue();
        try (EmbeddedPostgres database = EmbeddedPostgres.start(home, Map.of())) {
            assertThatThrownBy(() -> new Backup(home, small, true, null, null).of(database, Instant.EPOCH))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("Not enough room");
            // one that fills on the way: the room is only asked for before the first backup of a place
            Files.createDirectories(small.resolve("20260101-000000"));
            Files.writeString(small.resolve("20260101-000000").resolve(Manifest.FILE), "{}");
            assertThatThrownBy(() -> new Backup(home, small, true, null, null).of(database, Instant.EPOCH))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("The disk is full");
            try (Stream<Path> left = Files.list(small)) {
                assertThat(left).singleElement().asString().endsWith("20260101-000000");
            }
        } finally {
            new ProcessBuilder("umount", small.toString()).start().waitFor();
        }
    }

    @Test
    @Order(9)
    void the_oldest_backups_go_and_the_newest_stay() throws Exception {
        Path made = backUp();
        assertThat(BackupPlace.keepOnly(home, place(), 1, archive())).isNotEmpty();
        assertThat(BackupFolder.whole(place())).containsExactly(made);
        String needed = Manifest.read(made, org.shouwen.keys.Keys.of(home)).segment();
        assertThat(Backup.regular(archive().resolve("wal")))
                .noneMatch(f -> f.getFileName().toString().compareTo(needed) < 0);
    }
}
