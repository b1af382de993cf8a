package org.shouwen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages on how this is built name every recurring job with its rhythm, and only tests, classes and folders that are there. */
class ArchitecturePageTest {
    private static final List<String> PAGES = List.of("docs/architecture.md", "CONTRIBUTING.md");
    private static final Path CODE = Path.of("src/main/java/org/shouwen");
    private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");
    private static final Pattern CLASS = Pattern.compile("(?<![\\w*<-])([A-Z][a-z]\\w*+)(?!-)");

    /** What a module has, by a dot as in {@code history.VerifiableRows} or by folders as in {@code history/History}. */
    private static final Pattern IN_MODULE =
            Pattern.compile("^(?!java|tools)([a-z]\\w*(?:[./][a-z]\\w*)*)[./]([A-Z][a-z]\\w*)");

    private static final Pattern CLASSES =
            Pattern.compile("(?:\\b(?:class|interface|record|enum) |\nimport (?:\\w+\\.)+)([A-Z]\\w*)");
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
        for (String page : List.of("docs/architecture.md", "docs/how-to.md", "docs/security.md", "CONTRIBUTING.md"))
            assertThat(Pattern.compile("`([A-Z][A-Za-z0-9]+Test)[`.]")
                            .matcher(Files.readString(Path.of(page)))
                            .results()
                            .map(m -> m.group(1)))
                    .as(page)
                    .isSubsetOf(there);
    }

    @Test
    void classes_that_the_pages_name_are_there() throws IOException {
        Set<String> there = new HashSet<>();
        for (String folder : List.of("src/main/java", "src/test/java", "src/bench/java"))
            files(folder).map(ArchitecturePageTest::read).forEach(code -> there.addAll(found(CLASSES, code)));
        for (String page : PAGES) {
            List<String> spans = found(SPAN, read(Path.of(page)));
            assertThat(spans.stream().flatMap(s -> found(CLASS, s.replaceAll("\"[^\"]*\"", "")).stream()))
                    .as(page)
                    .isNotEmpty()
                    .allMatch(name -> there.contains(name) || ofJava(name));
            assertThat(spans.stream().flatMap(s -> IN_MODULE.matcher(s).results()))
                    .as(page)
                    .extracting(m -> m.group(1).replace('.', '/') + "/" + m.group(2) + ".java")
                    .allMatch(file -> Files.exists(CODE.resolve(file)));
        }
    }

    @Test
    void folders_that_the_pages_name_are_there() throws IOException {
        for (String page : PAGES)
            assertThat(found(Pattern.compile("`((?:src|docs)/[^`<…]*/)"), read(Path.of(page))))
                    .as(page)
                    .allMatch(folder -> Files.isDirectory(Path.of(folder)));
        List<String> words = found(Pattern.compile("`([a-z][a-z0-9]*)`"), read(Path.of("docs/architecture.md")));
        assertThat(words)
                .as("a module, recurring work, a folder or a command")
                .allMatch(word -> word.equals("verify")
                        || Files.isDirectory(CODE.resolve(word))
                        || lies().contains(word)
                        || jobs().stream().anyMatch(j -> j.startsWith(word + " ")));
    }

    @Test
    void what_lies_outside_the_database_is_named_as_the_code_names_it() {
        Pattern laid = Pattern.compile("home(?:\\(\\))?\\.resolve\\(\"([a-z]+)[/\"]|\"(erasures)/");
        assertThat(files("src/main/java")
                        .map(ArchitecturePageTest::read)
                        .flatMap(code -> laid.matcher(code).results())
                        .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(lies());
    }

    /** Folders of the home, as the table of the page has them. */
    private static List<String> lies() {
        return found(Pattern.compile("(?m)^\\| (`[a-z]+/`.*?) \\|"), read(Path.of("docs/architecture.md"))).stream()
                .flatMap(cell -> found(Pattern.compile("`([a-z]+)/`"), cell).stream())
                .toList();
    }

    private static boolean ofJava(String name) {
        try {
            Class.forName("java.lang." + name);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(m -> m.group(1)).toList();
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
