package org.shouwen.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A server that has the home and whose database this process can't see: in another container, where each has its own
 * numbers of processes. PostgreSQL's own checks see nothing there either, and a second server on the same files would
 * destroy them.
 */
final class RunningElsewhere {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RunningElsewhere() {}

    static void refuse(Path home, Path data) throws IOException {
        refuse(home, data, PATIENCE);
    }

    /**
     * @param patience how long a server that has just begun may take until its database is seen
     * @throws CannotStart saying where the command belongs
     */
    static void refuse(Path home, Path data, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (HomeLock.isHeldByAnother(home) && Postmaster.find(data).isEmpty()) {
            if (System.nanoTime() > end) {
                throw new CannotStart(
                        "%s 正由另一个首问进程使用，但从这里看不到它的数据库（例如在另一个容器里）：请在那个容器里执行，如 docker exec shouwen /opt/shouwen/shouwen …。"
                                .formatted(home),
                        "Another Shouwen has %s and its database can't be seen from here, such as in another container: run the command in that one, as by docker exec shouwen /opt/shouwen/shouwen …."
                                .formatted(home));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }
}
