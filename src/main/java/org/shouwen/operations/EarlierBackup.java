package org.shouwen.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The backup before the one that is being made, which shares attachments with it: both have a name for the same bytes on
 * the disk. Bytes that rotted there would be handed on for ever, so each attachment is read again every {@value #DAYS} days,
 * an eighth of them a night by the first digit of their name: well within the fourteen nights that are kept, and to read all
 * of them each night would take as long as to copy them.
 */
final class EarlierBackup {
    static final int DAYS = 8;

    private final @Nullable Path folder;
    private final long day;
    private int rotten;

    /** @param next the name of the backup that is being made, which begins with its day */
    EarlierBackup(@Nullable Path folder, String next) {
        this.folder = folder;
        this.day = LocalDate.parse(next.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE)
                .toEpochDay();
    }

    /** How many attachments were not what their name says. */
    int rotten() {
        return rotten;
    }

    /**
     * Gives a file whose name is its digest a second name.
     *
     * @param size that it must have; negative where that is not known
     * @return false where it is not there, or not whole, or the disk can not share
     */
    boolean share(String relative, long size, Path to) throws IOException {
        Path file = folder == null ? null : folder.resolve(relative);
        if (file == null || !Files.exists(file) || (size >= 0 && Files.size(file) != size) || rotten(file))
            return false;
        try {
            Files.createDirectories(to.getParent());
            Files.createLink(to, file);
            return true;
        } catch (UnsupportedOperationException | IOException noLinksHere) {
            Files.deleteIfExists(to);
            return false;
        }
    }

    private boolean rotten(Path file) {
        String name = Objects.requireNonNull(file.getFileName()).toString();
        if (Character.digit(name.charAt(0), 16) % DAYS != day % DAYS) return false;
        boolean sound;
        try {
            sound = BackupFolder.digest(file).equals(name);
        } catch (IOException unreadable) {
            sound = false;
        }
        if (!sound) rotten++;
        return !sound;
    }
}
