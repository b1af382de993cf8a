package org.shouwen.channels.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shouwen.channels.exchange.ExchangeDoor;
import org.shouwen.keys.WebhookSignature;
import org.shouwen.problems.Busy;
import org.shouwen.retention.ErasureQuestion;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where a partner's system sends its messages, signed as Standard Webhooks. 202 means: it is on disk; 404: no such partner, or a
 * signature that does not fit; 409: the signature fits and the clock is away; 503: too much waits, send it again.
 */
@RestController
class ExchangeApi {
    private static final int MOST = 1024 * 1024;

    private final ExchangeDoor door;

    ExchangeApi(ExchangeDoor door) {
        this.door = door;
    }

    /**
     * @param state taken, known, unreadable or clock
     * @param now our clock
     */
    record Answer(String state, Instant now) {}

    @PostMapping("/api/channels/exchange/{partner}/messages")
    ResponseEntity<Answer> take(@PathVariable String partner, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST + 1);
        if (body.length > MOST) return ResponseEntity.status(413).build();
        WebhookSignature.Check check = door.lets(partner, signed(request), body);
        if (check == WebhookSignature.Check.WRONG)
            return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        if (check == WebhookSignature.Check.CLOCK_AWAY)
            return ResponseEntity.status(HttpStatus.CONFLICT).body(new Answer("clock", door.now()));
        try {
            String state = door.take(partner, body).name().toLowerCase(java.util.Locale.ROOT);
            return ResponseEntity.status(HttpStatus.ACCEPTED).body(new Answer(state, door.now()));
        } catch (Busy e) {
            return ResponseEntity.status(503).header("Retry-After", "30").build();
        }
    }

    @GetMapping("/api/channels/exchange/{partner}/erasures")
    ResponseEntity<ErasureQuestion.Page<ExchangeDoor.Erased>> erasures(
            @PathVariable String partner,
            @RequestParam String since,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request) {
        return door.erased(partner, ErasureQuestion.of(since, after), signed(request))
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND).build());
    }

    private static ExchangeDoor.Signed signed(HttpServletRequest request) {
        return new ExchangeDoor.Signed(
                header(request, "webhook-id"),
                header(request, "webhook-timestamp"),
                header(request, "webhook-signature"));
    }

    private static @Nullable String header(HttpServletRequest request, String name) {
        return request.getHeader(name);
    }
}
