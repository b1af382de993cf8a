package org.shouwen.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shouwen.embedded.DatabaseKeeper;
import org.shouwen.embedded.WalArchive;
import org.shouwen.gauges.Gauge;
import org.shouwen.gauges.Gauges;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** How the product is now: looked at once in some seconds, however many ask. */
@Component
public class ProductWatch {
    private static final Duration FRESH = Duration.ofSeconds(2);

    /** What was seen at a moment. */
    record Look(Instant at, List<Gauge> gauges, List<Condition> conditions) {
        boolean ready() {
            return conditions.stream().noneMatch(c -> c.level() == Condition.Level.DOWN);
        }
    }

    private final Path home;
    private final DataSource dataSource;
    private final ObjectProvider<DatabaseKeeper> keeper;
    private final List<Gauges> owners;
    private final BackupStates backups;
    private final InstantSource clock;
    private @Nullable Look last;

    ProductWatch(
            @Value("${shouwen.home:.shouwen}") Path home,
            DataSource dataSource,
            ObjectProvider<DatabaseKeeper> keeper,
            List<Gauges> owners,
            BackupStates backups,
            InstantSource clock) {
        this.home = home;
        this.dataSource = dataSource;
        this.keeper = keeper;
        this.owners = List.copyOf(owners);
        this.backups = backups;
        this.clock = clock;
    }

    synchronized Look look() {
        Instant now = clock.instant();
        Look known = last;
        if (known != null && !known.at().isAfter(now) && known.at().plus(FRESH).isAfter(now) && !overtaken(known))
            return known;
        Look fresh = fresh(now);
        last = fresh;
        return fresh;
    }

    /** A database that just died makes a look of a second ago untrue; it may be back before that look is old. */
    private boolean overtaken(Look known) {
        DatabaseKeeper database = keeper.getIfAvailable();
        return known.ready() && database != null && database.down();
    }

    private Look fresh(Instant now) {
        List<Gauge> gauges = new ArrayList<>();
        boolean up = false;
        boolean replica = false;
        Boolean failing = null;
        DatabaseKeeper known = keeper.getIfAvailable();
        if (known == null || !known.down()) {
            try {
                replica = DatabaseLook.replica(dataSource);
                failing = archiveFailing();
                for (Gauges owner : owners) gauges.addAll(owner.at(now));
                up = true;
            } catch (DataAccessException | TransactionException | SQLException e) {
                gauges.clear();
            }
        }
        Map<String, Double> figures = new HashMap<>();
        gauges.forEach(g -> figures.merge(g.name(), g.value(), Math::max));
        double difference = figures.getOrDefault("shouwen_clock_difference_seconds", 0.0);
        Condition.Seen seen =
                new Condition.Seen(now, up, replica, free(), failing, difference, backups.now(), keysInFiles());
        List<Condition> conditions = Condition.of(seen, figures);
        gauges.addAll(own(seen, conditions));
        return new Look(now, List.copyOf(gauges), conditions);
    }

    private static List<Gauge> own(Condition.Seen seen, List<Condition> conditions) {
        List<Gauge> own = new ArrayList<>();
        own.add(new Gauge(
                "shouwen_up",
                "Whether the database answers and takes writes",
                seen.databaseUp() && !seen.replica() ? 1 : 0));
        own.add(new Gauge("shouwen_disk_free_bytes", "Free bytes on the disk of the home", seen.freeBytes()));
        own.add(new Gauge("shouwen_backup_age_seconds", "Since the last backup; -1: there was none", age(seen)));
        for (Condition c : conditions)
            own.add(new Gauge(
                    "shouwen_condition",
                    "0: well, 1: somebody should look at it, 2: nobody can be served",
                    Map.of("what", c.what()),
                    c.level().figure()));
        return own;
    }

    private static double age(Condition.Seen seen) {
        String backedUp = seen.backup().backedUp();
        return backedUp.isEmpty()
                ? -1
                : Duration.between(Instant.parse(backedUp), seen.now()).toSeconds();
    }

    private @Nullable Boolean archiveFailing() throws SQLException {
        if (WalArchive.of(home).isEmpty()) return null;
        try (Connection db = dataSource.getConnection();
                Statement statement = db.createStatement();
                ResultSet rs = statement.executeQuery(
                        "select coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false)"
                                + " from pg_stat_archiver")) {
            rs.next();
            return rs.getBoolean(1);
        }
    }

    /** Not by its file store, which is not found in a root folder of its own: the product would count as down. */
    private long free() {
        return home.toFile().getUsableSpace();
    }

    private boolean keysInFiles() {
        try {
            return !KeyCopies.files(home.resolve("keys")).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }
}
