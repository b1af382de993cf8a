package org.shouwen;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.shouwen.cli.CliCommand;
import org.shouwen.cli.OfflineCommand;
import org.shouwen.cli.OfflineCommands;
import org.shouwen.embedded.CannotStart;
import org.shouwen.embedded.DatabaseKeeper;
import org.shouwen.embedded.EmbeddedPostgres;
import org.shouwen.embedded.HomeLock;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Start-up: the folder, the database, then the web application or one command. */
final class Launch {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    /** Seconds, for people who wait; commands take as long as they take. */
    private static final int LONGEST_STATEMENT = 60;

    private Launch() {}

    static int launch(String[] args) throws Exception {
        List<String> words = Arrays.asList(args);
        try {
            Optional<OfflineCommand> offline = OfflineCommands.find(String.join(" ", words));
            if (offline.isPresent()) {
                int skip = offline.get().name().split(" ").length;
                return offline.get().run(words.subList(skip, words.size()), OUT, ERR);
            }
            return words.isEmpty() || words.getFirst().equals("run") ? serve() : command(words);
        } catch (NoSuchFileException e) {
            ERR.println("没有这个文件 No such file: " + e.getMessage());
            return 2;
        } catch (CannotStart e) {
            ERR.println(e.getMessage());
            return 1;
        }
    }

    /**
     * Classes read out of a jar in a jar are read under one lock, on which virtual threads hold their carriers: with as few
     * as there are processors the first requests could wait for each other for ever. {@code ./shouwen run} unpacks it.
     */
    private static void spareCarriers() {
        String carriers = "jdk.virtualThreadScheduler.parallelism";
        boolean unpacked = Launch.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getProtocol()
                .equals("file");
        if (!unpacked && System.getProperty(carriers) == null) System.setProperty(carriers, "64");
    }

    private static int serve() throws InterruptedException {
        spareCarriers();
        Path home = home();
        int port = port();
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        try (HomeLock _ = HomeLock.take(home, port);
                Database database = openWhereFree(home, port)) {
            try (ConfigurableApplicationContext _ = application(home, database)
                    .web(WebApplicationType.SERVLET)
                    .initializers(context -> database.keptFor(context.getBeanFactory()))
                    .properties(Map.of(
                            "shouwen.jobs",
                            "true",
                            "server.port",
                            port,
                            "shouwen.statement-timeout",
                            LONGEST_STATEMENT))
                    .run()) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitStop(stop, stopped)));
                stop.await();
            }
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    /** A port that is taken ends the run before a database is made or started. */
    private static Database openWhereFree(Path home, int port) {
        HomeLock.checkFree(port);
        return Database.open(home, true);
    }

    /** On SIGTERM: first the application ends, then the database, then the process. */
    private static void awaitStop(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int command(List<String> words) throws Exception {
        Path home = home();
        try (Database database = Database.open(home, false);
                ConfigurableApplicationContext context = application(home, database)
                        .web(WebApplicationType.NONE)
                        .run("--logging.level.org.shouwen=warn")) {
            List<CliCommand> commands = context.getBeansOfType(CliCommand.class).values().stream()
                    .sorted(Comparator.comparing(CliCommand::name))
                    .toList();
            String line = String.join(" ", words);
            for (CliCommand c : commands) {
                if (line.equals(c.name()) || line.startsWith(c.name() + " ")) {
                    return c.run(words.subList(c.name().split(" ").length, words.size()), OUT);
                }
            }
            for (CliCommand c : commands) {
                OUT.printf("  ./shouwen %-34s %s%n", (c.name() + " " + c.arguments()).strip(), c.help());
            }
            return words.getFirst().equals("help") ? 0 : 2;
        }
    }

    private static SpringApplicationBuilder application(Path home, Database database) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("shouwen.home", home.toString());
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        return new SpringApplicationBuilder(Shouwen.class)
                .properties(properties)
                .registerShutdownHook(false);
    }

    private static Path home() {
        return Path.of(environment("SHOUWEN_HOME", ".shouwen")).toAbsolutePath().normalize();
    }

    private static int port() {
        String port = environment("SHOUWEN_PORT", "8890");
        try {
            int number = Integer.parseInt(port);
            if (number > 0 && number < 65536) return number;
        } catch (NumberFormatException e) {
            // told below
        }
        throw new CannotStart("SHOUWEN_PORT 应为 1 至 65535 的数字。", "SHOUWEN_PORT must be a number from 1 to 65535.");
    }

    static String environment(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** The city's own PostgreSQL where {@code SHOUWEN_DB_URL} names one, else the embedded. */
    private record Database(
            @Nullable EmbeddedPostgres embedded,
            @Nullable DatabaseKeeper keeper,
            String url,
            String user,
            String password)
            implements AutoCloseable {
        static Database open(Path home, boolean server) {
            String url = environment("SHOUWEN_DB_URL", "");
            if (!url.isEmpty()) {
                return new Database(
                        null,
                        null,
                        url,
                        environment("SHOUWEN_DB_USER", "shouwen"),
                        environment("SHOUWEN_DB_PASSWORD", ""));
            }
            EmbeddedPostgres pg = EmbeddedPostgres.open(home, server, environment("SHOUWEN_ARCHIVE", ""));
            return new Database(pg, server ? DatabaseKeeper.of(pg) : null, pg.jdbcUrl(), pg.user(), pg.password());
        }

        void keptFor(ConfigurableListableBeanFactory beans) {
            if (keeper != null) beans.registerSingleton("databaseKeeper", keeper);
        }

        @Override
        public void close() {
            if (keeper != null) keeper.close();
            if (embedded != null) embedded.close();
        }
    }
}
