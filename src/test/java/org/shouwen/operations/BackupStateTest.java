package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.blobs.SharedFolder;
import org.shouwen.blobs.SharedObjects;
import org.springframework.beans.factory.ObjectProvider;

/** When the city was backed up and a backup proved, as each of its nodes tells it. */
class BackupStateTest {
    private static final String FIRST = "2026-11-27T19:00:00Z";
    private static final String SECOND = "2026-11-28T19:00:00Z";

    @TempDir
    Path folder;

    private SharedObjects shared;
    private final PrintStream said = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    @BeforeEach
    void sharedStore() {
        shared = SharedFolder.of(folder.resolve("store"));
    }

    private Path home(String name) throws Exception {
        return Files.createDirectories(folder.resolve(name));
    }

    private BackupStates node(Path home, @Nullable SharedObjects objects) {
        BackupStates node = new BackupStates(home, new ObjectProvider<>() {
            @Override
            public Stream<SharedObjects> stream() {
                return Stream.ofNullable(objects);
            }
        });
        node.run();
        return node;
    }

    private void backedUp(Path home, @Nullable SharedObjects objects, String at) throws Exception {
        BackupStates.note(home, objects, Instant.parse(at), b -> new BackupState(at, "/b", "APART", b.drilled()), said);
    }

    @Test
    void what_one_node_did_all_nodes_tell() throws Exception {
        backedUp(home("one"), shared, FIRST);
        BackupStates.note(
                home("two"),
                shared,
                Instant.parse(SECOND),
                b -> new BackupState(b.backedUp(), b.place(), b.keys(), SECOND),
                said);
        BackupState all = new BackupState(FIRST, "/b", "APART", SECOND);
        assertThat(node(home("one"), shared).now()).isEqualTo(all);
        assertThat(node(home("two"), shared).now()).isEqualTo(all);
        assertThat(node(home("three"), shared).now()).isEqualTo(all);
    }

    @Test
    void a_node_s_own_file_counts_where_it_is_newer_or_nothing_is_shared() throws Exception {
        backedUp(home("one"), shared, FIRST);
        backedUp(home("one"), null, SECOND);
        assertThat(node(home("one"), shared).now().backedUp()).isEqualTo(SECOND);
        assertThat(node(home("one"), null).now().backedUp()).isEqualTo(SECOND);
        assertThat(node(home("two"), shared).now().backedUp()).isEqualTo(FIRST);
        assertThat(node(home("two"), null).now()).isEqualTo(BackupState.NONE);
    }
}
