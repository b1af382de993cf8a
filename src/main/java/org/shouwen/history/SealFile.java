package org.shouwen.history;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Lines of {@code SHOUWEN_HOME/seals/seals.log}, where one machine keeps everything. */
final class SealFile implements SealLines {
    /** More than the last line needs. */
    private static final int TAIL = 512;

    private final Path file;

    SealFile(Path home) {
        this.file = home.resolve("seals").resolve("seals.log");
    }

    @Override
    public void keep(Sealing.Sealed seal) {
        try {
            String tail = tail();
            if (tail.contains("\n" + seal.line() + "\n")) return;
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    (tail.isEmpty() || tail.endsWith("\n") ? "" : "\n") + seal.line() + "\n",
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines; begins with a line's end also where the file begins. */
    private String tail() throws IOException {
        if (!Files.exists(file)) return "";
        try (RandomAccessFile all = new RandomAccessFile(file.toFile(), "r")) {
            byte[] last = new byte[(int) Math.min(TAIL, all.length())];
            all.seek(all.length() - last.length);
            all.readFully(last);
            String text = new String(last, StandardCharsets.US_ASCII);
            return last.length < all.length() || text.isEmpty() ? text : "\n" + text;
        }
    }

    @Override
    public List<String> all() {
        try {
            return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.US_ASCII) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void putAside(List<String> later, long last) {
        try {
            Path aside = file.resolveSibling("seals-after-" + last + ".log");
            Set<String> all =
                    new LinkedHashSet<>(); // a second restore behind the same seal destroys nothing of the first
            if (Files.exists(aside)) all.addAll(Files.readAllLines(aside, StandardCharsets.US_ASCII));
            all.addAll(later);
            write(aside, List.copyOf(all));
            write(file, all().stream().filter(l -> !later.contains(l)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Path draft = Files.write(file.resolveSibling(file.getFileName() + ".new"), lines, StandardCharsets.US_ASCII);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
