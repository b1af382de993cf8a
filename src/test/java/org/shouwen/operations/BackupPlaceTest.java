package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The folder in which backups lie, before anything is written there. The database that is named does not answer. */
class BackupPlaceTest extends BackedUpHome {
    private String nightly = "";

    @Override
    protected Map<String, String> surroundings() {
        return Map.of(
                "SHOUWEN_DB_URL",
                "jdbc:postgresql://127.0.0.1:1/none",
                "SHOUWEN_BACKUP_TO",
                nightly,
                "SHOUWEN_BACKUP_KEYS",
                nightly.isEmpty() ? "" : nightly + "/keys");
    }

    @BeforeEach
    void aHome() throws Exception {
        Files.createDirectories(home);
    }

    @Test
    void a_second_backup_into_a_place_is_refused_and_takes_nothing_from_the_first() throws Exception {
        Path writing = Files.createDirectories(place().resolve("20261128-030000.part"));
        try (FileHold _ = BackupPlace.take(place())) {
            assertThat(command(home, "backup", place().toString())).isEqualTo(2);
            assertThat(said).contains("另一个备份正在写入 " + place()).contains("Another backup is being made in " + place());
            assertThat(writing).exists();
            assertThatThrownBy(() -> BackupPlace.take(place())).isInstanceOf(BackupRefused.class);
        }
        command(home, "backup", place().toString());
        assertThat(said).doesNotContain("Another backup");
        assertThat(writing).as("the first had broken off").doesNotExist();
    }

    @Test
    void a_place_on_the_disk_of_the_data_is_warned_of() throws Exception {
        command(home, "backup", place().toString());
        assertThat(said).contains(place() + " 与数据在同一块磁盘上").contains(place() + " lies on the same disk as the data");
        Path memory = Path.of("/dev/shm");
        assumeTrue(
                Files.isWritable(memory)
                        && !Files.getAttribute(memory, "unix:dev").equals(Files.getAttribute(home, "unix:dev")),
                "no second disk here");
        Path other = Files.createTempDirectory(memory, "backups");
        try {
            assertThat(command(home, "backup", other.toString())).isEqualTo(2);
            assertThat(said).isNotBlank().doesNotContain("the same disk");
        } finally {
            BackupFolder.delete(other);
        }
    }

    @Test
    void the_nightly_backup_goes_where_the_settings_say_and_nowhere_before() throws Exception {
        assertThat(command(home, "backup", "nightly")).as(said).isZero();
        assertThat(said.strip().lines()).singleElement().asString().contains("没有备份", "nothing was backed up");
        Files.createDirectories(home.resolve("keys"));
        Files.writeString(home.resolve("keys/history.key"), "AAAA");
        try {
            nightly = place().toString();
            assertThat(command(home, "backup", "nightly")).isEqualTo(2);
            assertThat(said)
                    .as("both were taken")
                    .contains("must lie outside the backups")
                    .contains(nightly + "/keys");
        } finally {
            nightly = "";
            BackupFolder.delete(home.resolve("keys"));
        }
    }
}
