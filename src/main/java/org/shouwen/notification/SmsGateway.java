package org.shouwen.notification;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The city's short message gateway: one POST of {@code {"id", "to", "text"}} for each message. The id is the same at
 * each try, so that a gateway can drop what it has carried already. Any 2xx is carried, 4xx is refused for good,
 * everything else is tried again.
 */
@Component
class SmsGateway {
    /** What became of a try; {@code again} when it is worth another. */
    record Tried(boolean carried, boolean again, String why) {}

    private final String url;
    private final String token;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    SmsGateway(
            @Value("${shouwen.sms.url:}") String url, @Value("${shouwen.sms.token:}") String token, JsonMapper json) {
        this.url = url;
        this.token = token;
        this.json = json;
    }

    boolean there() {
        return !url.isBlank();
    }

    Tried send(UUID id, String to, String text) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        json.writeValueAsString(Map.of("id", id.toString(), "to", to, "text", text))));
        if (!token.isBlank()) request.header("Authorization", "Bearer " + token);
        try {
            int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status >= 200 && status < 300) return new Tried(true, false, "");
            boolean refused = status >= 400 && status < 500 && status != 408 && status != 429;
            return new Tried(false, !refused, "HTTP " + status);
        } catch (IOException e) {
            return new Tried(false, true, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Tried(false, true, "interrupted");
        }
    }
}
