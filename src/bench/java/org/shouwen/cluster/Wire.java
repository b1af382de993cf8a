package org.shouwen.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A line between two parts of the cluster, through which all that one sends to the other goes, and which can be cut. */
final class Wire implements AutoCloseable {
    enum State {
        /** All goes through. */
        WHOLE,
        /** Connections are broken at once and none is taken, as by a firewall that refuses. */
        RESET,
        /** Nothing arrives and nothing is said about it, as with a cable that is pulled out. */
        SILENT
    }

    final String name;
    final int port;
    private final int target;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile State state = State.WHOLE;

    Wire(Ground ground, String name, int target) throws IOException {
        this.name = name;
        this.target = target;
        port = ground.port();
        listening = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name(name).start(this::take);
    }

    void be(State next) {
        state = next;
        if (next == State.RESET) open.forEach(Wire::reset);
    }

    private void take() {
        while (!listening.isClosed()) {
            try {
                Socket from = listening.accept();
                Thread.ofVirtual().start(() -> join(from));
            } catch (IOException e) {
                if (!listening.isClosed()) throw new UncheckedIOException(e);
            }
        }
    }

    private void join(Socket from) {
        open.add(from);
        awaitSpeech();
        Socket to = new Socket();
        try {
            if (state == State.RESET) throw new IOException("cut");
            to.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 5000);
            to.setTcpNoDelay(true);
            from.setTcpNoDelay(true);
            open.add(to);
            if (state == State.RESET) throw new IOException("cut");
            Thread back = Thread.ofVirtual().start(() -> pump(to, from));
            pump(from, to);
            back.join();
        } catch (IOException refusedThere) {
            reset(from);
            reset(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
            end(from);
            end(to);
        }
    }

    /** One direction, until its end; the other direction may go on. */
    private void pump(Socket from, Socket to) {
        byte[] some = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                awaitSpeech();
                out.write(some, 0, n);
            }
            awaitSpeech();
            to.shutdownOutput();
        } catch (IOException broken) {
            reset(from);
            reset(to);
        }
    }

    private void awaitSpeech() {
        while (state == State.SILENT) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException alreadyClosed) {
            return;
        }
        end(socket);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        be(State.RESET);
    }

    @Override
    public String toString() {
        return name;
    }
}
