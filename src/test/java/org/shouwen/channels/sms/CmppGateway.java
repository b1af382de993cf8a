package org.shouwen.channels.sms;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** A gateway of CMPP 2.0 that does what a test says, the wrong things above all. */
final class CmppGateway implements AutoCloseable {
    private final ServerSocket server;
    final List<Socket> links = new CopyOnWriteArrayList<>();
    final List<byte[]> submitted = new CopyOnWriteArrayList<>();
    final List<byte[]> kept = new CopyOnWriteArrayList<>();
    final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger next = new AtomicInteger();

    /** Answers a submit; null: it does not. */
    volatile Function<CmppFrame, CmppFrame> taking = this::taken;

    /** Status with which it lets somebody in; negative: it says nothing. */
    volatile int letsIn;

    /** What it knows of the secret. */
    volatile String secret = "secret";

    CmppGateway() throws IOException {
        server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed())
                try {
                    Socket link = server.accept();
                    Thread.ofVirtual().start(() -> serve(link));
                } catch (IOException e) {
                    return; // the test is over
                }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve(Socket link) {
        try (link) {
            DataInputStream in = new DataInputStream(link.getInputStream());
            for (int first = in.read(); first >= 0; first = in.read()) {
                CmppFrame f = CmppFrame.read(first, in);
                CmppFrame answer = null;
                if (f.command() == CmppFrame.CONNECT) {
                    asked.incrementAndGet();
                    if (letsIn < 0) continue;
                    answer = f.answer(letsIn(f.body()));
                    if (letsIn == 0) links.add(link);
                } else if (f.command() == CmppFrame.SUBMIT) {
                    submitted.add(f.body());
                    answer = taking.apply(f);
                } else if (f.isAnswer() && f.asked() == CmppFrame.DELIVER) kept.add(f.body());
                if (answer != null) link.getOutputStream().write(answer.bytes());
            }
        } catch (IOException e) {
            // the other side went
        }
    }

    /** One octet of status, 16 of proof, one of version, as the paper of 2.0 has it. */
    private byte[] letsIn(byte[] login) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update((byte) letsIn);
            md5.update(login, 6, 16);
            md5.update(secret.getBytes(StandardCharsets.US_ASCII));
            return ByteBuffer.allocate(18)
                    .put((byte) letsIn)
                    .put(letsIn == 0 ? md5.digest() : new byte[16])
                    .put((byte) 0x20)
                    .array();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    CmppFrame taken(CmppFrame submit) {
        return answer(submit, next.incrementAndGet(), 0);
    }

    static CmppFrame answer(CmppFrame submit, long id, int result) {
        return submit.answer(
                ByteBuffer.allocate(9).putLong(id).put((byte) result).array());
    }

    void sends(CmppFrame frame) throws IOException {
        links.getLast().getOutputStream().write(frame.bytes());
    }

    /** @return the body of our answer to it */
    byte[] brings(byte[] body) throws IOException {
        int before = kept.size();
        sends(new CmppFrame(CmppFrame.DELIVER, 70_000 + before, body));
        Awaitility.await().until(() -> kept.size() > before);
        return kept.getLast();
    }

    static byte[] message(long id, String from, String to, int coding, boolean header, byte[] data) {
        return deliver(id, from, to, coding, header, false, data);
    }

    static byte[] report(long id, long of, String word, String from) {
        byte[] data = ByteBuffer.allocate(60)
                .putLong(of)
                .put(word.getBytes(StandardCharsets.US_ASCII))
                .put("26112310002611231001".getBytes(StandardCharsets.US_ASCII))
                .put(CmppLogin.padded(from, 21))
                .array();
        return deliver(id, from, "10690012345", 0, false, true, data);
    }

    private static byte[] deliver(
            long id, String from, String to, int coding, boolean header, boolean report, byte[] data) {
        return ByteBuffer.allocate(73 + data.length)
                .putLong(id)
                .put(CmppLogin.padded(to, 21))
                .put(new byte[11])
                .put((byte) (header ? 1 : 0))
                .put((byte) coding)
                .put(CmppLogin.padded(from, 21))
                .put((byte) (report ? 1 : 0))
                .put((byte) data.length)
                .put(data)
                .array();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket link : links) link.close();
    }
}
