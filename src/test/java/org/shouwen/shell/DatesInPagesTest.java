package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A date that is joined to a text with + is written by the machine's locale: 2026/11/19 here and 11/19/26 there. */
class DatesInPagesTest {
    private static final Pattern JOINED = Pattern.compile(
            "(\\.(from|to|until|day|date|effective|due|begins|ends|reviewBy|validFrom|validTo)\\(\\) *\\+ *')|(' *\\+ *[a-z.()]+\\.(from|to|until|day|date|effective|due|begins|ends|reviewBy)\\(\\)[^.a-zA-Z(])");

    /** To whom a paper goes, its date in words, and to which unit an order was handed. */
    private static final Set<String> NO_DATES =
            Set.of("show.html: .to() + '", "show.html: ' + paper.date()}", "show.html: ' + w.handing().to()}");

    @Test
    void dates_are_written_alike_on_all_pages() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> pages = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path page : pages.filter(p -> p.toString().endsWith(".html")).toList())
                JOINED.matcher(Files.readString(page))
                        .results()
                        .map(m -> page.getFileName() + ": " + m.group())
                        .filter(f -> !NO_DATES.contains(f))
                        .forEach(found::add);
        }
        assertThat(found).as("say .toString(), or let displayFormat write it").isEmpty();
    }
}
