package org.shouwen.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** Something stands in the way of the start; the message is one sentence that says what to do, in Chinese and English. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CannotStart(String zh, String en) {
        super(zh + "\n" + en);
    }

    static CannotStart notOurs(Path folder) {
        return new CannotStart(
                "当前用户不能写入 %s：请换用原来的用户运行，或用 SHOUWEN_HOME 另指定一个目录。".formatted(folder),
                "%s can't be written by this user: run as the user who made it, or set SHOUWEN_HOME to another folder."
                        .formatted(folder));
    }

    static CannotStart because(Path folder, IOException e) {
        if (e instanceof AccessDeniedException) return notOurs(folder);
        if (FullDisk.is(e, folder)) {
            return new CannotStart(
                    "磁盘已满：请为 %s 腾出空间后再启动。".formatted(folder),
                    "The disk is full: make room for %s, then start again.".formatted(folder));
        }
        String what = String.valueOf(e.getMessage()).strip();
        return new CannotStart(
                "自带数据库未能启动：%s（日志见 %s）。".formatted(what, folder.resolve("postgres.log")),
                "The embedded database did not start: %s (log: %s).".formatted(what, folder.resolve("postgres.log")));
    }
}
