package org.shouwen.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code ./shouwen bench drip}: the guard against slow senders, without a proxy before it. Says when connections that
 * drip were ended, by where they drip, and how long pages took meanwhile.
 */
final class Drips {
    private Drips() {}

    /**
     * Drips on a city of its own, or on what listens on a port.
     *
     * @param port 0: a city is started
     * @param most until when every connection must have ended
     * @return 0 when all were ended in time and pages were served meanwhile, else 1
     */
    static int run(int port, int connections, Duration every, Duration most, PrintStream out) throws Exception {
        if (port != 0) return drip(port, connections, every, most, out);
        try (City city = City.start()) {
            return drip(city.port, connections, every, most, out);
        }
    }

    private static int drip(int port, int connections, Duration every, Duration most, PrintStream out)
            throws IOException, InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Duration> longest = CompletableFuture.supplyAsync(() -> longestPage(port, over));
        List<Drip.Ended> all = Drip.run(port, connections, every, most);
        over.set(true);
        Duration page = longest.join();
        int standing = 0;
        for (Drip.Where where : Drip.Where.values()) {
            List<Duration> times = all.stream()
                    .filter(e -> e.where() == where && e.ended() != null)
                    .map(e -> Objects.requireNonNull(e.ended()))
                    .sorted()
                    .toList();
            long still = all.stream()
                    .filter(e -> e.where() == where && e.ended() == null)
                    .count();
            standing += (int) still;
            out.printf(
                    Locale.ROOT,
                    "%-28s %3d ended after %5.1f to %5.1f s, %d still stand%n",
                    where.name().toLowerCase(Locale.ROOT),
                    times.size(),
                    times.isEmpty() ? 0 : times.getFirst().toMillis() / 1000.0,
                    times.isEmpty() ? 0 : times.getLast().toMillis() / 1000.0,
                    still);
        }
        out.printf(
                Locale.ROOT,
                "{\"connections\":%d,\"standing\":%d,\"longestPageMs\":%d}%n",
                connections,
                standing,
                page.toMillis());
        return standing == 0 && page.compareTo(Duration.ofSeconds(5)) < 0 ? 0 : 1;
    }

    /** Asks for the portal's first page over and over, as somebody else would. */
    private static Duration longestPage(int port, AtomicBoolean over) {
        Duration longest = Duration.ZERO;
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                    .timeout(Duration.ofSeconds(60))
                    .build();
            while (!over.get()) {
                long before = System.nanoTime();
                int status = http.send(page, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                Duration took = Duration.ofNanos(System.nanoTime() - before);
                if (status != 200) return Duration.ofDays(1);
                if (took.compareTo(longest) > 0) longest = took;
            }
        } catch (IOException e) {
            return Duration.ofDays(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return longest;
    }
}
