package org.shouwen.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Instants in columns and numbers by year are written here and in no store once more. */
class OnePlaceTest {
    private static final List<Pattern> AGAIN = List.of(
            Pattern.compile("clock\\s*\\.instant\\(\\)\\s*\\.truncatedTo\\(ChronoUnit\\.MICROS\\)"),
            Pattern.compile("(\\S+) == null \\? null : Timestamp\\.from\\(\\1\\)"),
            Pattern.compile("Instant \\w+\\(ResultSet rs, String column\\)"),
            Pattern.compile("(\\w+) == null \\? null : \\1\\.toInstant\\(\\)"),
            Pattern.compile("on conflict \\(year\\) do update set last"));

    @Test
    void no_other_class_writes_them_again() throws IOException {
        Path main = Path.of("src/main/java/org/shouwen");
        TreeSet<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(main)) {
            for (Path f : files.filter(p -> p.toString().endsWith(".java")).toList()) {
                String source = Files.readString(f);
                for (Pattern p : AGAIN)
                    if (!f.startsWith(main.resolve("jdbc")) && p.matcher(source).find())
                        found.add(main.relativize(f) + ": " + p);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void now_is_what_a_column_gives_back() {
        Instant nanos = Instant.parse("2026-09-30T02:00:00.123456789Z");
        assertThat(Instants.now(InstantSource.fixed(nanos))).isEqualTo(Instant.parse("2026-09-30T02:00:00.123456Z"));
        assertThat(Instants.timestamp(null)).isNull();
        assertThat(Instants.timestamp(nanos))
                .isNotNull()
                .satisfies(t -> assertThat(t.toInstant()).isEqualTo(nanos));
    }
}
