package org.shouwen.channels.sms;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A connection over CMPP. So many questions wait for their answers as the window allows; a gateway that says nothing is asked
 * whether it is there, and given up when it stays silent. Nothing waits longer than it is told to.
 */
final class CmppSession implements AutoCloseable {
    /** So long silent, and it is asked whether it is there. */
    private static final int QUIET_MILLIS = 20_000;

    /** So many questions without a word from it, and it is not. */
    private static final int DEAD = 3;

    /** What people send is kept by so many threads at once; more wait at the gateway. */
    private static final int KEEPERS = 16;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final Semaphore window;
    private final Semaphore keepers = new Semaphore(KEEPERS);
    private final Function<byte[], byte[]> delivered;
    private final Map<Integer, CompletableFuture<byte[]>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger sequence = new AtomicInteger();
    private volatile boolean open = true;

    /**
     * @param window so many messages may wait for their answers
     * @param delivered given the body of what the gateway brings, the body of our answer to it
     */
    CmppSession(String host, int port, int connectMillis, int window, Function<byte[], byte[]> delivered)
            throws IOException {
        this.window = new Semaphore(window);
        this.delivered = delivered;
        socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), connectMillis);
            socket.setSoTimeout(QUIET_MILLIS);
            socket.setTcpNoDelay(true);
            in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            out = socket.getOutputStream();
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        Thread.ofVirtual().name("cmpp").start(this::read);
    }

    boolean isOpen() {
        return open;
    }

    /**
     * Asks without waiting for the answer, which is empty of octets when the connection ends before it.
     *
     * @throws TimeoutException when the window stays full for so long
     */
    CompletableFuture<byte[]> ask(int command, byte[] body, long millis)
            throws IOException, TimeoutException, InterruptedException {
        if (!window.tryAcquire(millis, TimeUnit.MILLISECONDS)) throw new TimeoutException();
        int number = sequence.incrementAndGet();
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        asked.put(number, answer);
        var _ = answer.whenComplete((_, _) -> window.release());
        try {
            write(new CmppFrame(command, number, body));
        } catch (IOException e) {
            close();
            throw e;
        }
        if (!open) end(); // the reader ended meanwhile and did not see this one
        return answer;
    }

    private void write(CmppFrame frame) throws IOException {
        synchronized (out) {
            out.write(frame.bytes());
            out.flush();
        }
    }

    private void read() {
        int silent = 0;
        try {
            while (open) {
                int first;
                try {
                    first = in.read();
                } catch (SocketTimeoutException e) {
                    if (++silent > DEAD) return;
                    write(new CmppFrame(CmppFrame.ACTIVE_TEST, sequence.incrementAndGet(), new byte[0]));
                    continue;
                }
                if (first < 0) return;
                silent = 0;
                if (!taken(CmppFrame.read(first, in))) return;
            }
        } catch (IOException | InterruptedException e) {
            // it ends here and is connected anew
        } finally {
            close();
        }
    }

    /** @return whether the connection goes on */
    private boolean taken(CmppFrame frame) throws IOException, InterruptedException {
        if (frame.isAnswer()) {
            CompletableFuture<byte[]> waiting = asked.remove(frame.sequence());
            if (waiting != null) waiting.complete(frame.body());
            return true;
        }
        switch (frame.command()) {
            case CmppFrame.ACTIVE_TEST -> write(frame.answer(new byte[1]));
            case CmppFrame.DELIVER -> keep(frame);
            case CmppFrame.TERMINATE -> {
                write(frame.answer(new byte[0]));
                return false;
            }
            default -> {
                // no gateway sends another to us
            }
        }
        return true;
    }

    private void keep(CmppFrame frame) throws InterruptedException {
        keepers.acquire();
        Thread.ofVirtual().start(() -> {
            try {
                write(frame.answer(delivered.apply(frame.body())));
            } catch (IOException e) {
                close(); // it has no answer, and brings it again
            } finally {
                keepers.release();
            }
        });
    }

    private void end() {
        asked.values().forEach(a -> a.complete(new byte[0]));
        asked.clear();
    }

    @Override
    public void close() {
        open = false;
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed all the same
        }
        end();
    }
}
