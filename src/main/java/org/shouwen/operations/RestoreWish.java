package org.shouwen.operations;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.embedded.Recovery;

/**
 * What is asked for beyond the backup itself.
 *
 * @param keys the folder of the keys, where they are not in the backup
 * @param archive the folder of the archived log
 * @param until the moment to restore to; null: the backup's own
 * @param newest everything that was archived
 * @param erasures further lists of erasures
 */
record RestoreWish(
        @Nullable Path keys,
        @Nullable Path archive,
        @Nullable Instant until,
        boolean newest,
        List<Path> erasures) {
    static final RestoreWish AS_IT_WAS = new RestoreWish(null, null, null, false, List.of());

    Recovery.Until recovery() throws BackupRefused {
        if (until == null && !newest) return new Recovery.Until.EndOfBackup();
        if (archive == null) {
            throw new BackupRefused(
                    "恢复到某一时刻需要归档日志：请用 --archive=目录 指明。",
                    "A restore to a moment needs the archived log: name it with --archive=FOLDER.");
        }
        return until == null ? new Recovery.Until.Newest(archive) : new Recovery.Until.Moment(archive, until);
    }
}
