package org.shouwen;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shouwen.embedded.CannotStart;
import org.shouwen.embedded.DatabaseKeeper;
import org.shouwen.embedded.EmbeddedPostgres;
import org.shouwen.shell.DatabaseLoss;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The city's own PostgreSQL where {@code SHOUWEN_DB_URL} names one, else the embedded. That one starts while the application
 * finds its parts, and whoever asks first for its address waits for it. Two processors that are both busy gain a tenth of a
 * second by it.
 */
final class LaunchedDatabase implements AutoCloseable {
    private static final int DEEPEST = 100;

    private record Opened(
            @Nullable EmbeddedPostgres embedded,
            @Nullable DatabaseKeeper keeper,
            String url,
            String user,
            String password)
            implements JdbcConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public String getPassword() {
            return password;
        }
    }

    private final CompletableFuture<Opened> opened;
    private final boolean kept;

    private LaunchedDatabase(CompletableFuture<Opened> opened, boolean kept) {
        this.opened = opened;
        this.kept = kept;
    }

    /** @param server whether the database is kept running, and stopped with this process */
    static LaunchedDatabase open(Path home, boolean server) {
        String url = Launch.environment("SHOUWEN_DB_URL", "");
        if (!url.isEmpty()) {
            String user = Launch.environment("SHOUWEN_DB_USER", "shouwen");
            String password = Launch.environment("SHOUWEN_DB_PASSWORD", "");
            return new LaunchedDatabase(
                    CompletableFuture.completedFuture(new Opened(null, null, url, user, password)), false);
        }
        return new LaunchedDatabase(
                CompletableFuture.supplyAsync(
                        () -> start(home, server),
                        task -> Thread.ofPlatform().name("database-start").start(task)),
                server);
    }

    private static Opened start(Path home, boolean server) {
        EmbeddedPostgres pg = EmbeddedPostgres.open(home, server, Launch.environment("SHOUWEN_ARCHIVE", ""));
        return new Opened(pg, server ? DatabaseKeeper.of(pg) : null, pg.jdbcUrl(), pg.user(), pg.password());
    }

    /** @throws CannotStart saying in one sentence what to do */
    private Opened await() {
        try {
            return opened.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof CannotStart c) throw c;
            throw e;
        }
    }

    /** Gives an application the database's address with its owner's name and password, and the keeper, when they are asked for. */
    void serve(ConfigurableApplicationContext context) {
        GenericApplicationContext beans = (GenericApplicationContext) context;
        beans.registerBean("databaseOwner", JdbcConnectionDetails.class, this::await);
        if (kept)
            beans.registerBean(
                    "databaseKeeper",
                    DatabaseKeeper.class,
                    () -> Objects.requireNonNull(await().keeper()),
                    definition -> definition.setDestroyMethodName(""));
    }

    /**
     * Begins a start once more that the database was lost to, as when its primary dies after the migration: whatever part was
     * asking it then has failed, and the second start waits for the next primary as any does.
     */
    static <T> T patiently(Supplier<T> start) {
        try {
            return start.get();
        } catch (RuntimeException e) {
            if (!lost(e)) throw e;
            LoggerFactory.getLogger(LaunchedDatabase.class)
                    .warn(
                            "启动时与数据库的连接中断，重新启动一次 The database was lost during the start, which is begun once more: {}",
                            e.toString());
            return start.get();
        }
    }

    /** Parts that wanted each other tell it each in turn: the cause may lie deep. */
    private static boolean lost(Throwable e) {
        Throwable t = e;
        for (int i = 0; t != null && i < DEEPEST; i++, t = t.getCause()) if (DatabaseLoss.in(t)) return true;
        return false;
    }

    /** Ends a database that this process keeps, also one that is still starting. */
    @Override
    public void close() {
        Opened was = opened.handle((o, _) -> o).join();
        if (was == null) return;
        if (was.keeper() != null) was.keeper().close();
        if (was.embedded() != null) was.embedded().close();
    }
}
