package org.shouwen.blobs;

import java.nio.file.Path;

/** A folder that nodes share, for tests of other modules. */
public final class SharedFolder {
    private SharedFolder() {}

    public static SharedObjects of(Path folder) {
        return new FolderObjects(folder);
    }
}
