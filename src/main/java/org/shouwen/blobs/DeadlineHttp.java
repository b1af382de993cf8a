package org.shouwen.blobs;

import com.github.davidmoten.aws.lw.client.HttpClient;
import com.github.davidmoten.aws.lw.client.ResponseInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.peers.PeerHttp;

/**
 * Sends requests so that an answer is there, whole, before a deadline, or the request is given up: a store that takes
 * connections and says nothing, or a byte a minute, holds nobody. After a request that ran into its deadline or found nobody
 * the next ones fail at once for some seconds, unless the store answered somebody meanwhile: then it is slow, and not away.
 */
final class DeadlineHttp implements HttpClient {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    /** The client sets these itself, to what was signed. */
    private static final Set<String> OWN = Set.of("host", "content-length", "connection", "expect", "upgrade");

    private final PeerHttp http;
    private final Duration deadline;
    private volatile long pausedUntil = System.nanoTime();
    private volatile long heard = pausedUntil;

    /** @param deadline of a request, beyond a second for each MiB that it or its answer carries */
    DeadlineHttp(Duration deadline) {
        this.deadline = deadline;
        this.http = new PeerHttp(CONNECT, deadline, Integer.MAX_VALUE);
    }

    @Override
    public ResponseInputStream request(
            URL url, String method, Map<String, String> headers, byte @Nullable [] body, int connectMs, int readMs)
            throws IOException {
        if (System.nanoTime() - pausedUntil < 0) throw new IOException("the store did not answer a moment ago");
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(url))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach((name, value) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) request.header(name, value);
        });
        HttpResponse<byte[]> answer = sent(request.build(), millis(body == null ? 0 : body.length));
        return new ResponseInputStream(
                () -> {}, answer.statusCode(), answer.headers().map(), new ByteArrayInputStream(answer.body()));
    }

    private HttpResponse<byte[]> sent(HttpRequest request, long millis) throws IOException {
        long from = System.nanoTime();
        try {
            return http.ask(request, Duration.ofMillis(millis), this::more);
        } catch (HttpTimeoutException e) {
            if (heard - from <= 0) pause();
            throw e;
        } catch (IOException e) {
            pause();
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The head of an answer says that the store is there, and how much more comes. */
    private Duration more(HttpResponse.ResponseInfo head) {
        heard = System.nanoTime();
        return Duration.ofMillis(
                head.headers().firstValueAsLong("content-length").orElse(0) >> 10);
    }

    private void pause() {
        pausedUntil = System.nanoTime() + PAUSE.toNanos();
    }

    private long millis(int bytes) {
        return deadline.toMillis() + (bytes >> 10);
    }

    private static URI uri(URL url) throws IOException {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
