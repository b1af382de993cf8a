package org.shouwen.accountability.web;

import org.jspecify.annotations.Nullable;
import org.shouwen.accountability.Breach;
import org.shouwen.accountability.OwnBreaches;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.acts.Raw;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.springframework.http.HttpStatus;
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

/** The cases against a unit, for the unit's own systems: it answers until it is heard, and confirms the finding (Art. 22). */
@RestController
@RequestMapping("/api/v1/unit-breaches")
class OwnBreachApi {
    private final OwnBreaches breaches;

    OwnBreachApi(OwnBreaches breaches) {
        this.breaches = breaches;
    }

    @GetMapping
    Page<Breach> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "200") int limit,
            @AuthenticationPrincipal CurrentUser by) {
        return breaches.list(by, After.parse(after), Page.limit(limit));
    }

    @GetMapping("/{number}")
    Breach get(@PathVariable String number, @AuthenticationPrincipal CurrentUser by) {
        return breaches.get(number, by);
    }

    @PostMapping("/{number}/answers")
    @ResponseStatus(HttpStatus.CREATED)
    Breach answer(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestBody(required = false) @Nullable ObjectNode body) {
        return breaches.answer(number, BreachActs.ANSWER.read(Raw.json(body)), by);
    }

    /** The unit has read the finding; the first reading stays. */
    @PostMapping("/{number}/readings")
    @ResponseStatus(HttpStatus.CREATED)
    Breach read(@PathVariable String number, @AuthenticationPrincipal CurrentUser by) {
        return breaches.read(number, by);
    }
}
