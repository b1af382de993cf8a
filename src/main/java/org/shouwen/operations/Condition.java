package org.shouwen.operations;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that may be well or not, in words that the administrator's page, the health address and the figures share.
 *
 * @param what its code; {@code operations.condition.<what>} and {@code operations.todo.<what>} are its words
 * @param figure what was measured, for the words; empty where nothing is
 */
record Condition(String what, Level level, String figure) {
    enum Level {
        GOOD(0),
        /** Somebody should look at it today. */
        WATCH(1),
        /** Nobody can be served. */
        DOWN(2);

        private final int figure;

        Level(int figure) {
            this.figure = figure;
        }

        int figure() {
            return figure;
        }
    }

    /**
     * What was seen of the machine and of what was kept.
     *
     * @param replica whether the database is a copy that only reads, or a former primary
     * @param freeBytes of the disk of the home
     * @param archiveFailing whether the last segment of the log could not be archived; null: nothing is archived
     * @param clockSeconds how far the database's clock is from this one's
     */
    record Seen(
            Instant now,
            boolean databaseUp,
            boolean replica,
            long freeBytes,
            @Nullable Boolean archiveFailing,
            double clockSeconds,
            BackupState backup,
            boolean keysInFiles) {}

    private static final long DISK_WATCH = 2L << 30;
    private static final long DISK_DOWN = 64L << 20;

    /** Decides what is well; pure. */
    static List<Condition> of(Seen seen, Map<String, Double> figures) {
        List<Condition> all = new ArrayList<>();
        all.add(
                seen.replica()
                        ? new Condition("replica", Level.DOWN, "")
                        : new Condition("database", seen.databaseUp() ? Level.GOOD : Level.DOWN, ""));
        Level disk = seen.freeBytes() < DISK_DOWN ? Level.DOWN : watch(seen.freeBytes() < DISK_WATCH);
        all.add(new Condition("disk", disk, room(seen.freeBytes())));
        all.add(new Condition(
                "backup",
                watch(older(seen.backup().backedUp(), seen.now(), 26)),
                seen.backup().backedUp()));
        all.add(new Condition(
                "drill",
                watch(older(seen.backup().drilled(), seen.now(), 24 * 35)),
                seen.backup().drilled()));
        all.add(new Condition(
                "keys",
                watch(seen.keysInFiles() && seen.backup().keys().isEmpty()),
                seen.backup().keys()));
        if (seen.archiveFailing() != null) all.add(new Condition("archive", watch(seen.archiveFailing()), ""));
        all.add(new Condition("clock", watch(Math.abs(seen.clockSeconds()) > 5), seconds(seen.clockSeconds())));
        Double stepped = figures.get("shouwen_clock_stepped_seconds");
        all.add(new Condition(
                "stepped", watch(stepped != null && stepped != 0), stepped == null ? "" : seconds(stepped)));
        all.add(over("sweep", figures.get("shouwen_sweep_delay_seconds"), 60));
        Double unreachable = figures.get("shouwen_store_unreachable");
        if (unreachable != null) all.add(over("store", unreachable, 0));
        Double unused = figures.get("shouwen_standby_unused");
        if (unused != null) all.add(over("standby", unused, 0));
        all.add(over("jobs", figures.get("shouwen_jobs_failing"), 0));
        all.add(over("late", figures.get("shouwen_jobs_late_seconds"), 300));
        all.add(over("outbox", figures.get("shouwen_outbox_longest_seconds"), 900));
        all.add(over("alarms", figures.get("shouwen_alarm_longest_seconds"), 1800));
        all.add(over("provisional", figures.get("shouwen_limits_provisional"), 0));
        return all;
    }

    private static Condition over(String what, @Nullable Double figure, double most) {
        return new Condition(what, watch(figure != null && figure > most), figure == null ? "" : seconds(figure));
    }

    private static String room(long bytes) {
        return bytes < 1L << 30
                ? (bytes >> 20) + " MB"
                : String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30));
    }

    private static String seconds(double figure) {
        return String.valueOf(Math.round(figure));
    }

    private static Level watch(boolean bad) {
        return bad ? Level.WATCH : Level.GOOD;
    }

    private static boolean older(String moment, Instant now, int hours) {
        try {
            return moment.isEmpty()
                    || Instant.parse(moment).plus(Duration.ofHours(hours)).isBefore(now);
        } catch (DateTimeParseException e) {
            return true;
        }
    }
}
