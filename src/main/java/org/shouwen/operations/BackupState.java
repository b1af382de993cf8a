package org.shouwen.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.databind.json.JsonMapper;

/**
 * When this home was last backed up and a backup of it last proved, in {@code SHOUWEN_HOME/backup.json}; what the
 * administrator's page and the figures tell. Moments in ISO 8601, empty where there was none.
 *
 * @param keys where the keys of the last backup are
 */
record BackupState(String backedUp, String place, String keys, String drilled) {
    private static final String FILE = "backup.json";
    private static final JsonMapper JSON = new JsonMapper();
    static final BackupState NONE = new BackupState("", "", "", "");

    /** As it is noted; none where nothing can be read. */
    static BackupState of(Path home) {
        try {
            return Files.exists(home.resolve(FILE))
                    ? JSON.readValue(Files.readString(home.resolve(FILE)), BackupState.class)
                    : NONE;
        } catch (IOException | RuntimeException e) {
            return NONE;
        }
    }

    void note(Path home) throws IOException {
        Path draft = Files.writeString(home.resolve(FILE + BackupFolder.PART), JSON.writeValueAsString(this) + "\n");
        Files.move(draft, home.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
