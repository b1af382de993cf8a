package org.shouwen.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.blobs.SharedFolder;
import org.shouwen.blobs.SharedObjects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Notes of entries not sealed yet, of two nodes that share a store (ruling 11). */
class NotesOfNodesTest {
    private static final String ONE = "0199e0a0-0000-7000-8000-000000000001 1 aa\n";
    private static final String TWO = "0199e0a0-0000-7000-8000-000000000002 1 bb\n";

    private static final String NOTED =
            "00000000-0000-0000-0000-000000000009 1 " + HexFormat.of().formatHex(new byte[32]);

    @TempDir
    Path folder;

    private UnsealedEntryLog node(String name) {
        SharedObjects objects = SharedFolder.of(folder.resolve("shared"));
        ObjectProvider<SharedObjects> shared = new ObjectProvider<>() {
            @Override
            public SharedObjects getObject() {
                return objects;
            }

            @Override
            public Stream<SharedObjects> stream() {
                return Stream.of(objects);
            }
        };
        return new UnsealedEntryLog(
                folder.resolve(name), new EntryTally(), new SharedNotes(shared, () -> Instant.EPOCH));
    }

    private static List<String> notes(UnsealedEntryLog node) {
        return node.noted().stream().flatMap(some -> some.get().stream()).toList();
    }

    private void noted(String node, String line) throws IOException {
        Path seals = Files.createDirectories(folder.resolve(node).resolve("seals"));
        Files.writeString(seals.resolve("witness.log"), line, StandardCharsets.US_ASCII);
    }

    @Test
    void each_node_sees_what_the_other_noted() throws IOException {
        noted("a", ONE);
        noted("b", TWO);
        assertThat(notes(node("b"))).containsExactly(TWO.strip());
        node("a").share();
        node("a").share();
        assertThat(notes(node("b"))).containsExactlyInAnyOrder(ONE.strip(), TWO.strip());
        node("b").share();
        assertThat(notes(node("a"))).containsExactlyInAnyOrder(ONE.strip(), TWO.strip());
    }

    @Test
    void a_sealing_destroys_what_was_brought_before_it_and_nothing_later() throws IOException {
        noted("a", ONE);
        node("a").share();
        List<UnsealedEntryLog.Notes> covered = node("b").turn();
        noted("b", TWO);
        node("b").share();
        assertThat(covered)
                .singleElement()
                .satisfies(n -> assertThat(n.lines().get()).containsExactly(ONE.strip()));
        covered.forEach(n -> n.destroy().run());
        assertThat(notes(node("a"))).containsExactly(TWO.strip());
    }

    @Test
    void what_a_store_did_not_take_stays_on_the_node_and_is_brought_later() throws IOException {
        noted("a", ONE);
        Path shared = Files.writeString(folder.resolve("shared"), "in the way of the folder");
        assertThatThrownBy(() -> node("a").share()).isInstanceOf(java.io.UncheckedIOException.class);
        Files.delete(shared);
        assertThat(notes(node("a"))).containsExactly(ONE.strip());
        noted("a", TWO);
        node("a").share();
        assertThat(notes(node("b"))).containsExactlyInAnyOrder(ONE.strip(), TWO.strip());
    }

    /** A city that begins to hold millions of rows notes them all at once; each file is read into memory as a whole. */
    @Test
    void a_file_that_has_grown_is_closed_and_another_begun() throws IOException {
        noted("a", ONE.repeat((int) (UnsealedEntryLog.MOST / ONE.length()) + 1));
        UnsealedEntryLog log = node("a");
        note(log);
        note(log);
        try (Stream<Path> files = Files.list(folder.resolve("a").resolve("seals"))) {
            assertThat(files.map(f -> f.getFileName().toString().equals("witness.log")))
                    .containsExactlyInAnyOrder(true, false);
        }
        assertThat(notes(log)).endsWith(NOTED).hasSizeGreaterThan(2);
    }

    private static void note(UnsealedEntryLog log) {
        TransactionSynchronizationManager.initSynchronization();
        try {
            Subject subject = new Subject("unit", UUID.fromString(NOTED.substring(0, 36)));
            log.afterCommit(
                    List.of(new Entry(subject, Chain.START, Instant.EPOCH, Actor.SYSTEM, "Noted", "{}")),
                    List.of(new Chain(1, new byte[32])));
            TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::afterCommit);
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }
}
