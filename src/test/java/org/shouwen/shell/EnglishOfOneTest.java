package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** English says "1 urgent order", not "1 urgent orders". */
class EnglishOfOneTest {
    private static final Path WORDS = Path.of("src/main/resources/i18n");

    /** A choice between one and many, whose number may not be a text. */
    private static final Pattern CHOICE = Pattern.compile("\\{(\\d),choice,");

    @Test
    void what_counts_things_has_words_for_one_of_them() throws IOException {
        int seen = 0;
        try (Stream<Path> files = Files.list(WORDS)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("_en.properties")).toList()) {
                Properties words = new Properties();
                try (Reader in = Files.newBufferedReader(file)) {
                    words.load(in);
                }
                for (String key : words.stringPropertyNames()) {
                    String pattern = words.getProperty(key);
                    var choice = CHOICE.matcher(pattern);
                    if (!choice.find()) continue;
                    seen++;
                    int at = Integer.parseInt(choice.group(1));
                    for (long n : List.of(0L, 1L, 2L, 1200L)) {
                        Object[] args = {7, 7, 7, 7, 7};
                        args[at] = n;
                        String told = new MessageFormat(pattern, Locale.ENGLISH).format(args);
                        assertThat(told).as(key).doesNotContain("{").doesNotContain("|");
                        if (n == 1)
                            assertThat(told).as(key).doesNotContainPattern("\\b1 (?:\\w+ ){0,2}\\w+[^s']s\\b(?! )");
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(40);
    }

    @Test
    void the_strips_of_alarms_count_one_as_one() throws IOException {
        Properties words = new Properties();
        try (Reader in = Files.newBufferedReader(WORDS.resolve("workorder_en.properties"))) {
            words.load(in);
        }
        MessageFormat strip = new MessageFormat(words.getProperty("workorder.alarms.strip"), Locale.ENGLISH);
        assertThat(strip.format(new Object[] {1L})).isEqualTo("1 urgent order still to be phoned:");
        assertThat(strip.format(new Object[] {2})).isEqualTo("2 urgent orders still to be phoned:");
    }
}
