package org.shouwen.desk.web;

import org.jspecify.annotations.Nullable;
import org.shouwen.desk.Calls;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For the telephone system: what it knows when a telephone rings. */
@RestController
@RequestMapping("/api/v1/calls")
class CallApi {
    private final Calls calls;

    CallApi(Calls calls) {
        this.calls = calls;
    }

    /**
     * @param agent login of the agent whose telephone rings
     * @param phone the caller's number
     */
    record CallBody(@Nullable String agent, @Nullable String phone) {}

    /** The number comes onto the agent's screen within seconds. */
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ring(@RequestBody CallBody call) {
        calls.ring(call.agent(), call.phone());
    }
}
