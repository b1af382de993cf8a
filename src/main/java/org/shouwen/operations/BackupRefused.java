package org.shouwen.operations;

import java.io.IOException;
import java.nio.file.Path;
import org.shouwen.embedded.FullDisk;

/** Why a backup or a restore was not done; nothing was left half done. The message says it in Chinese and English. */
final class BackupRefused extends IOException {
    private static final long serialVersionUID = 1;

    BackupRefused(String zh, String en) {
        super(zh + "\n" + en);
    }

    BackupRefused(String zh, String en, Throwable cause) {
        super(zh + "\n" + en, cause);
    }

    /** A full disk in words; other faults as they are. */
    static IOException because(IOException e, Path where) {
        if (e instanceof BackupRefused || !FullDisk.is(e, where)) return e;
        return new BackupRefused(
                "磁盘已满：%s 放不下，未留下任何不完整的备份。请腾出空间或换一个目录。".formatted(where),
                "The disk is full: %s can not take it. Nothing half done was left; make room or name another folder."
                        .formatted(where),
                e);
    }
}
