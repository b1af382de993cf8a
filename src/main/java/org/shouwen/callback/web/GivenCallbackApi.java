package org.shouwen.callback.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.acts.Raw;
import org.shouwen.callback.Callback;
import org.shouwen.callback.GivenCallbacks;
import org.shouwen.problems.After;
import org.shouwen.problems.LinkedItems;
import org.shouwen.problems.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The callbacks that an agent, or an agents' dialler, was given; nobody else's. */
@RestController
@RequestMapping("/api/v1/given-callbacks")
class GivenCallbackApi {
    private final GivenCallbacks given;

    GivenCallbackApi(GivenCallbacks given) {
        this.given = given;
    }

    /** Never tried ones first; the header {@code Link} leads to the next page. */
    @GetMapping
    ResponseEntity<List<Callback>> own(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "200") int limit,
            @AuthenticationPrincipal CurrentUser by) {
        return LinkedItems.of(given.own(by, After.parse(after), Page.limit(limit)), "/api/v1/given-callbacks", limit);
    }

    @PostMapping("/{id}/calls")
    @ResponseStatus(HttpStatus.CREATED)
    Callback answer(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable ObjectNode body,
            @AuthenticationPrincipal CurrentUser by) {
        return given.answer(id, CallbackActs.CALL.read(Raw.json(body)), by);
    }
}
