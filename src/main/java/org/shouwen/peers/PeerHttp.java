package org.shouwen.peers;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Asks another system over HTTP and waits for its whole answer no longer than a deadline. A request's own limit of time
 * ends with the head of the answer, so that a peer that sends a byte a minute would keep whoever asked. Redirects are not
 * followed: what is sent goes to the address that a person entered.
 */
public final class PeerHttp {
    private final HttpClient http;
    private final Duration deadline;
    private final long largest;

    /**
     * @param connect how long to wait for the connection
     * @param deadline how long to wait for the whole answer, the connection included
     * @param largest how many bytes of an answer are read; a longer one is refused
     */
    public PeerHttp(Duration connect, Duration deadline, long largest) {
        this.http = client(connect);
        this.deadline = deadline;
        this.largest = largest;
    }

    /** For a library that asks and keeps a deadline for the whole answer by itself. */
    public static HttpClient client(Duration connect) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** @throws IOException when there is no whole answer in time, or a longer one than is read */
    public HttpResponse<byte[]> ask(HttpRequest request) throws IOException, InterruptedException {
        return ask(request, deadline, _ -> Duration.ZERO);
    }

    /**
     * @param within instead of the usual deadline, for a request whose body is large
     * @param more told the head of the answer as soon as it is there, says how much longer the rest of it may take
     */
    public HttpResponse<byte[]> ask(
            HttpRequest request, Duration within, Function<HttpResponse.ResponseInfo, Duration> more)
            throws IOException, InterruptedException {
        return whole(
                request,
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), largest),
                within,
                more);
    }

    /**
     * Of the answer the status alone; what else it says is passed over.
     *
     * @throws IOException when there is no whole answer in time
     */
    public int tell(HttpRequest request) throws IOException, InterruptedException {
        return whole(request, HttpResponse.BodyHandlers.discarding(), deadline, _ -> Duration.ZERO)
                .statusCode();
    }

    private <T> HttpResponse<T> whole(
            HttpRequest request,
            HttpResponse.BodyHandler<T> body,
            Duration within,
            Function<HttpResponse.ResponseInfo, Duration> more)
            throws IOException, InterruptedException {
        AtomicLong millis = new AtomicLong();
        CompletableFuture<HttpResponse<T>> answer = http.sendAsync(request, head -> {
            millis.set(more.apply(head).toMillis());
            return body.apply(head);
        });
        long from = System.nanoTime();
        try {
            while (true) {
                long left = within.plusMillis(millis.get()).toNanos() - (System.nanoTime() - from);
                if (left <= 0) throw new HttpTimeoutException("no whole answer within " + within.toMillis() + " ms");
                try {
                    return answer.get(left, TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    // given up, unless the head of the answer came meanwhile and has longer
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) throw failed;
            throw new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }
}
