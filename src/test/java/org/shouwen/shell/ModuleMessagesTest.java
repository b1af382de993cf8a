package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each module brings its own words, in both languages and under a name of its own. */
class ModuleMessagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/i18n");

    @Test
    void every_bundle_of_the_folder_is_found_and_in_order() throws IOException {
        List<String> there;
        try (Stream<Path> files = Files.list(FOLDER)) {
            there = files.map(f -> f.getFileName().toString().replace(".properties", ""))
                    .filter(name -> !name.endsWith("_en"))
                    .sorted()
                    .toList();
        }
        assertThat(ModuleMessages.bundles()).isEqualTo(there).contains("workorder", "shell");
    }

    @Test
    void every_bundle_is_a_modules_own() throws IOException {
        assertThat(ModuleMessages.bundles())
                .allSatisfy(name -> assertThat(name)
                        .as(name + ".properties lies with a module of that name")
                        .matches(n -> Files.isDirectory(Path.of("src/main/java/org/shouwen", n))
                                || Files.isDirectory(Path.of("src/main/java/org/shouwen/channels", n))));
    }

    @Test
    void no_key_stands_twice_and_the_first_word_of_a_key_tells_its_bundle() throws IOException {
        Map<String, Set<String>> bundles = new TreeMap<>();
        for (String name : ModuleMessages.bundles()) {
            Set<String> words = keys(name).stream()
                    .filter(k -> !k.startsWith("problemDetail.")) // Spring's own keys of what it answers itself
                    .map(k -> k.split("\\.")[0])
                    .collect(Collectors.toSet());
            assertThat(words).as(name + ".properties").hasSize(1);
            words.forEach(w -> bundles.computeIfAbsent(w, _ -> new TreeSet<>()).add(name));
            for (String language : List.of("", "_en"))
                assertThat(written(name + language)).as(name + language).doesNotHaveDuplicates();
        }
        assertThat(bundles).allSatisfy((word, of) -> assertThat(of).as(word).hasSize(1));
    }

    @Test
    void what_is_said_in_Chinese_is_said_in_English_too() throws IOException {
        for (String name : ModuleMessages.bundles())
            assertThat(keys(name)).as(name).isEqualTo(keys(name + "_en"));
    }

    /** Only a text with a place for something is read as a format, where an apostrophe is written twice. */
    @Test
    void an_apostrophe_is_shown_once() throws IOException {
        for (String name : ModuleMessages.bundles())
            for (String language : List.of("", "_en"))
                for (String line : Files.readAllLines(FOLDER.resolve(name + language + ".properties"))) {
                    String text = line.substring(line.indexOf('=') + 1);
                    if (text.matches(".*\\{\\d.*"))
                        assertThat(text.replace("''", "")).as(line).doesNotContain("'");
                    else assertThat(text).as(line).doesNotContain("''");
                }
    }

    private static Set<String> keys(String bundle) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(bundle + ".properties"))) {
            words.load(reader);
        }
        return new TreeSet<>(words.stringPropertyNames());
    }

    /** The keys line by line: a table of properties would keep the last of two. */
    private static List<String> written(String bundle) throws IOException {
        List<String> keys = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve(bundle + ".properties"))) {
            int is = line.indexOf('=');
            if (is > 0 && !line.startsWith("#")) keys.add(line.substring(0, is).strip());
        }
        return keys;
    }
}
