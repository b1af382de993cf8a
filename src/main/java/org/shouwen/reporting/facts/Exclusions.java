package org.shouwen.reporting.facts;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which orders rulings took out of the adjusted figures of which unit. */
@Component
class Exclusions {
    private final JdbcClient jdbc;

    Exclusions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is counted, with the cases that were taken out marked so. */
    <K> Map<K, Folded> apply(Map<K, Folded> folded) {
        Map<String, Set<String>> out = units(folded.values());
        if (out.isEmpty()) return folded;
        Map<K, Folded> marked = new HashMap<>();
        folded.forEach((key, f) -> marked.put(
                key,
                new Folded(
                        f.facts().stream()
                                .map(x -> out.getOrDefault(x.heading().number(), Set.of())
                                                .contains(x.unit())
                                        ? x.takenOut()
                                        : x)
                                .toList(),
                        f.again())));
        return marked;
    }

    private Map<String, Set<String>> units(Collection<Folded> folded) {
        Set<String> numbers = folded.stream()
                .flatMap(f -> f.facts().stream())
                .map(f -> f.heading().number())
                .collect(Collectors.toSet());
        Map<String, Set<String>> units = new HashMap<>();
        if (numbers.isEmpty()) return units;
        jdbc.sql("select number, unit from reporting.objection where upheld and number = any(:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .query(rs -> {
                    units.computeIfAbsent(rs.getString("number"), _ -> new HashSet<>())
                            .add(rs.getString("unit"));
                });
        return units;
    }
}
