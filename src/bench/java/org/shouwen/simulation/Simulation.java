package org.shouwen.simulation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.shouwen.embedded.EmbeddedPostgres;
import org.shouwen.starter.Past;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** {@code ./shouwen bench year [--appeals 400000] [--units 150] [--seed 1]}: in a folder of its own, removed afterwards. */
public final class Simulation {
    private Simulation() {}

    /** The clock that the simulation moves. */
    static final class MovedClock implements InstantSource {
        private volatile Instant now = Instant.parse("2025-12-31T16:00:00Z");

        @Override
        public Instant instant() {
            return Past.then().orElse(now);
        }

        void set(Instant to) {
            now = to;
        }
    }

    /** Not a component: only the simulation itself has this clock. */
    static class Clocked {
        @Bean
        MovedClock movedClock() {
            return new MovedClock();
        }
    }

    /**
     * @param say prints a line
     * @param application the product's own class, which the simulation sits above
     * @return the process's exit status
     */
    public static int run(Class<?> application, List<String> words, Consumer<String> say) throws Exception {
        Year.Size size = new Year.Size(
                (int) number(words, "--appeals", 400_000),
                (int) number(words, "--units", 150),
                number(words, "--seed", 1));
        Path home = Files.createTempDirectory("shouwen-year");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, Map.of());
                ConfigurableApplicationContext context = new SpringApplicationBuilder(Clocked.class, application)
                        .web(WebApplicationType.NONE)
                        .properties(Map.of(
                                "shouwen.home", home.toString(),
                                "spring.datasource.url", postgres.jdbcUrl(),
                                "spring.datasource.username", postgres.user(),
                                "spring.datasource.password", postgres.password(),
                                "logging.level.org.shouwen", "warn"))
                        .registerShutdownHook(false)
                        .run()) {
            Year.Outcomes outcomes = new Year(size, context, context.getBean(MovedClock.class)::set, say).run();
            say.accept("{"
                    + new TreeMap<>(outcomes.figures())
                            .entrySet().stream()
                                    .map(e -> "\"" + e.getKey() + "\":" + e.getValue())
                                    .collect(Collectors.joining(","))
                    + ",\"findings\":" + outcomes.findings().size() + "}");
            return outcomes.findings().isEmpty() ? 0 : 1;
        } finally {
            try (var files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
            }
        }
    }

    private static long number(List<String> words, String option, long otherwise) {
        int at = words.indexOf(option);
        return at < 0 ? otherwise : Long.parseLong(words.get(at + 1));
    }
}
