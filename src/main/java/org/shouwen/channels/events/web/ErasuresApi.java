package org.shouwen.channels.events.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.channels.events.Erasures;
import org.shouwen.problems.BadInput;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A receiver asks who was erased since a moment; it signs its question as we sign what we tell it. */
@RestController
class ErasuresApi {
    private final Erasures erasures;

    ErasuresApi(Erasures erasures) {
        this.erasures = erasures;
    }

    record Answer(List<Erasures.Erased> erased) {}

    /** 401 for a receiver that is none and for a signature that does not fit, so that neither can be told from the other. */
    @GetMapping("/api/events/v1/receivers/{id}/erasures")
    ResponseEntity<Answer> since(
            @PathVariable UUID id,
            @RequestParam String since,
            @RequestHeader(name = "webhook-id", required = false) @Nullable String name,
            @RequestHeader(name = "webhook-timestamp", required = false) @Nullable String timestamp,
            @RequestHeader(name = "webhook-signature", required = false) @Nullable String signature) {
        return erasures.since(id, moment(since), name, timestamp, signature)
                .map(e -> ResponseEntity.ok(new Answer(e)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED).build());
    }

    private static Instant moment(String typed) {
        try {
            return OffsetDateTime.parse(typed.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            throw new BadInput("since", "problems.field.date");
        }
    }
}
