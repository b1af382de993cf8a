package org.shouwen.starter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.problems.WrongSetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a city begins with on the first start, while neither units nor classes of matter are known:
 *
 * <ul>
 *   <li>{@code none}: nothing
 *   <li>{@code basics}: classes of matter, and the city's places where they come along; no units and no accounts
 *   <li>a name, such as that of the demonstration city: all of that folder; what lies beside the product adds accounts and appeals
 *   <li>a path: the city's own tables ({@link OwnFolder}), on top of the basics' classes unless it has its own
 *   <li>nothing said: the demonstration of the city ({@code shouwen.city}) that has one, else {@code basics}
 * </ul>
 */
@Component
class StarterCity implements SmartLifecycle {
    /** Before the web server takes requests: nobody sees half a city. */
    static final int PHASE = 10;

    private static final String BASICS = "basics";
    private static final Logger LOG = LoggerFactory.getLogger(StarterCity.class);

    private final String starter;
    private final String city;
    private final Directory directory;
    private final StarterTables tables;
    private final OwnFolder own;
    private final TransactionTemplate transaction;
    private final DataSource dataSource;
    private volatile boolean loaded;
    private volatile @Nullable String demonstrated;

    StarterCity(
            @Value("${shouwen.starter:}") String starter,
            @Value("${shouwen.city:}") String city,
            Directory directory,
            StarterTables tables,
            OwnFolder own,
            TransactionTemplate transaction,
            DataSource dataSource) {
        this.starter = starter.strip();
        this.city = city;
        this.directory = directory;
        this.tables = tables;
        this.own = own;
        this.transaction = transaction;
        this.dataSource = dataSource;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public boolean isRunning() {
        return loaded;
    }

    @Override
    public void stop() {
        loaded = false;
    }

    @Override
    public void start() {
        loaded = true;
        String what = starter.isEmpty() ? StarterFiles.of(city).orElse(BASICS) : starter;
        if (!what.equals("none")) alone(() -> load(what));
    }

    /** Nodes that start at the same moment load one after the other, so that the second finds what the first loaded. */
    private void alone(Runnable load) {
        try (Connection connection = dataSource.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("select pg_advisory_lock(hashtext('starter'))");
            try {
                load.run();
            } finally {
                sql.execute("select pg_advisory_unlock(hashtext('starter'))");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void load(String what) {
        if (!directory.units().isEmpty() || !directory.matterClasses().isEmpty()) return;
        LOG.info("第一次启动：载入 {} first start: loading {} …", what, what);
        if (what.equals(BASICS)) transaction.executeWithoutResult(_ -> basics());
        else if (StarterFiles.has(what, "units.csv")) demonstration(what);
        else folder(what);
    }

    private void basics() {
        StarterFiles.of(city).ifPresent(tables::places);
        tables.classes();
    }

    private void demonstration(String folder) {
        transaction.executeWithoutResult(_ -> {
            tables.places(folder);
            tables.classes();
            tables.unitsAndOfficers(folder);
            tables.duties(folder);
        });
        demonstrated = folder;
    }

    /** The starter with units that this very start has loaded; empty on every later start. */
    Optional<String> demonstrated() {
        return Optional.ofNullable(demonstrated);
    }

    private void folder(String what) {
        Path folder = Path.of(what);
        if (!Files.isDirectory(folder))
            throw new WrongSetting(
                    "SHOUWEN_STARTER 的值 '%s' 无效：请填 none、basics、随产品提供的城市名，或一个目录。".formatted(what),
                    "SHOUWEN_STARTER: '%s' is neither none, basics, a city that comes along nor a folder; set one of these."
                            .formatted(what));
        try { // row by row, as any import: a bad one does not undo the good
            if (!OwnFolder.has(folder, "classes")) transaction.executeWithoutResult(_ -> basics());
            own.load(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
