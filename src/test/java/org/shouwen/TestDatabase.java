package org.shouwen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.shouwen.embedded.EmbeddedPostgres;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * One embedded PostgreSQL for all tests of a process. The starter city is loaded once, into a template; each
 * application context begins with a copy of it, and gets a fresh copy for each test class ({@link FreshCity}).
 */
@Order(0) // before what a test prepares in the home
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** A context with this property begins with an empty database: what it changes decides how the city is stored. */
    public static final String FROM_NOTHING = "shouwen.test.from-nothing";

    /** A context with this property that begins from nothing also loads the demonstration's callbacks, reviews and measures. */
    public static final String WITH_CASES = "shouwen.test.with-cases";

    private static final Path HOME = Path.of("target", "test-home-" + System.getProperty("shouwen.test.process", "0"))
            .toAbsolutePath();
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final EmbeddedPostgres POSTGRES = start();

    /** The name of the template's database and of its home. */
    private static final class Template {
        static final String NAME = load();

        private static String load() {
            String name = create();
            new SpringApplicationBuilder(TestClock.Configuration.class, TestPasswords.class, Shouwen.class)
                    .web(WebApplicationType.NONE)
                    .initializers(context -> settings(name, false).applyTo(context))
                    .run()
                    .close();
            return name;
        }
    }

    private static EmbeddedPostgres start() {
        asTheProductKeepsIt();
        // every class has a database of its own, and a worker would begin on each as soon as it is there: plans are
        // held against what a test has analyzed itself
        EmbeddedPostgres pg = EmbeddedPostgres.start(
                        HOME, Map.of("shared_buffers", "256MB", "max_connections", "400", "autovacuum", "off"))
                .adopted();
        // the product starts with no database that a power cut could harm; these are thrown away, hundreds a run
        for (String setting : List.of("fsync", "full_page_writes"))
            execute(pg, "alter system set %s = off".formatted(setting));
        execute(pg, "select pg_reload_conf()");
        Runtime.getRuntime().addShutdownHook(new Thread(pg::close));
        return pg;
    }

    /** Takes back what the run before has set, or the product would refuse to start its database. */
    private static void asTheProductKeepsIt() {
        Path settings = HOME.resolve("postgres/data/postgresql.auto.conf");
        try {
            if (Files.exists(settings)) Files.writeString(settings, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        boolean fromNothing = context.getEnvironment().getProperty(FROM_NOTHING, Boolean.class, false);
        String database = fromNothing ? create() : copy();
        boolean withCases = context.getEnvironment().getProperty(WITH_CASES, Boolean.class, false);
        settings(database, fromNothing && withCases).applyTo(context);
    }

    private static TestPropertyValues settings(String database, boolean withCases) {
        return TestPropertyValues.of(
                "spring.datasource.url=" + POSTGRES.jdbcUrl(database),
                "spring.datasource.username=" + POSTGRES.user(),
                "spring.datasource.password=" + POSTGRES.password(),
                "spring.datasource.hikari.allow-pool-suspension=true",
                // what a test counts is its own; DemonstrationCasesTest looks at these
                "shouwen.demonstration.cases=" + withCases,
                "shouwen.home=" + HOME.resolve(database));
    }

    /** A fresh, empty database; its name. */
    public static String create() {
        String database = name();
        execute("create database " + database);
        waitsForNoDisk(database);
        return database;
    }

    /** Connections to one of these databases, as its owner. */
    public static DriverManagerDataSource dataSource(String database) {
        return new DriverManagerDataSource(POSTGRES.jdbcUrl(database), POSTGRES.user(), POSTGRES.password());
    }

    /** What a test has written need not outlive a power cut; {@code ProcessTest} holds that the product's does. */
    private static void waitsForNoDisk(String database) {
        execute("alter database %s set synchronous_commit = off".formatted(database));
    }

    private static String copy() {
        String database = name();
        put(database);
        return database;
    }

    /** Puts the city as it was loaded in the place of a database and of its home; nobody may be connected. */
    static void put(String database) {
        execute("drop database if exists %s with (force)".formatted(database));
        // files and no log of each page: 17 MB in a third of the time
        execute("create database %s template %s strategy file_copy".formatted(database, Template.NAME));
        waitsForNoDisk(database);
        try {
            delete(HOME.resolve(database));
            copy(HOME.resolve(Template.NAME), HOME.resolve(database));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name() {
        return "test_%d_%d".formatted(ProcessHandle.current().pid(), NEXT.incrementAndGet());
    }

    private static void execute(String sql) {
        execute(POSTGRES, sql);
    }

    private static void execute(EmbeddedPostgres pg, String sql) {
        try (var connection = DriverManager.getConnection(pg.jdbcUrl("postgres"), pg.user(), pg.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path each : under(from)) Files.copy(each, to.resolve(from.relativize(each)));
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        for (Path each : under(folder).reversed()) Files.delete(each);
    }

    /** Folders before what lies in them. */
    private static List<Path> under(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
