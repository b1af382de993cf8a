package org.shouwen.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.shouwen.blobs.SharedObjects;
import org.shouwen.retention.ErasureLog;

/**
 * Files of a home, of a backup or of a shared folder, brought to the place that nodes share: attachments, lines of seals, notes
 * of entries, erasures. What is there already stays as it is; nothing is taken away where it came from.
 */
final class BroughtFiles {
    private static final Pattern PAPER = Pattern.compile("papers/[0-9a-f]{2}/[0-9a-f]{64}");
    private static final Pattern OTHERS = Pattern.compile(
            "seals/(lines|before|witness|after-\\d+|aside-[0-9-]+)/[A-Za-z0-9._-]+|erasures/\\d+-[0-9a-f-]{36}");

    /** Lines of seals of a machine that keeps its own. */
    private static final String SEALS = "seals/seals.log";

    private final SharedObjects to;
    int papers;
    int others;
    int there;

    /** Attachments whose bytes are not what their name says, and lines of seals that are neither more nor fewer of those there. */
    final List<Path> damaged = new ArrayList<>();

    BroughtFiles(SharedObjects to) {
        this.to = to;
    }

    /** @param from a home or a folder that was shared; a folder {@code store} in it is brought as well */
    void bring(Path from) throws IOException {
        for (Path root : List.of(from, from.resolve(StoreCopy.FOLDER)))
            for (String part : List.of("papers", "seals", "erasures"))
                for (Path file : Backup.regular(root.resolve(part)))
                    one(file, root.relativize(file).toString().replace('\\', '/'));
    }

    private void one(Path file, String name) throws IOException {
        if (name.equals(ErasureLog.FILE.toString().replace('\\', '/'))) erasures(file);
        else if (name.equals(SEALS)) seals(file);
        else if (PAPER.matcher(name).matches()) paper(file, name);
        else if (OTHERS.matcher(name).matches()
                && put(
                        name,
                        Files.readAllBytes(file),
                        Files.getLastModifiedTime(file).toInstant())) others++;
    }

    private void paper(Path file, String name) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!HexFormat.of()
                .formatHex(BackupFolder.sha256().digest(bytes))
                .equals(file.getFileName().toString())) damaged.add(file);
        else if (put(name, bytes, Files.getLastModifiedTime(file).toInstant())) papers++;
    }

    /** A line of the file of one machine is an object where nodes share them. */
    private void erasures(Path file) throws IOException {
        for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
            String[] words = line.split(" ");
            if (words.length != 3 || words[2].length() != 36) continue; // torn by a crash: names nobody
            Instant at = Instant.parse(words[0]);
            if (put("erasures/" + at.toEpochMilli() + "-" + words[2], new byte[0], at)) others++;
        }
    }

    /**
     * As the first start of that home takes them over; a file that has grown since replaces what was brought of it, an earlier
     * state of it does not.
     */
    private void seals(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        if (lines.isEmpty()) return;
        String name = "seals/before/" + lines.getFirst().replace(' ', '-') + ".log";
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] brought = to.writtenAt(name).isPresent() ? to.get(name) : new byte[0];
        if (begins(brought, bytes)) there++;
        else if (!begins(bytes, brought)) damaged.add(file);
        else {
            to.put(name, bytes, Files.getLastModifiedTime(file).toInstant());
            others += lines.size();
        }
    }

    private static boolean begins(byte[] all, byte[] with) {
        return Arrays.equals(all, 0, Math.min(all.length, with.length), with, 0, with.length);
    }

    private boolean put(String name, byte[] bytes, Instant at) {
        if (to.writtenAt(name).isPresent()) {
            there++;
            return false;
        }
        to.put(name, bytes, at);
        return true;
    }
}
