package org.shouwen.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands before a peer and passes on what both say. While it is silent it accepts whoever comes, takes what they say and passes
 * nothing on, as a peer does that accepts and never answers; what it took then is never said.
 */
public final class StallingProxy implements AutoCloseable {
    private final ServerSocket listening;
    private final int peer;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean silent;
    private volatile String last = "";

    /** @param peer a port on loopback; 0: nobody is there, and it is silent for ever */
    public StallingProxy(int peer) throws IOException {
        this.peer = peer;
        this.silent = peer == 0;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** From now on. */
    public void silent() {
        silent = true;
    }

    /** As soon as the peer has said something in which this stands; that is passed on whole. */
    public void silentAfter(String words) {
        last = words;
    }

    /** As a peer that was started again: who waited is cut off, who comes now is heard. */
    public void speaks() throws IOException {
        last = "";
        silent = false;
        for (Socket s : open) s.close();
        open.clear();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> pass(client));
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private void pass(Socket client) {
        try {
            if (peer == 0 || silent) {
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
                client.close();
                return;
            }
            Socket server = new Socket(InetAddress.getLoopbackAddress(), peer);
            open.add(server);
            Thread.ofVirtual().start(() -> pump(client, server, ""));
            pump(server, client, "answers");
        } catch (IOException e) {
            // it has gone
        }
    }

    private void pump(Socket from, Socket to, String answers) {
        byte[] some = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            for (int n = in.read(some); n > 0; n = in.read(some)) {
                if (silent) continue;
                to.getOutputStream().write(some, 0, n);
                String said = new String(some, 0, n, StandardCharsets.ISO_8859_1);
                if (!answers.isEmpty() && !last.isEmpty() && said.contains(last)) silent = true;
            }
        } catch (IOException e) {
            // it has gone
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket s : open) s.close();
    }
}
