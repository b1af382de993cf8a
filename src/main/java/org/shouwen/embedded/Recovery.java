package org.shouwen.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Starts a database that was laid from a {@link BaseBackup}: it repeats its log up to the point asked for, then opens. */
public final class Recovery {
    /** As the server reads a moment; it does not take the T of ISO 8601 together with a zone. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);

    private Recovery() {}

    /** Up to where the log is repeated. */
    public sealed interface Until {
        /** The moment at which the backup ended. */
        record EndOfBackup() implements Until {}

        /** The last moment that was archived. */
        record Newest(Path archive) implements Until {}

        /** The last transaction committed at or before a moment. */
        record Moment(Path archive, Instant at) implements Until {}
    }

    /**
     * Lets a database that was laid know of what an archive holds already, so that it goes on under a number that is free
     * there. Done before {@link #run}.
     */
    public static void knowing(Path home, Path archive) throws IOException {
        Timelines.lay(archive.resolve("wal"), data(home));
    }

    /**
     * Recovers and returns the running database, on a log of its own (a new timeline), so that it never writes over what
     * the first one archived.
     *
     * @throws CannotStart when the log does not reach the moment, or a part of it is missing
     */
    public static EmbeddedPostgres run(Path home, Until until) {
        Path data = data(home);
        Map<String, String> settings;
        try {
            Files.writeString(data.resolve("recovery.signal"), "");
            settings = settings(until, data.resolve("backup_label"));
        } catch (IOException e) {
            throw CannotStart.because(data, e);
        }
        try {
            return EmbeddedPostgres.start(home, settings);
        } catch (CannotStart e) {
            end(data); // nobody may still write into a folder that is given up
            throw e;
        }
    }

    /** Ends the server that a killed command left in a home, which will be taken away. */
    public static void abandon(Path home) throws IOException {
        Path data = data(home);
        if (Postmaster.isThere(data)) end(data);
    }

    /** Ends whatever server still works on a folder that will be taken away. */
    private static void end(Path data) {
        try {
            Path base = Objects.requireNonNull(data.getParent());
            Binaries.unpack(base).run(data, "pg_ctl", List.of("-D", data.toString(), "-m", "immediate", "-w", "stop"));
        } catch (IOException none) {
            // it had ended by itself
        }
    }

    private static Path data(Path home) {
        return home.toAbsolutePath().normalize().resolve("postgres").resolve("data");
    }

    private static Map<String, String> settings(Until until, Path label) throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "hot_standby", "off",
                "archive_mode", "off",
                "recovery_target_action", "promote"));
        settings.put("restore_command", archive(until).map(WalArchive::fetch).orElse("false"));
        String line = switch (until) {
            case Until.EndOfBackup _ -> {
                settings.put("recovery_target", "immediate");
                yield "current";
            }
            case Until.Newest n -> Timelines.at(n.archive().resolve("wal"), label, Instant.MAX);
            case Until.Moment m -> {
                settings.put("recovery_target_time", TIME.format(m.at()));
                yield Timelines.at(m.archive().resolve("wal"), label, m.at());
            }
        };
        settings.put("recovery_target_timeline", line);
        return settings;
    }

    private static Optional<Path> archive(Until until) {
        return switch (until) {
            case Until.EndOfBackup _ -> Optional.empty();
            case Until.Newest n -> Optional.of(n.archive());
            case Until.Moment m -> Optional.of(m.archive());
        };
    }
}
