package org.shouwen.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shouwen.embedded.EmbeddedPostgres;
import org.shouwen.embedded.RealProcesses;

/** The primary dies after a starting node has migrated: all its connections break while a part of the product is asking. */
class LostInStartTest extends RealProcesses {
    /** Asked once in a start, long after the migration. */
    private static final String ASKED = "insert into keys.known";

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cuts = new AtomicInteger();
    private EmbeddedPostgres database;
    private ServerSocket between;

    @BeforeAll
    void database_behind_a_line() throws Exception {
        database = EmbeddedPostgres.start(folder.resolve("database"), Map.of());
        between = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        int target = URI.create(database.jdbcUrl().substring("jdbc:".length())).getPort();
        Thread.ofPlatform().daemon().start(() -> take(target));
    }

    @AfterAll
    void end() throws IOException {
        started.forEach(Process::destroyForcibly);
        between.close();
        database.stop();
    }

    @Override
    protected Map<String, String> surroundings() {
        return Map.of(
                "SHOUWEN_DB_URL",
                        database.jdbcUrl().replaceFirst("//[^/]+/", "//127.0.0.1:" + between.getLocalPort() + "/"),
                "SHOUWEN_DB_USER", database.user(),
                "SHOUWEN_DB_PASSWORD", database.password(),
                "SHOUWEN_SUGGESTIONS", "false");
    }

    @Test
    void the_start_is_begun_once_more() throws Exception {
        Process node = start(home, port);
        awaitUp(node);
        assertThat(cuts).hasValue(1);
        assertThat(output(node)).contains("begun once more");
    }

    private void take(int target) {
        while (true) {
            try {
                Socket node = between.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(node);
                open.add(server);
                Thread.ofVirtual().start(() -> copy(node, server));
                Thread.ofVirtual().start(() -> copy(server, node));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] some = new byte[16 * 1024];
        try (from;
                to) {
            for (int n = from.getInputStream().read(some);
                    n >= 0;
                    n = from.getInputStream().read(some)) {
                if (new String(some, 0, n, StandardCharsets.ISO_8859_1).contains(ASKED) && cuts.compareAndSet(0, 1))
                    for (Socket each : open) each.close();
                to.getOutputStream().write(some, 0, n);
            }
        } catch (IOException broken) {
            // the other side sees it
        }
    }
}
