package org.shouwen.desk.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.desk.CallEvents;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For telephone systems: what happened to calls and agents, in batches. */
@RestController
@RequestMapping("/api/v1/calls/events")
class CallEventApi {
    private final CallEvents events;

    CallEventApi(CallEvents events) {
        this.events = events;
    }

    /**
     * @param source name of the telephone system
     * @param sentAt its time, ISO 8601 with zone
     * @param events objects with the fields that docs/channels/telephone.md names
     */
    record BatchBody(
            @Nullable String source,
            @Nullable String sentAt,
            @Nullable List<@Nullable Map<String, Object>> events) {}

    /** Good ones are taken, bad ones come back with their place and the field that is wrong, and are kept. */
    @PostMapping
    CallEvents.Taken take(@RequestBody BatchBody batch) {
        return events.take(batch.source(), batch.sentAt(), batch.events());
    }
}
