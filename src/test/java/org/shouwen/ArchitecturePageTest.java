package org.shouwen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The architecture page names every recurring job with its rhythm, and only tests and code that are there. */
class ArchitecturePageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9][a-z0-9 -]+)` \\| (\\d+) (s|min|h) \\|");
    private static final Pattern NAME =
            Pattern.compile("public String name\\(\\) \\{\\s*return \"([^\"]+)\";", Pattern.DOTALL);
    private static final Pattern EVERY = Pattern.compile(
            "public Duration every\\(\\) \\{\\s*return Duration\\.of(Seconds|Minutes|Hours)\\((\\d+)\\)",
            Pattern.DOTALL);

    @Test
    void every_job_stands_in_the_table_with_its_rhythm() throws IOException {
        List<String> written = ROW.matcher(Files.readString(Path.of("docs/architecture.md")))
                .results()
                .map(m -> m.group(1) + " every " + m.group(2) + " " + m.group(3))
                .toList();
        assertThat(written).containsExactlyInAnyOrderElementsOf(jobs());
    }

    @Test
    void tests_that_the_documents_name_are_there() throws IOException {
        List<String> there = files("src/test/java")
                .map(f -> f.getFileName().toString().replace(".java", ""))
                .toList();
        for (String page : List.of("docs/architecture.md", "docs/how-to.md", "docs/security.md"))
            assertThat(Pattern.compile("`([A-Z][A-Za-z0-9]+Test)[`.]")
                            .matcher(Files.readString(Path.of(page)))
                            .results()
                            .map(m -> m.group(1)))
                    .as(page)
                    .isSubsetOf(there);
    }

    private static List<String> jobs() {
        return files("src/main/java")
                .map(ArchitecturePageTest::read)
                .filter(code -> code.matches("(?s).*implements [^{]*\\b(OwnThread|EveryNode|Irreversible)?Job\\b.*"))
                .map(code -> {
                    var every = EVERY.matcher(code);
                    var name = NAME.matcher(code);
                    assertThat(every.find() && name.find()).as(code).isTrue();
                    String unit = switch (every.group(1)) {
                        case "Seconds" -> "s";
                        case "Minutes" -> "min";
                        default -> "h";
                    };
                    return name.group(1) + " every " + every.group(2) + " " + unit;
                })
                .toList();
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(f -> f.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
