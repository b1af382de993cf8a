package org.shouwen.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.NoSuchElementException;
import org.shouwen.blobs.SharedObjects;
import tools.jackson.databind.json.JsonMapper;

/**
 * When this city was last backed up and a backup of it last proved: in {@code SHOUWEN_HOME/backup.json}, and where nodes share
 * a store in an object of it, so that each node's page and figures tell it. Moments in ISO 8601, empty where there was none.
 *
 * @param keys where the keys of the last backup are
 */
record BackupState(String backedUp, String place, String keys, String drilled) {
    private static final String FILE = "backup.json";

    /** Its name in the store. */
    static final String OBJECT = "operations/" + FILE;

    private static final JsonMapper JSON = new JsonMapper();
    static final BackupState NONE = new BackupState("", "", "", "");

    /** As the node's file has it; none where nothing can be read. */
    static BackupState of(Path home) {
        try {
            return Files.exists(home.resolve(FILE)) ? read(Files.readString(home.resolve(FILE))) : NONE;
        } catch (IOException e) {
            return NONE;
        }
    }

    /**
     * As the store has it; none where nothing lies there.
     *
     * @throws org.shouwen.blobs.StoreUnavailable when it does not answer
     */
    static BackupState of(SharedObjects shared) {
        try {
            return read(new String(shared.get(OBJECT), StandardCharsets.UTF_8));
        } catch (NoSuchElementException e) {
            return NONE;
        }
    }

    private static BackupState read(String json) {
        try {
            return JSON.readValue(json, BackupState.class);
        } catch (RuntimeException e) {
            return NONE;
        }
    }

    /** The later backup of the two, and the later drill. */
    BackupState and(BackupState other) {
        BackupState backup = other.backedUp.compareTo(backedUp) > 0 ? other : this;
        String drill = other.drilled.compareTo(drilled) > 0 ? other.drilled : drilled;
        return new BackupState(backup.backedUp, backup.place, backup.keys, drill);
    }

    void note(Path home) throws IOException {
        Path draft = Files.writeString(home.resolve(FILE + BackupFolder.PART), json());
        Files.move(draft, home.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void note(SharedObjects shared, Instant now) {
        shared.put(OBJECT, json().getBytes(StandardCharsets.UTF_8), now);
    }

    private String json() {
        return JSON.writeValueAsString(this) + "\n";
    }
}
