package org.shouwen.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What a command met in files and folders, in a sentence of each language: who may not write where, and what to do. */
final class FileFault {
    /** The user that the package makes and to whom all data belong. */
    private static final String OWNER = "shouwen";

    private FileFault() {}

    /**
     * Says it.
     *
     * @param e of reading or writing, or one around it
     * @param arguments of the command: of the folders named there it is said which one is meant
     * @return the command's exit status
     */
    static int said(Exception e, List<String> arguments, PrintStream progress) {
        IOException fault = e instanceof IOException f ? f : (IOException) Objects.requireNonNull(e.getCause());
        progress.println(words(fault, arguments, System.getProperty("user.name", "?")));
        return 2;
    }

    static String words(IOException e, List<String> arguments, String user) {
        if (e instanceof BackupRefused) return String.valueOf(e.getMessage());
        if (e instanceof AccessDeniedException denied && denied.getFile() != null)
            return denied(Path.of(denied.getFile()).toAbsolutePath().normalize(), arguments, user);
        if (e instanceof NoSuchFileException none) return both("没有这个文件：%s。", "No such file: %s.", none.getFile());
        if (e instanceof FileSystemException f && f.getFile() != null)
            return both("文件 %s 出错：%s。", "%s could not be read or written: %s.", f.getFile(), reason(f));
        return both("没有完成：%s。", "It was not done: %s.", e.getMessage() == null ? e : e.getMessage());
    }

    private static String denied(Path file, List<String> arguments, String user) {
        Path folder = meant(file, arguments);
        if (Files.isWritable(folder))
            return both(
                    "用户 %1$s 不能读写 %2$s：请把它交给这个用户。",
                    "The user %1$s may not read or write %2$s: give it to this user.", user, file);
        if (user.equals(OWNER))
            return both(
                    "用户 %1$s 不能写入 %2$s：请以 root 执行 install -d -o %1$s -g %1$s %3$s 后再试。",
                    "The user %1$s may not write to %2$s: as root run install -d -o %1$s -g %1$s %3$s, then try again.",
                    user,
                    folder,
                    quoted(folder));
        return both(
                "用户 %s 不能写入 %s：请换一个可以写入的用户，或另指定目录。",
                "The user %s may not write to %s: run this as a user who may, or name another folder.", user, folder);
    }

    /** The folder that was named and in which the file lies; else its own. */
    private static Path meant(Path file, List<String> arguments) {
        return arguments.stream()
                .map(a -> a.startsWith("--") ? a.substring(a.indexOf('=') + 1) : a)
                .filter(a -> !a.isBlank())
                .map(a -> Path.of(a).toAbsolutePath().normalize())
                .filter(file::startsWith)
                .max(Comparator.comparingInt(Path::getNameCount))
                .orElse(Objects.requireNonNullElse(file.getParent(), file));
    }

    private static String quoted(Path folder) {
        String name = folder.toString();
        return name.matches("[\\p{L}\\p{N}/._-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
    }

    private static String reason(FileSystemException e) {
        return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    }

    private static String both(String zh, String en, Object... of) {
        return zh.formatted(of) + "\n" + en.formatted(of);
    }
}
