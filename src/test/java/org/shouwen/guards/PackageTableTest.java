package org.shouwen.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of packages in CONTRIBUTING.md is drawn from every module's package-info.java. */
class PackageTableTest {
    private static final Path PAGE = Path.of("CONTRIBUTING.md");
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern DISPLAYED = Pattern.compile("displayName\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern ALLOWED = Pattern.compile("allowedDependencies\\s*=\\s*\\{([^}]*)\\}");

    private record Module(String name, String displayed, String what, List<String> uses) {}

    @Test
    void the_table_says_what_the_modules_say_of_themselves() {
        Map<String, Module> modules = modules();
        StringBuilder table = new StringBuilder("| package | 中文 | what it is | may use |\n|---|---|---|---|\n");
        modules.values().stream()
                .sorted(Comparator.<Module>comparingInt(m -> floor(m, modules)).thenComparing(Module::name))
                .map(m -> "| `%s` | %s | %s | %s |\n".formatted(m.name, m.displayed, m.what, uses(m)))
                .forEach(table::append);
        GeneratedPage.compare(PAGE, "<!-- packages: ./shouwen docs -->", "<!-- /packages -->", table.toString());
    }

    @Test
    void every_folder_of_the_house_is_a_module_with_a_name_and_a_sentence() {
        assertThat(modules().keySet())
                .containsExactlyInAnyOrderElementsOf(Modules.folders().stream()
                        .map(f -> Modules.of(f.resolve("package-info.java")))
                        .toList());
        assertThat(modules().values()).allSatisfy(m -> {
            assertThat(m.displayed).as("displayName of " + m.name).isNotBlank();
            assertThat(m.what).as("what " + m.name + " is, before its package").isNotBlank();
        });
    }

    private static Map<String, Module> modules() {
        return Modules.folders().stream()
                .map(f -> f.resolve("package-info.java"))
                .filter(Files::exists)
                .map(PackageTableTest::module)
                .collect(Collectors.toMap(Module::name, Function.identity(), (a, _) -> a, TreeMap::new));
    }

    private static Module module(Path info) {
        String text;
        try {
            text = Files.readString(info);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        String displayed = first(DISPLAYED, text);
        String what = first(COMMENT, text).replaceAll("\\s*\\n\\s*\\*\\s*", " ").strip();
        if (what.startsWith(displayed + ": ")) what = what.substring(displayed.length() + 2);
        List<String> uses = Pattern.compile("\"([\\w.]+)\"")
                .matcher(first(ALLOWED, text))
                .results()
                .map(m -> m.group(1))
                .sorted()
                .toList();
        return new Module(Modules.of(info), displayed, what, uses);
    }

    private static String uses(Module m) {
        return m.uses.isEmpty() ? "–" : m.uses.stream().map(u -> "`" + u + "`").collect(Collectors.joining(", "));
    }

    /** How many stand under it at most; calls go down the table. */
    private static int floor(Module m, Map<String, Module> modules) {
        return m.uses.stream()
                .map(modules::get)
                .mapToInt(under -> floor(under, modules) + 1)
                .max()
                .orElse(0);
    }

    private static String first(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        return m.find() ? m.group(1) : "";
    }
}
