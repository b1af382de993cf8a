package org.shouwen.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever opens a connection to somebody else says how long it waits at most, and which test shows it. */
class OutgoingCallsTest {
    private static final Path MAIN = Path.of("src/main/java/org/shouwen");
    private static final Pattern OPENS = Pattern.compile(
            "HttpClient\\.new|PeerHttp\\.client\\(|HttpRequest\\s*\\.newBuilder|new Socket\\(|SocketChannel\\.open|openConnection\\("
                    + "|new JavaMailSenderImpl|mail\\.imap\\.timeout|DriverManager\\s*\\.getConnection|new SMPPSession"
                    + "|new KafkaProducer|OtlpHttp\\w+\\.builder|ClientRegistrations\\.|new DriverManagerDataSource"
                    + "|postgres\\.connect\\(");

    private static Map<String, String> listed() throws IOException {
        Map<String, String> tests = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/outgoing.txt"))) {
            if (line.startsWith("#")) continue;
            String[] parts = line.split(" \\| ");
            assertThat(parts).as(line).hasSize(3);
            tests.put(parts[0], parts[2]);
        }
        return tests;
    }

    @Test
    void every_file_that_opens_a_connection_stands_in_the_list_and_no_other() throws IOException {
        TreeSet<String> opening = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList())
                if (OPENS.matcher(Files.readString(file)).find())
                    opening.add(MAIN.relativize(file).toString());
        }
        assertThat(listed().keySet()).containsExactlyInAnyOrderElementsOf(opening);
    }

    @Test
    void each_test_in_the_list_is_there() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            var there = files.map(f -> f.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
            assertThat(there)
                    .containsAll(listed().values().stream()
                            .filter(t -> !t.equals("-"))
                            .toList());
        }
    }
}
