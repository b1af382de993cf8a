package org.shouwen.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lines of {@code seals.log} that were written after the moment to which a database was restored. They are put aside
 * into a file of their own, never destroyed: they prove that there was more (ruling 11).
 */
@Component
public class RestoredSeals {
    private final SealStore store;
    private final Path folder;

    RestoredSeals(SealStore store, @Value("${shouwen.home:.shouwen}") Path home) {
        this.store = store;
        this.folder = home.resolve("seals");
    }

    /**
     * Puts them aside; doing it again changes nothing.
     *
     * @return how many lines
     */
    public int putAside() {
        Path log = folder.resolve("seals.log");
        try {
            if (!Files.exists(log)) return 0;
            Set<String> stands = new HashSet<>();
            long last = 0;
            for (Sealing.Sealed s : store.all()) {
                stands.add(s.line());
                last = Math.max(last, s.no());
            }
            List<String> all = Files.readAllLines(log, StandardCharsets.US_ASCII);
            long known = last;
            // a line that differs from a seal of the same number is no matter of the restore: verify shows it
            List<String> later = all.stream()
                    .filter(l -> !stands.contains(l) && number(l) > known)
                    .toList();
            if (later.isEmpty()) return 0;
            all = all.stream().filter(l -> !later.contains(l)).toList();
            write(folder.resolve("seals-after-" + last + ".log"), later);
            write(log, all);
            return later.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(String line) {
        String no = line.split(" ", 2)[0];
        return no.matches("\\d{1,18}") ? Long.parseLong(no) : 0;
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Path draft = Files.write(file.resolveSibling(file.getFileName() + ".new"), lines, StandardCharsets.US_ASCII);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
