package org.shouwen.rowsecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Value;

/** A city's own database that is cut off in the middle of a statement: nobody waits until the network gives up. */
@ShouwenTest
class SilentDatabaseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Value("${spring.datasource.url}")
    String url;

    @Value("${spring.datasource.username}")
    String user;

    @Value("${spring.datasource.password}")
    String password;

    private final AtomicBoolean cut = new AtomicBoolean();

    @Test
    void a_statement_ends_soon_after_the_database_would_have_ended_it() throws Exception {
        String address = url.replaceAll("^jdbc:postgresql://([^/]*)/.*$", "$1");
        int port = Integer.parseInt(address.replaceAll("^.*:", ""));
        HikariConfig settings = new DataSources().poolSettings(1);
        Properties properties = new Properties();
        properties.putAll(settings.getDataSourceProperties());
        properties.put("user", user);
        properties.put("password", password);
        try (ServerSocket between = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> pass(between, port));
            String through = url.replace(address, "127.0.0.1:" + between.getLocalPort());
            try (Connection db = DriverManager.getConnection(through, properties);
                    Statement statement = db.createStatement()) {
                assertThat(statement.execute("select 1")).isTrue();
                cut.set(true);
                long before = System.nanoTime();
                assertThatThrownBy(() -> statement.execute("select 2"))
                        .isInstanceOf(SQLException.class)
                        .hasStackTraceContaining("timed out");
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(PATIENCE);
            }
        }
    }

    /** Hands on what both sides say until the line is cut; the connections stay open, as when a cable is pulled. */
    private void pass(ServerSocket between, int port) {
        try {
            Socket client = between.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
            Thread.ofVirtual().start(() -> copy(client, server));
            Thread.ofVirtual().start(() -> copy(server, client));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] some = new byte[8192];
        try {
            for (int n = from.getInputStream().read(some);
                    n >= 0;
                    n = from.getInputStream().read(some))
                if (!cut.get()) to.getOutputStream().write(some, 0, n);
        } catch (IOException closed) {
            // the test has ended
        }
    }
}
