package org.shouwen.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The database that comes along: a PostgreSQL of its own under one folder, as durable as one that is installed. Other
 * than the launchers made for tests it keeps fsync, full_page_writes and synchronous_commit on, lets nobody in without
 * the password, and copes with what a {@code kill -9} leaves behind.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String USER = "shouwen";
    private static final String DATABASE = "shouwen";

    private final Path data;
    private final Binaries binaries;
    private final int port;
    private final String password;
    private final boolean startedHere;

    private EmbeddedPostgres(Path data, Binaries binaries, int port, String password, boolean startedHere) {
        this.data = data;
        this.binaries = binaries;
        this.port = port;
        this.password = password;
        this.startedHere = startedHere;
    }

    /**
     * Starts the database under a folder, or joins the one that another process of ours runs there.
     *
     * @param settings PostgreSQL settings that go over the built-in ones, such as {@code shared_buffers}
     * @throws CannotStart saying in one sentence what to do
     */
    public static EmbeddedPostgres start(Path home, Map<String, String> settings) {
        Path whole = home.toAbsolutePath().normalize();
        Path base = whole.resolve("postgres");
        Path data = base.resolve("data");
        try {
            Files.createDirectories(base);
            if (!Files.isWritable(base)) throw CannotStart.notOurs(base);
            RunningElsewhere.refuse(whole, data);
            Binaries binaries = Binaries.unpack(base);
            String password = password(base.resolve("password"));
            if (!Files.exists(data.resolve("PG_VERSION"))) binaries.initialise(base, data, USER);
            Optional<Postmaster> running = Postmaster.find(data);
            if (running.isPresent()) {
                return checked(
                        new EmbeddedPostgres(data, binaries, running.get().port(), password, false));
            }
            return start(base, data, binaries, password, settings);
        } catch (IOException e) {
            throw CannotStart.because(base, e);
        }
    }

    /** @param server whether it becomes the server's own: stopped with this process, its log archived unless the folder is empty */
    public static EmbeddedPostgres open(Path home, boolean server, String archive) {
        if (!server) return start(home, Map.of());
        WalArchive.use(home, archive);
        return start(home, Map.of()).adopted();
    }

    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?reWriteBatchedInserts=true".formatted(port, database);
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** The same, but stopped with this process even if another one started it: an orphan finds a new owner. */
    public EmbeddedPostgres adopted() {
        return new EmbeddedPostgres(data, binaries, port, password, true);
    }

    /** Stops the database if this process started it; open transactions are rolled back, committed ones are safe. */
    @Override
    public void close() {
        if (startedHere) stop();
    }

    /** Stops the database whoever started it. */
    public void stop() {
        try {
            binaries.run(data, "pg_ctl", List.of("-D", data.toString(), "-m", "fast", "-w", "-t", "60", "stop"));
        } catch (IOException e) {
            throw CannotStart.because(data, e);
        }
    }

    /** The folder that the server works in. */
    Path data() {
        return data;
    }

    /** Whether the server process is there; an unreadable pid file says nothing and counts as yes. */
    boolean alive() {
        try {
            return Postmaster.find(data).isPresent();
        } catch (IOException | RuntimeException e) {
            return true;
        }
    }

    /** Starts a server that died, with the port and settings it had. */
    void startAgain() {
        Path base = Objects.requireNonNull(data.getParent());
        try {
            Postmaster.awaitDeath(data);
            binaries.startServer(base, data);
        } catch (IOException e) {
            throw CannotStart.because(base, e);
        }
    }

    private static EmbeddedPostgres start(
            Path base, Path data, Binaries binaries, String password, Map<String, String> settings) throws IOException {
        String owner = Files.getOwner(data).getName();
        if (!owner.equals(System.getProperty("user.name"))) throw CannotStart.notOurs(base);
        Postmaster.awaitDeath(data);
        int port = freePort();
        Map<String, String> all = new HashMap<>(WalArchive.settings(base));
        all.putAll(settings);
        Settings.write(data, port, all);
        binaries.startServer(base, data);
        Postmaster.awaitOpen(data);
        return checked(new EmbeddedPostgres(data, binaries, port, password, true));
    }

    private static EmbeddedPostgres checked(EmbeddedPostgres pg) {
        try (var connection = DriverManager.getConnection(pg.jdbcUrl("postgres"), USER, pg.password);
                var statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                try (var rs = statement.executeQuery("show " + setting)) {
                    rs.next();
                    if (!rs.getString(1).equals("on")) {
                        throw new CannotStart(
                                "数据库的 %1$s 不是 on，断电可能丢失数据：请删去改动它的配置。".formatted(setting),
                                "%s is not on, a power cut could lose data: remove what changed it."
                                        .formatted(setting));
                    }
                }
            }
            try (var rs = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (rs.next()) return pg;
            }
            statement.execute("create database " + DATABASE);
            return pg;
        } catch (SQLException e) {
            throw new CannotStart(
                    "数据库已启动但无法连接：请查看 %s。".formatted(pg.data.resolveSibling("postgres.log")),
                    "The database runs but can't be reached (%s): see %s."
                            .formatted(e.getMessage(), pg.data.resolveSibling("postgres.log")));
        }
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] fresh = new byte[24];
            new SecureRandom().nextBytes(fresh);
            Path draft = Files.createTempFile(
                    file.getParent(),
                    "new",
                    ".pw",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, HexFormat.of().formatHex(fresh));
            Files.move(draft, file);
        }
        return Files.readString(file).strip();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
