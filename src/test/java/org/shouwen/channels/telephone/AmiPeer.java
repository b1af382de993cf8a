package org.shouwen.channels.telephone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An exchange's manager on loopback: lets in who knows the secret, says what was recorded, keeps what it is asked. */
final class AmiPeer implements AutoCloseable {
    static final String SECRET = "s3cret";

    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final String transcript;
    private final boolean stays;
    final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile @Nullable OutputStream link;

    /** @param stays whether it keeps the connection when all is said */
    AmiPeer(String transcript, boolean stays) throws IOException {
        this.transcript = transcript;
        this.stays = stays;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed())
            try (Socket s = server.accept()) {
                one(s);
            } catch (IOException | ReflectiveOperationException | java.security.NoSuchAlgorithmException e) {
                // the other side has gone
            }
    }

    private void one(Socket s)
            throws IOException, ReflectiveOperationException, java.security.NoSuchAlgorithmException {
        BufferedReader in = new BufferedReader(new InputStreamReader(s.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = s.getOutputStream();
        say(out, "Asterisk Call Manager/9.0.0\r\n");
        String key = "";
        String action = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.isEmpty()) {
                asked.add(line);
                if (line.startsWith("Action: ")) action = line.substring(8);
                if (line.startsWith("Key: ")) key = line.substring(5);
                continue;
            }
            if (action.equals("Challenge")) say(out, "Response: Success\r\nChallenge: 4711\r\n\r\n");
            if (action.equals("Ping")) say(out, "Response: Success\r\nPing: Pong\r\n\r\n");
            if (!action.equals("Login")) continue;
            String right = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5")
                            .digest(("4711" + SECRET).getBytes(StandardCharsets.UTF_8)));
            if (!key.equals(right)) {
                say(out, "Response: Error\r\nMessage: Authentication failed\r\n\r\n");
                return;
            }
            say(out, "Response: Success\r\nMessage: Authentication accepted\r\n\r\n" + transcript);
            link = out;
            if (!stays) return;
        }
    }

    /** Says more to who is connected. */
    void says(String more) throws IOException {
        say(Objects.requireNonNull(link), more);
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
