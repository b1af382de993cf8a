package org.shouwen.notification;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwen.peers.PeerHttp;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The city's short message gateway: one POST of {@code {"id", "to", "text"}} for each message. The id is the same at
 * each try, so that a gateway can drop what it has carried already; with {@code extension} the digits behind our number to
 * which an answer is to be sent. Any 2xx is carried, 4xx is refused for good, everything else is tried again. A gateway that
 * answers {@code {"ids": […]}} names the parts by which it will report; else it reports by the message's id.
 */
@Component
class SmsGateway implements SmsTransport {
    private final String url;
    private final String token;
    private final JsonMapper json;
    private final PeerHttp http = new PeerHttp(Duration.ofSeconds(5), Duration.ofSeconds(10), 1 << 16);

    SmsGateway(
            @Value("${shouwen.sms.url:}") String url, @Value("${shouwen.sms.token:}") String token, JsonMapper json) {
        this.url = url;
        this.token = token;
        this.json = json;
    }

    @Override
    public boolean there() {
        return !url.isBlank();
    }

    @Override
    public Tried send(UUID id, String to, String extension, String text) {
        Map<String, String> body = new LinkedHashMap<>(Map.of("id", id.toString(), "to", to, "text", text));
        if (!extension.isEmpty()) body.put("extension", extension);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
        if (!token.isBlank()) request.header("Authorization", "Bearer " + token);
        try {
            HttpResponse<byte[]> answer = http.ask(request.build());
            int status = answer.statusCode();
            if (status >= 200 && status < 300)
                return Tried.sent(parts(id, new String(answer.body(), StandardCharsets.UTF_8)));
            boolean refused = status >= 400 && status < 500 && status != 408 && status != 429;
            return new Tried(false, !refused, "HTTP " + status);
        } catch (HttpTimeoutException e) {
            return Tried.later("NO_ANSWER");
        } catch (IOException e) {
            return Tried.later(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Tried.later("interrupted");
        }
    }

    private List<String> parts(UUID id, String answer) {
        try {
            List<String> ids = new ArrayList<>();
            if (answer.stripLeading().startsWith("{"))
                for (JsonNode each : json.readTree(answer).path("ids")) ids.add(each.asString());
            return ids.isEmpty() ? List.of(id.toString()) : ids;
        } catch (JacksonException e) { // it was taken, whatever the gateway says besides
            return List.of(id.toString());
        }
    }
}
