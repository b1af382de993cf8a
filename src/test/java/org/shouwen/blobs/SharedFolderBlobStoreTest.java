package org.shouwen.blobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

/** Attachments in a folder that nodes mount keep the contract. */
class SharedFolderBlobStoreTest extends BlobStoreContract {
    @TempDir
    Path folder;

    @Override
    BlobStore create(InstantSource clock) {
        return new SharedBlobStore(new FolderObjects(folder), clock);
    }

    @Override
    void damage(String sha256) throws IOException {
        Path file = folder.resolve("papers").resolve(sha256.substring(0, 2)).resolve(sha256);
        byte[] bytes = Files.readAllBytes(file);
        bytes[0]++;
        Files.write(file, bytes);
    }
}
