package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A power cut after "backed up" takes nothing of the backup: the virtual machine itself tells what was forced to the disk. */
class ForcedBackupTest {
    @TempDir
    Path folder;

    private interface Work {
        void run() throws Exception;
    }

    private List<String> forcedBy(Work work) throws Exception {
        Path told = folder.resolve("told.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.FileForce").withoutThreshold();
            recording.start();
            work.run();
            recording.stop();
            recording.dump(told);
        }
        return RecordingFile.readAllEvents(told).stream()
                .sorted(Comparator.comparing(RecordedEvent::getStartTime))
                .map(e -> e.getString("path"))
                .toList();
    }

    @Test
    void files_and_names_of_a_backup_are_on_the_disk_before_it_is_called_one() throws Exception {
        Path from = Files.writeString(folder.resolve("from"), "a row");
        Path place = Files.createDirectories(folder.resolve("backups"));
        List<String> forced = forcedBy(() -> {
            try (BackupFolder to = new BackupFolder(place, "20261128-030000")) {
                to.copy(from, to.path("postgres/data/1"));
                to.copy(new byte[] {1}, "store/seals/lines/1");
                to.closeList();
                to.finish();
            }
        });
        String draft = place.resolve("20261128-030000.part").toString();
        assertThat(forced)
                .contains(
                        draft + "/postgres/data/1",
                        draft + "/store/seals/lines/1",
                        draft + "/files.sha256",
                        draft + "/postgres/data",
                        draft + "/store",
                        draft)
                .last()
                .as("its name, at the end")
                .isEqualTo(place.toString());
    }

    @Test
    void so_are_the_copies_of_keys() throws Exception {
        Files.createDirectories(folder.resolve("home/keys"));
        Files.writeString(folder.resolve("home/keys/identity.key"), "secret");
        Path to = folder.resolve("apart");
        assertThat(forcedBy(() -> KeyCopies.copy(folder.resolve("home"), to)))
                .containsExactly(to.resolve("identity.key.part").toString(), to.toString());
    }
}
