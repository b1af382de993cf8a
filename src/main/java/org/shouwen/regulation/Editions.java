package org.shouwen.regulation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All editions that this installation knows: those that come along, and the city's own from {@code
 * SHOUWEN_HOME/editions/*.yaml}. {@code shouwen.city} says whose edition holds here.
 */
@Component
public final class Editions {
    private final String city;
    private final Map<String, Edition> byId = new HashMap<>();
    private final List<Edition> inForce;

    Editions(@Value("${shouwen.city:丹东市}") String city, @Value("${shouwen.home:.shouwen}") Path home)
            throws IOException {
        this.city = city;
        for (Resource file : files(home)) {
            try (InputStream in = file.getInputStream()) {
                Edition edition = EditionFile.read(String.valueOf(file.getFilename()), in);
                if (byId.put(edition.id(), edition) != null) {
                    throw new IllegalStateException("%s: edition '%s' is there twice: give it another id"
                            .formatted(file.getFilename(), edition.id()));
                }
            }
        }
        inForce = byId.values().stream()
                .filter(e -> e.city().equals(city))
                .sorted(Comparator.comparing(Edition::effective))
                .toList();
        if (inForce.isEmpty()) {
            throw new IllegalStateException(
                    "No edition for the city '%s': put one into %s or set shouwen.city to one of %s"
                            .formatted(city, home.resolve("editions"), cities()));
        }
    }

    /** The edition in force in this city on a day: the latest that took effect by then; before all, the first. */
    public Edition current(LocalDate day) {
        return inForce.stream()
                .filter(e -> !e.effective().isAfter(day))
                .reduce((_, later) -> later)
                .orElse(inForce.getFirst());
    }

    /** The edition that an order keeps. */
    public Edition get(String id) {
        return find(id).orElseThrow(() ->
                new IllegalStateException("edition '%s' is needed by an order: put it back".formatted(id)));
    }

    public Optional<Edition> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All, of all cities, by city and date. */
    public List<Edition> all() {
        return byId.values().stream()
                .sorted(Comparator.comparing(Edition::city).thenComparing(Edition::effective))
                .toList();
    }

    public String city() {
        return city;
    }

    private List<String> cities() {
        return byId.values().stream().map(Edition::city).distinct().sorted().toList();
    }

    private static List<Resource> files(Path home) throws IOException {
        var resolver = new PathMatchingResourcePatternResolver();
        List<Resource> files = new ArrayList<>(List.of(resolver.getResources("classpath*:regulation/*.yaml")));
        if (home.resolve("editions").toFile().isDirectory()) {
            files.addAll(List.of(resolver.getResources(home.resolve("editions").toUri() + "*.yaml")));
        }
        return files;
    }
}
