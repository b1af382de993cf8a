package org.shouwen.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Accepts every connection and never answers on it. */
final class SilentPeer implements AutoCloseable {
    private final ServerSocket listening;
    private final List<Socket> held = new CopyOnWriteArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);

    SilentPeer() {
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                held.add(listening.accept());
                first.countDown();
            }
        } catch (IOException closed) {
            first.countDown();
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Whether somebody connected within so long. */
    boolean waitsFor(Duration most) throws InterruptedException {
        return first.await(most.toMillis(), TimeUnit.MILLISECONDS) && !held.isEmpty();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket s : held) s.close();
    }
}
