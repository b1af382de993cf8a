package org.shouwen.channels.sms.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.channels.sms.DeliveryStatus;
import org.shouwen.channels.sms.GatewayGuard;
import org.shouwen.channels.sms.SmsFields;
import org.shouwen.channels.sms.SmsFormat;
import org.shouwen.inbound.InboundFormat;
import org.shouwen.inbound.InboundMessage;
import org.shouwen.inbound.Inbox;
import org.shouwen.notification.Carrier;
import org.shouwen.notification.DeliveryReports;
import org.shouwen.problems.Busy;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a short message gateway tells: messages of people, and what became of ours. 200 with an empty body means: it is on disk; anything else: send it
 * again (404: the secret is wrong). A gateway that can only ask by GET (kannel) sends the same fields as parameters.
 */
@RestController
class SmsCallbacks {
    private static final int MOST = 64 * 1024;

    private final GatewayGuard guard;
    private final Inbox inbox;
    private final DeliveryReports reports;
    private final JsonMapper json;

    SmsCallbacks(GatewayGuard guard, Inbox inbox, DeliveryReports reports, JsonMapper json) {
        this.guard = guard;
        this.inbox = inbox;
        this.reports = reports;
        this.json = json;
    }

    @GetMapping("/api/channels/sms/messages")
    ResponseEntity<Void> asked(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        return message(request, query.getBytes(StandardCharsets.UTF_8), true);
    }

    @PostMapping("/api/channels/sms/messages")
    ResponseEntity<Void> sent(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST + 1);
        if (body.length > MOST) return ResponseEntity.status(413).build();
        return message(request, body, false);
    }

    @GetMapping("/api/channels/sms/reports")
    ResponseEntity<Void> reportAsked(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        return report(request, query.getBytes(StandardCharsets.UTF_8), true);
    }

    @PostMapping("/api/channels/sms/reports")
    ResponseEntity<Void> reportSent(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST + 1);
        if (body.length > MOST) return ResponseEntity.status(413).build();
        return report(request, body, false);
    }

    /** {@code id} as the gateway answered it, or the message's own; {@code status} a word of {@link DeliveryStatus}. */
    private ResponseEntity<Void> report(HttpServletRequest request, byte[] body, boolean query) {
        Map<String, String> fields = fields(body);
        if (!guard.lets(token(request, query ? fields : Map.of()), request.getHeader("X-Signature"), body))
            return ResponseEntity.status(404).build();
        String id = fields.getOrDefault("id", "").strip();
        String word = fields.getOrDefault("status", "").strip();
        Optional<DeliveryStatus> status = DeliveryStatus.of(word);
        Instant at = SmsFields.time(fields.get("at"));
        if (id.isEmpty() || status.isEmpty()) {
            byte[] kept = query ? withoutToken(body) : body;
            String key = id.isEmpty() ? UUID.randomUUID().toString() : id + " " + word;
            inbox.reject(new InboundMessage(SmsFormat.SOURCE, key, "report", at, kept), "report");
        } else if (status.get() != DeliveryStatus.UNDERWAY) {
            boolean delivered = status.get() == DeliveryStatus.DELIVERED;
            reports.reported(Carrier.Way.SMS, id, delivered, word, at);
        }
        return ResponseEntity.ok().build();
    }

    private ResponseEntity<Void> message(HttpServletRequest request, byte[] body, boolean query) {
        Map<String, String> fields = fields(body);
        if (!guard.lets(token(request, query ? fields : Map.of()), request.getHeader("X-Signature"), body))
            return ResponseEntity.status(404).build();
        Instant at = SmsFields.time(fields.get("at"));
        byte[] kept = query ? withoutToken(body) : body;
        try {
            inbox.take(new InboundMessage(SmsFormat.SOURCE, id(fields), at, kept));
            return ResponseEntity.ok().build();
        } catch (Busy e) {
            return ResponseEntity.status(503).header("Retry-After", "30").build();
        }
    }

    /** Without an id and a time of its own nothing tells the same message sent twice from two messages. */
    private static String id(Map<String, String> fields) {
        String id = fields.getOrDefault("id", "").strip();
        if (!id.isEmpty()) return id;
        if (!fields.getOrDefault("at", "").isBlank())
            return String.join(
                    "\n", fields.getOrDefault("from", ""), fields.get("at"), fields.getOrDefault("text", ""));
        return UUID.randomUUID().toString();
    }

    private Map<String, String> fields(byte[] body) {
        try {
            return SmsFields.of(new String(body, StandardCharsets.UTF_8), json);
        } catch (InboundFormat.Unreadable e) { // kept as it is, and rejected with its reason when it is read
            return Map.of();
        }
    }

    private static @Nullable String token(HttpServletRequest request, Map<String, String> fields) {
        String header = request.getHeader("Authorization");
        if (header != null && header.startsWith("Bearer "))
            return header.substring(7).strip();
        return fields.get("token");
    }

    /** The secret of the connector is not stored with its messages. */
    private static byte[] withoutToken(byte[] query) {
        return new String(query, StandardCharsets.UTF_8)
                .replaceAll("(?:^|&)token=[^&]*", "")
                .replaceFirst("^&", "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
