package org.shouwen.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The lines of a database's log (timelines): each restore begins one of its own, numbered, and its history says where it
 * parted from which other one. Histories lie in the archive beside the segments, whose names begin with the line's number:
 * two lines of one number would want the same names.
 */
final class Timelines {
    private static final Pattern HISTORY = Pattern.compile("([0-9A-F]{8})\\.history");
    private static final Pattern PARTED = Pattern.compile("(?m)^(\\d+)\\t([0-9A-F]+)/([0-9A-F]+)\\t");
    private static final String PACKED = ".gz";

    private Timelines() {}

    /** Lets a database that will be recovered know of the lines in an archive, so that it takes a number that is free. */
    static void lay(Path wal, Path data) throws IOException {
        for (Path packed : histories(wal, PACKED)) {
            Path to = data.resolve("pg_wal").resolve(plain(packed));
            if (Files.exists(to)) continue;
            Files.write(to, unpacked(packed));
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /**
     * Brings a database's histories to its archive: the server itself brings none of a line that a recovery began.
     *
     * @throws CannotStart when another restore began a line of the same number there
     */
    static void keep(Path data, Path wal) throws IOException {
        List<Path> all = histories(data.resolve("pg_wal"), "");
        for (Path history : all) {
            Path there = wal.resolve(history.getFileName() + PACKED);
            // as the server notes what it archived; two restores of one copy have histories of the same words
            Path noted = history.resolveSibling("archive_status").resolve(history.getFileName() + ".done");
            byte[] words = Files.readAllBytes(history);
            boolean begunHere = history.equals(all.getLast()) && !Files.exists(noted);
            if (Files.exists(there) && (begunHere || !Arrays.equals(words, unpacked(there)))) throw taken(wal);
            if (!Files.exists(noted)) Files.createFile(noted);
            if (!Files.exists(there)) pack(words, there);
        }
    }

    private static void pack(byte[] words, Path there) throws IOException {
        Path draft = there.resolveSibling(there.getFileName() + ".part");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(draft))) {
            out.write(words);
        }
        Files.move(draft, there, StandardCopyOption.ATOMIC_MOVE);
    }

    private static CannotStart taken(Path wal) {
        return new CannotStart(
                "归档目录 %s 中已有另一次恢复的日志：请把 SHOUWEN_ARCHIVE 改为空目录，启动后立即备份。".formatted(wal.getParent()),
                "%s holds the log of another restore already: name an empty folder as SHOUWEN_ARCHIVE, and back up after the start."
                        .formatted(wal.getParent()));
    }

    /**
     * The line that was written on at a moment: of those that parted from the copy's own after it was made, the newest that
     * had begun by then.
     *
     * @param label the copy's {@code backup_label}
     * @return its number, or {@code current}: the copy's own
     */
    static String at(Path wal, Path label, Instant moment) throws IOException {
        String copied = Files.readString(label);
        String line = found("START TIMELINE: (\\d+)", copied);
        long start = place(
                found("START WAL LOCATION: ([0-9A-F]+)/", copied),
                found("START WAL LOCATION: [0-9A-F]+/([0-9A-F]+)", copied));
        String newest = "current";
        for (Path packed : histories(wal, PACKED)) {
            boolean begun = !Files.getLastModifiedTime(packed).toInstant().isAfter(moment);
            String history = new String(unpacked(packed), StandardCharsets.US_ASCII);
            boolean after = PARTED.matcher(history)
                    .results()
                    .anyMatch(p -> p.group(1).equals(line) && place(p.group(2), p.group(3)) >= start);
            if (begun && after)
                newest = Long.toString(Long.parseLong(plain(packed).substring(0, 8), 16));
        }
        return newest;
    }

    private static long place(String high, String low) {
        return (Long.parseLong(high, 16) << 32) + Long.parseLong(low, 16);
    }

    private static String found(String pattern, String in) throws IOException {
        Matcher m = Pattern.compile(pattern).matcher(in);
        if (!m.find()) throw new IOException("not in backup_label: " + pattern);
        return m.group(1);
    }

    /** In the order of their numbers. */
    private static List<Path> histories(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> f.getFileName().toString().endsWith(".history" + ending)
                            && HISTORY.matcher(plain(f)).matches())
                    .sorted()
                    .toList();
        }
    }

    private static String plain(Path history) {
        String name = history.getFileName().toString();
        return name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name;
    }

    private static byte[] unpacked(Path packed) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
