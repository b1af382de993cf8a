package org.shouwen;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.cli.CliCommand;
import org.shouwen.cli.OfflineCommand;
import org.shouwen.cli.OfflineCommands;
import org.shouwen.embedded.CannotStart;
import org.shouwen.embedded.HomeLock;
import org.shouwen.problems.WrongSetting;
import org.springframework.beans.TypeMismatchException;
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
            if (words.isEmpty() || words.getFirst().equals("run")) return serve();
            Optional<OfflineCommand> offline = OfflineCommands.find(String.join(" ", words));
            if (offline.isPresent()) {
                int skip = offline.get().name().split(" ").length;
                return offline.get().run(words.subList(skip, words.size()), OUT, ERR);
            }
            return command(words);
        } catch (NoSuchFileException e) {
            ERR.println("没有这个文件 No such file: " + e.getMessage());
            return 2;
        } catch (RuntimeException e) {
            String known = known(e);
            if (known == null) throw e;
            ERR.println(known);
            return 1;
        }
    }

    /** What stands in the way, also where the application met it while it was being put together. */
    static @Nullable String known(@Nullable Throwable e) {
        return switch (e) {
            case null -> null;
            case CannotStart known -> known.getMessage();
            case WrongSetting known -> known.getMessage();
            case TypeMismatchException typed -> mistyped(String.valueOf(typed.getValue()));
            default -> known(e.getCause());
        };
    }

    /** What can't be read as a number, a time or the like is told by the settings that say it. */
    private static String mistyped(String value) {
        String names = System.getenv().entrySet().stream()
                .filter(s -> s.getKey().startsWith("SHOUWEN_") && s.getValue().equals(value))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(" / "));
        String which = names.isEmpty() ? "SHOUWEN_…" : names;
        return "设置 %1$s 的值 '%2$s' 无效：请改成这一设置要求的数字、时间或 true/false。%n%1$s can't be '%2$s': set the number, the time or true/false that it asks for."
                .formatted(which, value);
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
                LaunchedDatabase database = openWhereFree(home, port)) {
            try (ConfigurableApplicationContext _ = LaunchedDatabase.patiently(() -> served(home, port, database))) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitStop(stop, stopped)));
                stop.await();
            }
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    private static ConfigurableApplicationContext served(Path home, int port, LaunchedDatabase database) {
        return application(home)
                .web(WebApplicationType.SERVLET)
                .initializers(database::serve)
                .properties(Map.of(
                        "shouwen.jobs", "true", "server.port", port, "shouwen.statement-timeout", LONGEST_STATEMENT))
                .run();
    }

    /** A port that is taken ends the run before a database is made or started. */
    private static LaunchedDatabase openWhereFree(Path home, int port) {
        HomeLock.checkFree(port);
        return LaunchedDatabase.open(home, true);
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
        try (LaunchedDatabase database = LaunchedDatabase.open(home, false);
                ConfigurableApplicationContext context = application(home)
                        .web(WebApplicationType.NONE)
                        .initializers(database::serve)
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

    private static SpringApplicationBuilder application(Path home) {
        return new SpringApplicationBuilder(Shouwen.class)
                .properties(Map.of("shouwen.home", home.toString()))
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
}
