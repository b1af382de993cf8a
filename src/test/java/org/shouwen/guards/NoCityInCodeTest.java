package org.shouwen.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What names one city is data: its name, districts, area code, statistical codes and plates stand in no code or page. */
class NoCityInCodeTest {
    private static final Pattern CITY =
            Pattern.compile("丹东|[Dd]andong|DANDONG|(?<!\\d)0415(?!\\d)|2106\\d\\d|辽F|元宝区|振兴区|振安区|东港市|凤城市|宽甸");

    /** Comments and sample texts of templates, which Thymeleaf replaces, are for whoever reads the code. */
    private static final Pattern FOR_READERS = Pattern.compile("(?s)/\\*.*?\\*/|(?m)//.*$|(?m)^#.*$|>[^<>]*<");

    /** File and why; each must still be needed. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "application.yaml", "the default city, a setting",
            "EvaluateUrgent.java", "a measurement on the labelled file of that city, with its edition");

    @Test
    void no_code_message_or_page_names_a_city() throws IOException {
        List<String> found = new ArrayList<>();
        List<String> needed = new ArrayList<>();
        try (Stream<Path> files = Stream.of("java", "resources/i18n", "resources/templates", "resources/static")
                .map(f -> Path.of("src/main", f))
                .flatMap(NoCityInCodeTest::under)) {
            Stream.concat(files, Stream.of(Path.of("src/main/resources/application.yaml")))
                    .forEach(file -> {
                        if (!CITY.matcher(code(file)).find()) return;
                        String name = String.valueOf(file.getFileName());
                        if (EXCEPTIONS.containsKey(name)) needed.add(name);
                        else found.add(file.toString());
                    });
        }
        assertThat(found).as("move it to the edition, a starter or a setting").isEmpty();
        assertThat(needed).as("exceptions that are still needed").hasSameElementsAs(EXCEPTIONS.keySet());
    }

    private static Stream<Path> under(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().matches(".*\\.(java|properties|html|js|css|yaml)")).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String code(Path file) {
        try {
            return FOR_READERS.matcher(Files.readString(file)).replaceAll("");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
