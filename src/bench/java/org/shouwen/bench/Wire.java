package org.shouwen.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive HTTP/1.1 connection to loopback, as thin as it can be: the load must not eat the cores it measures. */
final class Wire implements AutoCloseable {
    record Answer(int status, String body) {
        Answer expect(int wanted) {
            if (status != wanted) throw new IllegalStateException(status + " instead of " + wanted + ": " + body);
            return this;
        }

        /** The text of a field that is known to be simple. */
        String field(String name) {
            int at = body.indexOf("\"" + name + "\":\"");
            if (at < 0) throw new IllegalStateException("no " + name + " in " + body);
            int from = at + name.length() + 4;
            return body.substring(from, body.indexOf('"', from));
        }
    }

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
        out = socket.getOutputStream();
    }

    Answer get(String path, String headers) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n", new byte[0]);
    }

    Answer post(String path, String token, String json) throws IOException {
        return send("POST", path, token, json);
    }

    Answer send(String method, String path, String token, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        return send(
                method + " " + path
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length + "\r\n" + authorization + "\r\n",
                body);
    }

    /** @param form as a browser sends it */
    Answer form(String path, String headers, String form) throws IOException {
        return post(path, "application/x-www-form-urlencoded", headers, form);
    }

    /** @param headers each with its line's end */
    Answer post(String path, String type, String headers, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return send(
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: "
                        + body.length + "\r\n" + headers + "\r\n",
                body);
    }

    private Answer send(String head, byte[] body) throws IOException {
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        out.write(all);
        String status = line();
        int length = -1;
        boolean chunked = false;
        for (String h = line(); !h.isEmpty(); h = line()) {
            String lower = h.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:"))
                length = Integer.parseInt(h.substring(15).strip());
            if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) chunked = true;
        }
        byte[] answer = chunked ? chunks() : in.readNBytes(Math.max(length, 0));
        return new Answer(Integer.parseInt(status.substring(9, 12)), new String(answer, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("the server closed the connection");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
