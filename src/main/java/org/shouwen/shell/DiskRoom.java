package org.shouwen.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether the disk of the home has room for what people send. The last 64 MB are the database's own: with them it goes on
 * answering, and comes up again after a kill, while nothing more is taken in.
 */
@Component
class DiskRoom {
    private static final long KEPT_BYTES = 64L << 20;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path home;
    private volatile long lookedAt;
    private volatile boolean looked;
    private volatile boolean full;

    DiskRoom(@Value("${shouwen.home:.shouwen}") Path home) {
        this.home = home;
    }

    /** Looked at once a second, however many ask; a disk that can not be asked counts as one with room. */
    boolean full() {
        long now = System.nanoTime();
        if (looked && now - lookedAt < FRESH_NANOS) return full;
        File disk = home.toFile(); // not by its file store, which is not found in a root folder of its own
        full = disk.getTotalSpace() > 0 && disk.getUsableSpace() < KEPT_BYTES;
        lookedAt = now;
        looked = true;
        return full;
    }
}
