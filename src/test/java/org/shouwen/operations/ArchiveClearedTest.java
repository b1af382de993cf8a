package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.embedded.WalArchive;

/** Attachments that were destroyed leave the archive with the last backup from which they could be restored (Art. 21). */
class ArchiveClearedTest {
    private static final String STAYS = "aa".repeat(32);
    private static final String DESTROYED = "ab".repeat(32);
    private static final Instant FIRST = Instant.parse("2026-11-01T18:30:00Z");
    private static final Instant SECOND = Instant.parse("2026-11-02T18:30:00Z");

    @TempDir
    Path folder;

    private Path home;
    private Path place;
    private Path archive;

    @BeforeEach
    void backups() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        place = folder.resolve("backups");
        archive = folder.resolve("archive");
        backup(FIRST);
        backup(SECOND);
    }

    private void backup(Instant taken) throws IOException {
        Path backup = Files.createDirectories(place.resolve(Backup.NAME.format(taken)));
        Files.writeString(backup.resolve(BackupFolder.FILES), "");
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                taken.toString(),
                Manifest.Database.EMBEDDED,
                "18.6",
                "0/3000028",
                "0/3000158",
                "000000010000000000000003",
                KeyCopies.Where.APART,
                Map.of(),
                BackupFolder.digest(backup.resolve(BackupFolder.FILES)));
        Files.writeString(backup.resolve(Manifest.FILE), manifest.json());
    }

    private static Path paper(Path root, String name, Instant at) throws IOException {
        Path file = root.resolve("papers").resolve(name.substring(0, 2)).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "a photo");
        return Files.setLastModifiedTime(file, FileTime.from(at));
    }

    @Test
    void what_was_destroyed_before_the_oldest_backup_goes_and_what_the_home_has_stays() throws Exception {
        Path stays = paper(archive, STAYS, Instant.parse("2026-10-01T00:00:00Z"));
        paper(home, STAYS, Instant.parse("2026-10-01T00:00:00Z"));
        Path destroyed = paper(archive, DESTROYED, Instant.parse("2026-10-01T00:00:00Z"));
        assertThat(BackupPlace.keepOnly(home, place, 2, archive)).isEmpty();
        assertThat(destroyed).doesNotExist();
        assertThat(stays).exists();
    }

    @Test
    void what_came_and_was_destroyed_since_the_oldest_backup_stays_until_a_later_one_is_the_oldest() throws Exception {
        Path between = paper(archive, DESTROYED, Instant.parse("2026-11-02T06:00:00Z"));
        BackupPlace.keepOnly(home, place, 2, archive);
        assertThat(between)
                .as("a restore from the first backup to that noon needs it")
                .exists();
        assertThat(BackupPlace.keepOnly(home, place, 1, archive)).hasSize(1);
        assertThat(between).doesNotExist();
    }

    @Test
    void what_is_kept_anew_after_it_was_destroyed_counts_as_new_in_the_archive() throws Exception {
        WalArchive.use(home, archive.toString());
        Path anew = paper(archive, DESTROYED, Instant.parse("2026-10-01T00:00:00Z"));
        Path put = paper(home, DESTROYED, Instant.parse("2026-11-02T06:00:00Z"));
        new ArchiveMirror(home).run();
        Files.delete(put);
        BackupPlace.keepOnly(home, place, 2, archive);
        assertThat(anew).exists();
    }
}
