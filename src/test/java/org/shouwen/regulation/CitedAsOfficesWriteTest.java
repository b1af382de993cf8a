package org.shouwen.regulation;

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

/** Articles are cited in Chinese numerals wherever Chinese is written: screens, papers, messages, the API and the docs. */
class CitedAsOfficesWriteTest {
    private static final Pattern IN_DIGITS = Pattern.compile("第\\s*[0-9０-９]+\\s*[条项]");

    @Test
    void an_article_and_its_item_are_written_in_chinese_numerals() {
        assertThat(Clause.A1.citation()).isEqualTo("第一条");
        assertThat(Clause.A10_2.citation()).isEqualTo("第十条第二项");
        assertThat(Clause.A16.citation()).isEqualTo("第十六条");
        assertThat(Clause.A17_9.citation()).isEqualTo("第十七条第九项");
        assertThat(Clause.A20.citation()).isEqualTo("第二十条");
        assertThat(Clause.A23_4.citation()).isEqualTo("第二十三条第四项");
    }

    @Test
    void every_clause_has_a_citation_of_its_own_without_digits() {
        assertThat(Stream.of(Clause.values()).map(Clause::citation))
                .doesNotHaveDuplicates()
                .allMatch(c -> c.matches("第[一二三四五六七八九十]+条(第[一二三四五六七八九十]+项)?"));
    }

    @Test
    void nothing_that_is_shipped_cites_an_article_in_digits() throws IOException {
        List<String> found = new ArrayList<>();
        for (String folder : List.of("src/main", "src/demo"))
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path f : files.filter(CitedAsOfficesWriteTest::text).toList())
                    if (IN_DIGITS.matcher(Files.readString(f)).find()) found.add(f.toString());
            }
        assertThat(found).isEmpty();
    }

    private static boolean text(Path file) {
        if (!Files.isRegularFile(file)) return false;
        String name = file.getFileName().toString();
        return Set.of("java", "html", "properties", "yaml", "js", "md", "sql", "jsonl", "csv", "txt")
                .contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
