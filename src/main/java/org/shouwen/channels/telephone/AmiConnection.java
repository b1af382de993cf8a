package org.shouwen.channels.telephone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A session with an Asterisk manager: the secret is never sent, only its digest with the manager's challenge. */
final class AmiConnection implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Socket socket = new Socket();
    private final BufferedReader in;
    private final OutputStream out;

    /**
     * @param silent a peer that accepts and says nothing is left after so long
     * @throws IOException when it can not be reached or does not let us in
     */
    AmiConnection(String host, int port, String user, String secret, Duration silent) throws IOException {
        try {
            socket.connect(new InetSocketAddress(host, port), (int) CONNECT.toMillis());
            socket.setSoTimeout((int) silent.toMillis());
            socket.setKeepAlive(true);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out = socket.getOutputStream();
            String greeting = in.readLine();
            if (greeting == null || !greeting.startsWith("Asterisk Call Manager"))
                throw new IOException("no Asterisk manager");
            logIn(user, secret);
        } catch (IOException e) {
            socket.close();
            throw e instanceof SocketTimeoutException ? new IOException("the manager does not answer", e) : e;
        }
    }

    private void logIn(String user, String secret) throws IOException {
        send(Map.of("Action", "Challenge", "AuthType", "MD5"));
        String challenge = answer().get("Challenge");
        Map<String, String> login = new LinkedHashMap<>();
        login.put("Action", "Login");
        login.put("AuthType", "MD5");
        login.put("Username", user);
        login.put("Key", md5(challenge + secret));
        login.put("Events", "on");
        send(login);
        if (!answer().get("Response").equals("Success")) throw new IOException("the manager refused the login");
    }

    private AmiMessage answer() throws IOException {
        for (AmiMessage m = next(); m != null; m = next())
            if (!m.get("Response").isEmpty()) return m;
        throw new IOException("the manager closed the connection");
    }

    /**
     * @return null when the manager has closed the connection
     * @throws SocketTimeoutException when it says nothing: the next call may hear more
     * @throws IOException when it falls silent within a message, of which the rest would be taken for another
     */
    @Nullable
    AmiMessage next() throws IOException {
        in.mark(2); // with the rest of a line's end
        if (in.read() < 0) return null;
        in.reset();
        try {
            return AmiMessage.read(in);
        } catch (SocketTimeoutException e) {
            throw new IOException("the manager fell silent within a message", e);
        }
    }

    /** Whether more has come and can be read at once. */
    boolean more() throws IOException {
        return in.ready();
    }

    /** Values are without line ends, so that no value begins another header. */
    synchronized void send(Map<String, String> headers) throws IOException {
        StringBuilder text = new StringBuilder();
        headers.forEach((name, value) -> text.append(name)
                .append(": ")
                .append(value.replaceAll("\\p{Cntrl}", " "))
                .append("\r\n"));
        out.write(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
