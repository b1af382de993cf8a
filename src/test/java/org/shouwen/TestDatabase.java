package org.shouwen;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.shouwen.embedded.EmbeddedPostgres;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;

/** One embedded PostgreSQL for all tests of a process, and a fresh database for each application context. */
@Order(0) // before what a test prepares in the home
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Path HOME = Path.of("target", "test-home-" + System.getProperty("shouwen.test.process", "0"))
            .toAbsolutePath();
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
        EmbeddedPostgres pg = EmbeddedPostgres.start(HOME, Map.of("shared_buffers", "256MB", "max_connections", "200"))
                .adopted();
        Runtime.getRuntime().addShutdownHook(new Thread(pg::close));
        return pg;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String database = create();
        Path home = HOME.resolve(database);
        TestPropertyValues.of(
                        "spring.datasource.url=" + POSTGRES.jdbcUrl(database),
                        "spring.datasource.username=" + POSTGRES.user(),
                        "spring.datasource.password=" + POSTGRES.password(),
                        "shouwen.home=" + home)
                .applyTo(context);
    }

    /** A fresh, empty database; its name. */
    public static String create() {
        String database = "test_%d_%d".formatted(ProcessHandle.current().pid(), NEXT.incrementAndGet());
        try (var connection = DriverManager.getConnection(
                        POSTGRES.jdbcUrl("postgres"), POSTGRES.user(), POSTGRES.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + database);
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
