package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The folder in which backups lie, before anything is written there. The database that is named does not answer. */
class BackupPlaceTest extends BackedUpHome {
    @Override
    protected Map<String, String> surroundings() {
        return Map.of("SHOUWEN_DB_URL", "jdbc:postgresql://127.0.0.1:1/none");
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
            assertThat(said)
                    .contains("另一个备份正在写入 " + place())
                    .contains("Another backup is being made in " + place());
            assertThat(writing).exists();
            assertThatThrownBy(() -> BackupPlace.take(place())).isInstanceOf(BackupRefused.class);
        }
        command(home, "backup", place().toString());
        assertThat(said).doesNotContain("Another backup");
        assertThat(writing).as("the first had broken off").doesNotExist();
    }
}
