package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.shouwen.blobs.Sha256;

/** What nodes share is backed up with the rest, and what one machine held is brought to the place that nodes share. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SharedStoreBackupTest extends BackedUpHome {
    private static final byte[] PHOTO = "a photo".getBytes(StandardCharsets.UTF_8);
    private static final String NAME = Sha256.of(PHOTO);
    private static final String PAPER = "papers/" + NAME.substring(0, 2) + "/" + NAME;

    private String store = "";

    @Override
    protected Map<String, String> surroundings() {
        Map<String, String> all = new HashMap<>(super.surroundings());
        all.put("SHOUWEN_STORE", store);
        return all;
    }

    private Path shared() {
        return folder.resolve("shared");
    }

    private static List<Path> files(Path folder) throws Exception {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    @Order(1)
    void what_one_machine_held_is_brought_once_and_what_is_damaged_is_named() throws Exception {
        Path one = Files.createDirectories(folder.resolve("one/papers/" + NAME.substring(0, 2)));
        Files.write(one.resolve(NAME), PHOTO);
        String other = "0".repeat(64);
        Files.createDirectories(folder.resolve("one/papers/00"));
        Files.write(folder.resolve("one/papers/00/" + other), PHOTO);
        Files.createDirectories(folder.resolve("one/erasures"));
        Files.writeString(
                folder.resolve("one/erasures/erasures.log"),
                "2026-11-01T00:00:00Z appeal 0198a3d0-0000-7000-8000-000000000001\n2026-11-01T00");
        assertThat(command(home, "store", "bring", folder.resolve("one").toString()))
                .isEqualTo(2);
        assertThat(said).contains("SHOUWEN_STORE is not set");
        store = shared().toString();
        assertThat(command(home, "store", "bring", folder.resolve("one").toString()))
                .isEqualTo(1);
        assertThat(said).contains("1 个附件", "1 条", other);
        assertThat(shared().resolve(PAPER)).hasBinaryContent(PHOTO);
        assertThat(shared().resolve("papers/00")).doesNotExist();
        assertThat(files(shared().resolve("erasures"))).hasSize(1);
        command(home, "store", "bring", folder.resolve("one").toString());
        assertThat(said).contains("0 个附件", "2 个本来就在");
        assertThat(one.resolve(NAME)).exists();
    }

    @Test
    @Order(2)
    void a_backup_copies_it_and_the_drill_verifies_with_that_copy_alone() throws Exception {
        store = shared().toString();
        awaitUp(start(home, port));
        post(3);
        assertThat(command(home, "backup", place().toString(), "--keys=" + keys()))
                .as(said)
                .isZero();
        assertThat(said).contains("the shared store was copied");
        Path made = BackupFolder.newest(place()).orElseThrow();
        assertThat(made.resolve("store").resolve(PAPER)).hasBinaryContent(PHOTO);
        assertThat(files(made.resolve("store/erasures"))).hasSize(1);
        // The city goes on beside the drill: each minute's seal takes the place of the notes it covers.
        List<Path> before = files(shared()).stream()
                .filter(file -> !file.startsWith(shared().resolve("seals/witness")))
                .toList();
        assertThat(command(home, "backup", "drill", place().toString(), "--keys=" + keys()))
                .as(said)
                .isZero();
        assertThat(said).contains("全部完好");
        assertThat(files(shared()))
                .as("the drill took nothing from the real store")
                .containsAll(before);
    }

    @Test
    @Order(3)
    void the_next_backup_shares_its_attachments_and_a_restored_copy_fills_an_empty_store() throws Exception {
        store = shared().toString();
        Path first = BackupFolder.newest(place()).orElseThrow();
        assertThat(command(home, "backup", place().toString(), "--keys=" + keys()))
                .as(said)
                .isZero();
        Path second = BackupFolder.newest(place()).orElseThrow();
        assertThat(second).isNotEqualTo(first);
        assertThat(Files.getAttribute(second.resolve("store").resolve(PAPER), "unix:ino"))
                .isEqualTo(Files.getAttribute(first.resolve("store").resolve(PAPER), "unix:ino"));
        store = folder.resolve("empty").toString();
        assertThat(command(home, "store", "bring", second.toString())).isZero();
        assertThat(folder.resolve("empty").resolve(PAPER)).hasBinaryContent(PHOTO);
    }
}
