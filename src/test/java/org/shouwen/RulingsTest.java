package org.shouwen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** "Ruling N" means entry N of {@code docs/rulings.md}, wherever it is written. */
class RulingsTest {
    private static final Path RULINGS = Path.of("docs/rulings.md");
    private static final Pattern ENTRY = Pattern.compile("(?m)^### Ruling (\\d+)$");

    /** "ruling 6", "rulings 5 and 12", "rulings 1 to 4": the numbers may stand apart. */
    private static final Pattern CITED = Pattern.compile("(?i)\\brulings? (\\d+)(?:(?: and | to |, )(\\d+))?");

    private final String page = Files.readString(RULINGS);

    RulingsTest() throws IOException {}

    @Test
    void entries_are_numbered_without_a_gap() {
        assertThat(ENTRY.matcher(page).results().map(m -> Integer.valueOf(m.group(1))))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, entries()).boxed().toList());
    }

    @Test
    void the_head_of_the_page_links_to_every_entry() {
        for (int i = 1; i <= entries(); i++) assertThat(page).contains("[%d](#ruling-%d)".formatted(i, i));
    }

    @Test
    void whatever_cites_a_ruling_cites_one_that_is_there() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path folder : List.of(Path.of("src"), Path.of("docs")))
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(RulingsTest::isText).toList())
                    for (MatchResult m :
                            CITED.matcher(Files.readString(file)).results().toList())
                        if (highest(m) > entries()) missing.add(file + ": " + m.group());
            }
        assertThat(missing).isEmpty();
    }

    private static int highest(MatchResult cited) {
        int first = Integer.parseInt(cited.group(1));
        return cited.group(2) == null ? first : Math.max(first, Integer.parseInt(cited.group(2)));
    }

    private int entries() {
        return (int) ENTRY.matcher(page).results().count();
    }

    private static boolean isText(Path file) {
        return file.toString().matches(".*\\.(java|sql|yaml|md|html|properties)");
    }
}
