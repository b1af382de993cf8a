package org.shouwen.channels.counter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.shouwen.desk.QueueMachine;
import org.shouwen.peers.PeerHttp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the hall's machine by {@code POST {"appeal": "…"}}; it answers {@code {"ticket": "A012", "ahead": 3}}. */
@Component
class HttpQueueMachine implements QueueMachine {
    private static final Logger LOG = LoggerFactory.getLogger(HttpQueueMachine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LONGEST = 20;

    private final String url;
    private final JsonMapper json;
    private final PeerHttp http = new PeerHttp(PATIENCE, PATIENCE, 1 << 16);

    HttpQueueMachine(@Value("${shouwen.counter.queue-url:}") String url, JsonMapper json) {
        this.url = url;
        this.json = json;
    }

    @Override
    public boolean there() {
        return !url.isBlank();
    }

    @Override
    public Optional<Ticket> draw(String appeal) {
        if (!there()) return Optional.empty();
        try {
            HttpResponse<byte[]> answer = http.ask(HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(Map.of("appeal", appeal))))
                    .build());
            if (answer.statusCode() / 100 != 2) return Optional.empty();
            JsonNode n = json.readTree(answer.body());
            String ticket = n.path("ticket").asString("");
            if (ticket.isBlank() || ticket.length() > LONGEST) return Optional.empty();
            return Optional.of(new Ticket(ticket, n.path("ahead").asInt(-1)));
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            LOG.warn("queue machine: {}", e.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
