package org.shouwen.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A copy of the running database by the server's own backup functions ({@code pg_backup_start}, {@code pg_backup_stop}):
 * its files as they are copied, and the log that makes them one moment, the end of the copy. A slot keeps the log from
 * being reused meanwhile. The programs that come along have no {@code pg_basebackup}.
 */
public final class BaseBackup {
    /** What a server makes anew, and what must not be taken over (PostgreSQL manual, 25.3.4). */
    private static final Set<String> EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "current_logfiles", "recovery.signal", "standby.signal");

    private BaseBackup() {}

    /** Copies one file; a file that is gone is none that matters: the log says what became of it. */
    public interface Copier {
        void copy(Path from, Path to) throws IOException;
    }

    /** Done between the last file and the moment; what it has seen committed is in the copy. */
    public interface LastSteps {
        void run() throws IOException;
    }

    /**
     * What was copied.
     *
     * @param start where the log that is needed begins, as PostgreSQL writes it, such as {@code 0/3000028}
     * @param stop the moment of the copy
     * @param segments names of the log's files from the first needed to the last, in order
     */
    public record Copied(String version, String start, String stop, List<String> segments) {}

    /**
     * Copies the database into an empty folder.
     *
     * @throws IOException when the copy could not be made; what was copied is of no use then
     */
    public static Copied copy(EmbeddedPostgres database, Path to, String label, Copier copier, LastSteps last)
            throws IOException {
        Path data = database.data();
        try (Connection db =
                DriverManager.getConnection(database.jdbcUrl("postgres"), database.user(), database.password())) {
            String slot = "shouwen_backup_" + ProcessHandle.current().pid() + "_" + Math.abs(System.nanoTime());
            one(db, "select pg_create_physical_replication_slot(?, true, true)", slot);
            String start = one(db, "select pg_backup_start(?, true)", label);
            Files.createDirectories(
                    to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            files(data, to, copier);
            last.run();
            String stop;
            try (PreparedStatement statement =
                            db.prepareStatement("select lsn, labelfile, spcmapfile from pg_backup_stop(false)");
                    ResultSet rs = statement.executeQuery()) {
                rs.next();
                stop = rs.getString(1);
                Path made = Files.writeString(to.resolve("backup_label.made"), rs.getString(2));
                copier.copy(made, to.resolve("backup_label"));
                Files.delete(made);
            }
            List<String> segments = segments(db, data.resolve("pg_wal"), start, stop);
            for (String segment : segments)
                copier.copy(
                        data.resolve("pg_wal").resolve(segment),
                        to.resolve("pg_wal").resolve(segment));
            return new Copied(one(db, "show server_version"), start, stop, segments);
        } catch (SQLException e) {
            throw new IOException("the database could not be copied: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void files(Path data, Path to, Copier copier) throws IOException {
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes a) throws IOException {
                Path relative = data.relativize(folder);
                if (folder.getFileName().toString().startsWith("pgsql_tmp")) return FileVisitResult.SKIP_SUBTREE;
                Files.createDirectories(
                        to.resolve(relative),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                if (!EMPTY.contains(relative.toString())) return FileVisitResult.CONTINUE;
                if (relative.toString().equals("pg_wal")) Files.createDirectories(to.resolve("pg_wal/archive_status"));
                return FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
                String name = file.getFileName().toString();
                if (LEFT_OUT.contains(name) || name.startsWith("pgsql_tmp") || name.startsWith("pg_internal.init"))
                    return FileVisitResult.CONTINUE;
                try {
                    copier.copy(file, to.resolve(data.relativize(file)));
                } catch (NoSuchFileException droppedMeanwhile) {
                    Files.deleteIfExists(to.resolve(data.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
                throw e;
            }
        });
    }

    /** The log's files between two places, and the histories of timelines that lie beside them. */
    private static List<String> segments(Connection db, Path wal, String start, String stop)
            throws SQLException, IOException {
        String first = one(db, "select pg_walfile_name(cast(? as pg_lsn))", start);
        String end = one(db, "select pg_walfile_name(cast(? as pg_lsn))", stop);
        List<String> segments = new ArrayList<>();
        try (var files = Files.newDirectoryStream(wal)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                boolean within = name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(end) <= 0;
                if (within || name.endsWith(".history")) segments.add(name);
            }
        }
        segments.sort(null);
        if (!segments.contains(first) || !segments.contains(end))
            throw new IOException("the log of the copy is not whole: " + first + " to " + end);
        return segments;
    }

    private static String one(Connection db, String sql, String... words) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement(sql)) {
            for (int i = 0; i < words.length; i++) statement.setString(i + 1, words[i]);
            try (ResultSet rs = statement.executeQuery()) {
                rs.next();
                return rs.getString(1);
            }
        }
    }
}
