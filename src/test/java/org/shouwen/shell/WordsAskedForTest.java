package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a page or a refusal says stands in a bundle: a key that does not would be shown to people as it is. */
class WordsAskedForTest {
    private static final Path FOLDER = Path.of("src/main/resources/i18n");

    /** A whole key of a template, and the beginning of one that is put together. */
    private static final Pattern ON_PAGES =
            Pattern.compile("#\\{([a-z][\\w.-]*)[}(]|#\\{\\$\\{'([a-z]+\\.(?:[\\w-]+\\.)*)' ?\\+");

    /** A field of the input stands before the key, and may have a dot as well. */
    private static final Pattern IN_CODE = Pattern.compile(
            "(?:BadInput|Refused|Result\\.no|MenuItem)\\((?:[^;\"]|\"[^\".]*\")*?\"([a-z]+\\.[a-z][\\w.-]*)\"(?!\\s*,\\s*\")");

    private final Set<String> keys = keys();

    @Test
    void of_every_page() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path f : files.filter(f -> f.toString().endsWith(".html")).toList()) look(f, ON_PAGES, missing);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void of_every_refusal_and_menu_item() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path f : files.filter(f -> f.toString().endsWith(".java")).toList()) look(f, IN_CODE, missing);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void a_key_that_is_nowhere_is_seen() {
        assertThat(asked("<a th:text=\"#{site.nowhere}\"><b th:text=\"#{${'nowhere.kind.' + k}}\">", ON_PAGES))
                .containsExactlyInAnyOrder("site.nowhere", "nowhere.kind.");
        assertThat(asked("throw new BadInput(\"file\", \"nowhere.bad.type\", name);", IN_CODE))
                .containsExactly("nowhere.bad.type");
        assertThat(there("nowhere.kind.")).isFalse();
        assertThat(there("workorder.act.")).isTrue();
    }

    private void look(Path file, Pattern pattern, Set<String> missing) throws IOException {
        for (String key : asked(Files.readString(file), pattern))
            if (!there(key)) missing.add(file.getFileName() + " " + key);
    }

    private static Set<String> asked(String text, Pattern pattern) {
        Set<String> asked = new TreeSet<>();
        for (Matcher m = pattern.matcher(text); m.find(); )
            for (int g = 1; g <= m.groupCount(); g++) if (m.group(g) != null) asked.add(m.group(g));
        return asked;
    }

    /** The beginning of a key ends with a dot or a dash. */
    private boolean there(String key) {
        return keys.contains(key)
                || ((key.endsWith(".") || key.endsWith("-")) && keys.stream().anyMatch(k -> k.startsWith(key)));
    }

    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        try {
            for (String bundle : ModuleMessages.bundles())
                try (Reader reader = Files.newBufferedReader(FOLDER.resolve(bundle + ".properties"))) {
                    Properties words = new Properties();
                    words.load(reader);
                    keys.addAll(words.stringPropertyNames());
                }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return keys;
    }
}
