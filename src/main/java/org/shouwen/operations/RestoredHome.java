package org.shouwen.operations;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A home that was restored.
 *
 * @param counts rows by table in the restored database; empty where it is the city's own, which its own tool restores
 */
record RestoredHome(Path backup, Manifest manifest, Map<String, Long> counts) {
    /** With what was counted in a copy that the database's own tool restored. */
    RestoredHome counted(Map<String, Long> rows) {
        return new RestoredHome(backup, manifest, rows);
    }

    /** Tables whose rows are not as many as they were at the backup. */
    List<String> miscounted() {
        return manifest.counts().entrySet().stream()
                .filter(e -> !e.getValue().admits(counts.get(e.getKey())))
                .map(e -> "%s: %s, %d–%d"
                        .formatted(
                                e.getKey(),
                                counts.get(e.getKey()),
                                e.getValue().before(),
                                e.getValue().after()))
                .toList();
    }
}
