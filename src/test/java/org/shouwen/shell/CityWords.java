package org.shouwen.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Words of the demonstration city, which stay as they are in any language. */
final class CityWords {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private final JdbcClient jdbc;

    CityWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the city's own people and tables say, longest first; what an edition calls things is not among it. */
    Set<String> all() throws IOException {
        List<String> all = new ArrayList<>(List.of("首问", "一股煤气味", "承办单位 示例"));
        try (Stream<Path> rules = Files.list(Path.of("src/main/resources/regulation"))) {
            for (Path file : rules.toList())
                Files.readAllLines(file).stream()
                        .filter(l -> l.matches("(city|title): .*"))
                        .forEach(l -> all.add(l.replaceAll("^\\w+: ", "")));
        }
        Matcher told = Pattern.compile("\"([^\"]*\\p{IsHan}[^\"]*)\"")
                .matcher(Files.readString(Path.of("src/demo/java/org/shouwen/starter/DemonstrationAppeals.java")));
        while (told.find()) all.add(told.group(1)); // what its units report
        for (String sql : List.of(
                "select name from directory.unit union select head from directory.unit union select leader_in_charge from directory.unit union select desk from directory.unit",
                "select name from directory.section union select name from directory.officer union select post from directory.officer",
                "select name from directory.place",
                "select name from directory.matter_class",
                "select name from accounts.account",
                "select notice from calendar.year"))
            all.addAll(jdbc.sql(sql).query(String.class).list());
        for (String file : List.of("appeals.csv"))
            for (String cell : Files.readString(Path.of("src/demo/resources/starter/dandong/" + file))
                    .split("[,\n]", -1)) if (!cell.isBlank()) all.add(cell.strip());
        return all.stream()
                .filter(t -> t != null && !t.isBlank() && HAN.matcher(t).find())
                .sorted((a, b) -> b.length() - a.length())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
