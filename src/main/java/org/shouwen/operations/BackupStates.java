package org.shouwen.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shouwen.blobs.SharedObjects;
import org.shouwen.blobs.StoreUnavailable;
import org.shouwen.jobs.EveryNodeJob;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * When the city was last backed up and a backup proved, whichever node did it: this node's file, and what the nodes share,
 * which is asked by the way so that nobody who looks waits for it.
 */
@Component
class BackupStates implements EveryNodeJob {
    private final Path home;
    private final ObjectProvider<SharedObjects> shared;
    private volatile BackupState told = BackupState.NONE;

    BackupStates(@Value("${shouwen.home:.shouwen}") Path home, ObjectProvider<SharedObjects> shared) {
        this.home = home;
        this.shared = shared;
    }

    @Override
    public String name() {
        return "backup-state";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        SharedObjects objects = shared.getIfAvailable();
        if (objects != null) told = BackupState.of(objects);
    }

    BackupState now() {
        return BackupState.of(home).and(told);
    }

    /** Notes what a command has done, in the home where there is one, and in the store. */
    static void note(
            Path home, @Nullable SharedObjects shared, Instant now, UnaryOperator<BackupState> done, PrintStream out)
            throws IOException {
        if (Files.isDirectory(home)) done.apply(BackupState.of(home)).note(home);
        try {
            if (shared != null) done.apply(BackupState.of(shared)).note(shared, now);
        } catch (StoreUnavailable e) {
            out.printf("没有登记到共享存储，其他节点不会显示 not noted in the store, other nodes do not tell it: %s%n", e.getMessage());
        }
    }
}
