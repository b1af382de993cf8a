package org.shouwen.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A Java file has 200 lines at most; those that are longer stand in a list, with how long they may be and why. */
class FileSizeTest {
    private static final int MOST = 200;
    private static final Path LIST = Path.of("src/test/resources/long-files.txt");

    private record Allowance(int most, String why) {}

    private final Map<String, Integer> lengths = lengths();
    private final Map<String, Allowance> listed = listed();

    @Test
    void no_file_is_longer_than_it_may_be() {
        List<String> wrong = new ArrayList<>();
        lengths.forEach((file, lines) -> {
            Allowance known = listed.get(file);
            int most = known == null ? MOST : known.most;
            if (lines > most) wrong.add("%s has %d lines, %d are allowed".formatted(file, lines, most));
        });
        assertThat(wrong).as("split it into files of one capability each").isEmpty();
    }

    @Test
    void whatever_is_short_or_gone_is_not_on_the_list() {
        List<String> idle = listed.keySet().stream()
                .filter(f -> lengths.getOrDefault(f, 0) <= MOST)
                .toList();
        assertThat(idle).as("take them out of " + LIST).isEmpty();
    }

    @Test
    void every_exception_has_its_reason_and_a_ceiling_near_what_is_there() {
        assertThat(listed).allSatisfy((file, known) -> {
            assertThat(known.why).as("why " + file + " may be long").isNotBlank();
            assertThat(known.most)
                    .as("ceiling of " + file + ": lower it, the file has shrunk")
                    .isLessThan(lengths.getOrDefault(file, 0) + 20);
        });
    }

    private static Map<String, Integer> lengths() {
        Map<String, Integer> lengths = new TreeMap<>();
        for (String root : List.of("src/main/java", "src/test/java", "src/bench/java", "src/demo/java")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList())
                    lengths.put(
                            file.toString().replace('\\', '/'),
                            Files.readAllLines(file).size());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return lengths;
    }

    private static Map<String, Allowance> listed() {
        Map<String, Allowance> listed = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(LIST)) {
                if (line.isBlank() || line.startsWith("#")) continue;
                String[] parts = line.split("\\|", 3);
                listed.put(parts[0].strip(), new Allowance(Integer.parseInt(parts[1].strip()), parts[2].strip()));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return listed;
    }
}
