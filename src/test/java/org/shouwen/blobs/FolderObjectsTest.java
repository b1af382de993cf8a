package org.shouwen.blobs;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A folder that nodes mount keeps the contract. */
class FolderObjectsTest extends SharedObjectsContract {
    @TempDir
    Path folder;

    @Override
    SharedObjects create() {
        return new FolderObjects(folder);
    }
}
