package org.shouwen.attachments;

import java.io.UncheckedIOException;
import org.shouwen.blobs.BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Removes a destroyed paper's bytes when that is committed: they can not be rolled back. A store that does not answer undoes
 * nothing of what is committed; the next sweep destroys what no row names.
 */
final class DestroyedBytes {
    private static final Logger LOG = LoggerFactory.getLogger(DestroyedBytes.class);

    private final BlobStore blobs;

    DestroyedBytes(BlobStore blobs) {
        this.blobs = blobs;
    }

    void afterCommit(String sha256) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                remove(sha256);
            }
        });
    }

    private void remove(String sha256) {
        try {
            blobs.remove(sha256);
        } catch (UncheckedIOException e) {
            LOG.warn("A destroyed paper's bytes stay until the next sweep: {}", e.getMessage());
        }
    }
}
