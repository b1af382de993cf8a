package org.shouwen.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Many connections at once on which a byte comes now and then: heads, empty lines before a head, bodies of every kind,
 * bodies that nobody reads. Whatever listens has to end each of them in a time for the whole.
 */
public final class Drip {
    private static final String TO = " HTTP/1.1\r\nHost: x\r\n";
    private static final String FORM =
            "POST /ask/complaint" + TO + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000\r\n\r\n--b\r\n";

    /** Where a request drips. */
    public enum Where {
        HEAD("POST /ask/complaint" + TO + "X-Long: ", "x"),
        EMPTY_LINES("", "\r\n"),
        EMPTY_LINES_AFTER_AN_ANSWER("GET /limits" + TO + "\r\n", "\r\n"),
        FIELDS(
                "POST /sign-in" + TO
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000\r\n\r\nlogin=",
                "x"),
        PARTS(FORM, "x"),
        FILE(FORM + "Content-Disposition: form-data; name=photo; filename=a.jpg\r\n\r\n", "x"),
        JSON(
                "POST /api/v1/portal/appeals" + TO
                        + "Content-Type: application/json\r\nContent-Length: 9000\r\n\r\n{\"content\":\"",
                "x"),
        UNREAD("PUT /limits" + TO + "Content-Type: text/plain\r\nContent-Length: 9000\r\n\r\n", "x"),
        UNREAD_BESIDE_A_FILE("DELETE /_static/x" + TO + "Content-Length: 9000\r\n\r\n", "x"),
        ANNOUNCED("GET /limits" + TO + "Expect: 100-continue\r\nContent-Length: 9000\r\n\r\n", "x"),
        CHUNK_EXTENSION("POST /ask/complaint" + TO + "Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n1;", "x"),
        TRAILER("POST /ask/complaint" + TO + "Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: ", "x");

        private final String begun;
        private final String drop;

        /**
         * @param begun what is sent at once
         * @param drop what follows now and then
         */
        Where(String begun, String drop) {
            this.begun = begun;
            this.drop = drop;
        }
    }

    /**
     * How one connection went.
     *
     * @param ended after how long the other side closed it; null when it still stood at the end
     * @param drops how often something was sent before that
     * @param answer what came from the other side
     */
    public record Ended(Where where, @Nullable Duration ended, int drops, String answer) {}

    /** One connection; its socket is read by a thread of its own and written by the tap. */
    private static final class Line {
        private final Where where;
        private final Socket socket;
        private final long began = System.nanoTime();
        private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
        private volatile long endedAt;
        private final AtomicInteger drops = new AtomicInteger();

        Line(Where where, int port) throws IOException {
            this.where = where;
            this.socket = new Socket("localhost", port);
            socket.getOutputStream().write(where.begun.getBytes(StandardCharsets.US_ASCII));
        }

        void read(CountDownLatch left) {
            try {
                InputStream in = socket.getInputStream();
                in.transferTo(answer);
            } catch (IOException closedUnderWhatStillCame) {
                // ended as well
            }
            endedAt = System.nanoTime();
            left.countDown();
        }

        void drop() {
            if (endedAt != 0) return;
            try {
                socket.getOutputStream().write(where.drop.getBytes(StandardCharsets.US_ASCII));
                drops.incrementAndGet();
            } catch (IOException ended) {
                // the reader sees it
            }
        }

        Ended soFar() {
            long at = endedAt;
            return new Ended(
                    where,
                    at == 0 ? null : Duration.ofNanos(at - began),
                    drops.get(),
                    at == 0 ? "" : answer.toString(StandardCharsets.UTF_8));
        }
    }

    private Drip() {}

    /**
     * Opens the connections, those of each place in turn, and drips until all have ended.
     *
     * @param every between two drops on one connection
     * @param most when to give up on those that still stand
     */
    public static List<Ended> run(int port, int connections, Duration every, Duration most)
            throws IOException, InterruptedException {
        List<Line> lines = new ArrayList<>();
        CountDownLatch left = new CountDownLatch(connections);
        try (ScheduledExecutorService tap = Executors.newSingleThreadScheduledExecutor()) {
            Where[] places = Where.values();
            for (int i = 0; i < connections; i++) {
                Line line = new Line(places[i % places.length], port);
                lines.add(line);
                Thread.ofVirtual().start(() -> line.read(left));
            }
            var _ = tap.scheduleAtFixedRate(
                    () -> lines.forEach(Line::drop), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
            boolean all = left.await(most.toMillis(), TimeUnit.MILLISECONDS);
            tap.shutdownNow();
            List<Ended> ended = lines.stream().map(Line::soFar).toList();
            if (!all) for (Line line : lines) line.socket.close();
            return ended;
        } finally {
            for (Line line : lines) line.socket.close();
        }
    }
}
