package org.shouwen.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwen.blobs.SharedObjects;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whose persons were forgotten, kept outside the database in {@code SHOUWEN_HOME/erasures/erasures.log}: a line
 * {@code <moment> appeal <id>} each, in ASCII, moment in ISO 8601. The ids are random and lead to nobody without the
 * database. A backup that is restored forgets these again (Art. 21). Where nodes share a store it is an object each, {@code
 * erasures/<moment in milliseconds>-<id>}, and the file is what was noted before.
 */
@Component
@Basis(Clause.A21)
public class ErasureLog {
    /** The file's folder under the home, and its name in it. */
    public static final Path FILE = Path.of("erasures", "erasures.log");

    private static final String OBJECTS = "erasures/";

    private final Path file;
    private final ObjectProvider<SharedObjects> shared;

    ErasureLog(@Value("${shouwen.home:.shouwen}") Path home, ObjectProvider<SharedObjects> shared) {
        this.file = home.resolve(FILE);
        this.shared = shared;
    }

    /** @throws UncheckedIOException when it can not be noted; the person is not forgotten then, but at the next run */
    synchronized void note(UUID appeal, Instant at) {
        SharedObjects objects = shared.getIfAvailable();
        if (objects != null) {
            objects.put(OBJECTS + at.toEpochMilli() + "-" + appeal, new byte[0], at);
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    at + " appeal " + appeal + "\n",
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids of the appeals, in the order in which they were noted. */
    Set<UUID> matters() {
        Set<UUID> all = new LinkedHashSet<>();
        SharedObjects objects = shared.getIfAvailable();
        if (objects != null)
            for (String name : objects.names(OBJECTS)) all.add(UUID.fromString(name.substring(name.indexOf('-') + 1)));
        try {
            if (!Files.exists(file)) return all;
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) id(line).ifPresent(all::add);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line torn by a crash names nobody: its person was not forgotten yet. */
    private static Optional<UUID> id(String line) {
        String[] words = line.split(" ");
        if (words.length != 3 || !words[1].equals("appeal") || words[2].length() != 36) return Optional.empty();
        return Optional.of(UUID.fromString(words[2]));
    }
}
