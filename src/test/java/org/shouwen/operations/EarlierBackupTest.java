package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.blobs.Sha256;

/** Attachments that backups share on the disk: what rots there is not handed on for ever. */
class EarlierBackupTest {
    private static final Instant FIRST = Instant.parse("2026-11-01T19:00:00Z");

    @TempDir
    Path folder;

    private int renewed;

    /** The paper as the backup of a night has it. */
    private Path backup(int night, Path paper) throws IOException {
        Path place = Files.createDirectories(folder.resolve("backups"));
        String relative = folder.relativize(paper).toString();
        try (BackupFolder to = new BackupFolder(place, Backup.NAME.format(FIRST.plus(Duration.ofDays(night))))) {
            to.copyNamed(paper, relative);
            to.closeList();
            to.write(Manifest.FILE, "{}");
            renewed += to.renewed();
            return to.finish().resolve(relative);
        }
    }

    private Path paper(String words) throws IOException {
        String name = Sha256.of(words.getBytes(StandardCharsets.UTF_8));
        Path paper = folder.resolve("papers").resolve(name.substring(0, 2)).resolve(name);
        Files.createDirectories(paper.getParent());
        return Files.writeString(paper, words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a photo", "another", "a third", "a letter"})
    void one_that_rotted_is_copied_anew_once_within_its_eight_nights(String words) throws Exception {
        Path paper = paper(words);
        Path rotten = backup(0, paper);
        Files.writeString(rotten, "x".repeat(words.length()));
        Path last = rotten;
        for (int night = 1; night <= EarlierBackup.DAYS; night++) last = backup(night, paper);
        assertThat(last).hasContent(words);
        assertThat(renewed).isEqualTo(1);
    }

    @Test
    void a_sound_one_is_shared_every_night() throws Exception {
        Path paper = paper("a photo");
        Object disk = Files.getAttribute(backup(0, paper), "unix:ino");
        for (int night = 1; night <= EarlierBackup.DAYS; night++)
            assertThat(Files.getAttribute(backup(night, paper), "unix:ino")).isEqualTo(disk);
        assertThat(renewed).isZero();
    }

    @Test
    void a_part_of_one_is_never_taken_over() throws Exception {
        Path paper = paper("a photo");
        Files.writeString(backup(0, paper), "a");
        for (int night = 1; night <= EarlierBackup.DAYS; night++)
            assertThat(backup(night, paper)).hasContent("a photo");
    }
}
