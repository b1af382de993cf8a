package org.shouwen.channels.telephone;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shouwen.desk.RecordingPath;
import org.shouwen.desk.RecordingSource;
import org.shouwen.peers.PeerHttp;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Fetches recordings from a web server of the exchange, below one address that a person entered. */
@Component
class HttpRecordings implements RecordingSource {
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private static final int LARGEST = 64 * 1024 * 1024;

    private final PeerHttp http;
    private final String base;
    private final String login;

    /**
     * @param base address of the folder, {@code http://} or {@code https://}; empty: off
     * @param user by whose name and password the server lets in; empty: nobody is asked
     * @param seconds for the whole of a recording
     */
    HttpRecordings(
            @Value("${shouwen.telephone.recordings-url:}") String base,
            @Value("${shouwen.telephone.recordings-user:}") String user,
            @Value("${shouwen.telephone.recordings-password:}") String password,
            @Value("${shouwen.telephone.recordings-seconds:60}") int seconds) {
        this.base = base.strip().replaceAll("/+$", "");
        this.login = user.isBlank()
                ? ""
                : "Basic "
                        + Base64.getEncoder()
                                .encodeToString((user.strip() + ":" + password).getBytes(StandardCharsets.UTF_8));
        this.http = new PeerHttp(CONNECT, Duration.ofSeconds(seconds), LARGEST);
    }

    @Override
    public boolean there() {
        return !base.isEmpty();
    }

    @Override
    public Optional<byte[]> fetch(RecordingPath path) throws IOException {
        String below = path.names().stream()
                .map(n -> URLEncoder.encode(n, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/" + below));
        if (!login.isEmpty()) request.header("Authorization", login);
        try {
            HttpResponse<byte[]> answer = http.ask(request.GET().build());
            return switch (answer.statusCode()) {
                case 200 -> Optional.of(answer.body());
                case 404, 410 -> Optional.empty(); // written when the call is over, and often later
                default -> throw new IOException("the server of recordings answers " + answer.statusCode());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
