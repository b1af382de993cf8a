package org.shouwen.supervision.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.acts.Raw;
import org.shouwen.problems.After;
import org.shouwen.problems.LinkedItems;
import org.shouwen.problems.Page;
import org.shouwen.supervision.Supervision;
import org.shouwen.supervision.Supervisions;
import org.shouwen.supervision.Trigger;
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

/** Supervision for integrators: a unit's own, or all of the city for the platform. */
@RestController
@RequestMapping("/api/v1/supervisions")
class SupervisionApi {
    private final Supervisions supervisions;

    SupervisionApi(Supervisions supervisions) {
        this.supervisions = supervisions;
    }

    /** The header {@code Link} leads to the next page. */
    @GetMapping
    ResponseEntity<List<Supervision>> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "200") int limit,
            @AuthenticationPrincipal CurrentUser by) {
        return LinkedItems.of(
                supervisions.list(by, After.parse(after), Page.limit(limit)), "/api/v1/supervisions", limit);
    }

    @GetMapping("/triggers")
    ResponseEntity<List<Trigger>> triggers(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "200") int limit,
            @AuthenticationPrincipal CurrentUser by) {
        return LinkedItems.of(
                supervisions.triggers(by, After.parse(after), Page.limit(limit)),
                "/api/v1/supervisions/triggers",
                limit);
    }

    @GetMapping("/{number}")
    Supervision get(@PathVariable String number, @AuthenticationPrincipal CurrentUser by) {
        return supervisions.get(number, by);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Supervision issue(
            @RequestBody(required = false) @Nullable ObjectNode body, @AuthenticationPrincipal CurrentUser by) {
        SupervisionActs.Issue i = SupervisionActs.ISSUE.read(Raw.json(body));
        return supervisions.issue(i.order(), i.level(), i.how(), i.words(), by);
    }
}
