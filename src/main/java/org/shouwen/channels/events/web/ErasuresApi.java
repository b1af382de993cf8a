package org.shouwen.channels.events.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.channels.events.Erasures;
import org.shouwen.retention.ErasureQuestion;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A receiver asks who was erased since a moment, a page at a time; it signs its question as we sign what we tell it. */
@RestController
class ErasuresApi {
    private final Erasures erasures;

    ErasuresApi(Erasures erasures) {
        this.erasures = erasures;
    }

    /** 401 for a receiver that is none and for a signature that does not fit, so that neither can be told from the other. */
    @GetMapping("/api/events/v1/receivers/{id}/erasures")
    ResponseEntity<ErasureQuestion.Page<Erasures.Erased>> since(
            @PathVariable UUID id,
            @RequestParam String since,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "webhook-id", required = false) @Nullable String name,
            @RequestHeader(name = "webhook-timestamp", required = false) @Nullable String timestamp,
            @RequestHeader(name = "webhook-signature", required = false) @Nullable String signature) {
        return erasures.answer(id, ErasureQuestion.of(since, after), name, timestamp, signature)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.status(HttpStatus.UNAUTHORIZED).build());
    }
}
