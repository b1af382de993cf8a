package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.keys.Keys;

/** A backup outlives the version that made it. */
class ManifestTest {
    @TempDir
    Path folder;

    private static String golden() throws Exception {
        try (InputStream in =
                Objects.requireNonNull(ManifestTest.class.getResourceAsStream("/golden/v1/backup/manifest.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Keys keys() throws Exception {
        Files.createDirectories(folder.resolve("keys"));
        Files.writeString(
                folder.resolve("keys/history.key"), Base64.getEncoder().encodeToString(new byte[32]));
        return Keys.of(folder);
    }

    private Path backup(String json, String seal) throws Exception {
        Path backup = Files.createDirectories(folder.resolve("backup"));
        Files.writeString(backup.resolve(BackupFolder.FILES), "");
        Files.writeString(backup.resolve(Manifest.FILE), json);
        Files.writeString(backup.resolve(Manifest.SEAL), seal + "\n");
        return backup;
    }

    @Test
    void the_first_format_is_read_for_ever_and_bears_the_same_seal() throws Exception {
        String seal = "787610e978d18403554e63d73dd1bd88c17e13ca3f8ea8ab224f4fc1ab7f2fac";
        assertThat(Manifest.seal(keys(), golden())).isEqualTo(seal);
        Manifest read = Manifest.read(backup(golden(), seal), keys());
        assertThat(read)
                .isEqualTo(new Manifest(
                        "shouwen.backup/1",
                        "2026-11-28T19:00:00Z",
                        Manifest.Database.EMBEDDED,
                        "18.6",
                        "0/3000028",
                        "0/3000158",
                        "000000010000000000000003",
                        KeyCopies.Where.APART,
                        Map.of("intake.appeal", new Manifest.Counts(10, 12, true)),
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        assertThat(read.json()).isEqualTo(golden());
    }

    @Test
    void a_later_format_is_refused_by_name() throws Exception {
        Path backup = backup(golden().replace("backup/1", "backup/2"), "");
        assertThatThrownBy(() -> Manifest.read(backup, keys())).hasMessageContaining("shouwen.backup/2");
    }

    @Test
    void a_table_that_only_grows_may_have_any_count_between_and_others_any() {
        Manifest.Counts growing = new Manifest.Counts(10, 12, true);
        assertThat(growing.admits(11L)).isTrue();
        assertThat(growing.admits(9L)).isFalse();
        assertThat(growing.admits(13L)).isFalse();
        assertThat(growing.admits(null)).isFalse();
        assertThat(new Manifest.Counts(10, 12, false).admits(9L)).isTrue();
    }

    @Test
    void a_moment_is_read_as_shanghai_has_it_unless_it_says_otherwise() throws Exception {
        assertThat(RestoreCommand.moment("2026-11-28 10:15")).isEqualTo(Instant.parse("2026-11-28T02:15:00Z"));
        assertThat(RestoreCommand.moment("2026-11-28T10:15:30Z")).isEqualTo(Instant.parse("2026-11-28T10:15:30Z"));
        assertThat(RestoreCommand.moment("2026-11-28T10:15+09:00")).isEqualTo(Instant.parse("2026-11-28T01:15:00Z"));
        assertThatThrownBy(() -> RestoreCommand.moment("yesterday")).isInstanceOf(BackupRefused.class);
    }
}
