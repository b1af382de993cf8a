package org.shouwen.rowsecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A node that starts while no database is primary waits for one, and a database that refuses it is heard at once. */
class PatientOwnerTest {
    /** More than the driver itself asks within its four seconds. */
    private static final int RESETS = 22;

    @Test
    void connections_that_are_dropped_are_asked_for_again_until_the_server_speaks() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(server, asked));
            PatientOwner owner =
                    new PatientOwner("jdbc:postgresql://127.0.0.1:" + server.getLocalPort() + "/none", "owner", "");
            assertThatThrownBy(owner::getConnection)
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28000"));
        }
        assertThat(asked.get()).as("once more without TLS").isBetween(RESETS + 1, RESETS + 2);
    }

    private static void serve(ServerSocket server, AtomicInteger asked) {
        while (!server.isClosed()) {
            try (Socket peer = server.accept()) {
                if (asked.incrementAndGet() > RESETS) refuse(peer);
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** No TLS, then what PostgreSQL says to a role that may not come in. */
    private static void refuse(Socket peer) throws IOException {
        DataInputStream in = new DataInputStream(peer.getInputStream());
        DataOutputStream out = new DataOutputStream(peer.getOutputStream());
        in.readNBytes(in.readInt() - 4);
        out.writeByte('N');
        out.flush();
        in.readNBytes(in.readInt() - 4);
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        for (String field : new String[] {"SFATAL", "C28000", "Mno entry"}) {
            fields.writeBytes(field.getBytes(StandardCharsets.US_ASCII));
            fields.write(0);
        }
        fields.write(0);
        out.writeByte('E');
        out.writeInt(fields.size() + 4);
        out.write(fields.toByteArray());
        out.flush();
        in.read();
    }
}
