package org.shouwen.handover.web;

import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.acts.Raw;
import org.shouwen.handover.Handover;
import org.shouwen.handover.Handovers;
import org.shouwen.problems.After;
import org.shouwen.problems.Forms;
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

/** What is handed to the petition office, and special reports, for integrators (Art. 18, 19). */
@RestController
@RequestMapping("/api/v1/handovers")
class HandoverApi {
    private final Handovers handovers;

    HandoverApi(Handovers handovers) {
        this.handovers = handovers;
    }

    @GetMapping
    Page<Handover> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "200") int limit,
            @AuthenticationPrincipal CurrentUser by) {
        return handovers.list(by, After.parse(after), Page.limit(limit));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Handover handOver(
            @AuthenticationPrincipal CurrentUser by, @RequestBody(required = false) @Nullable ObjectNode body) {
        HandoverActs.HandOver h = HandoverActs.HAND_OVER.read(Raw.json(body));
        return Forms.asTyped(
                "order",
                "workorder.bad.no-such-order",
                () -> handovers.handOver(
                        h.order(), h.kind(), h.ground(), h.recipient(), h.reason(), h.workingDays(), by));
    }

    @PostMapping("/{number}/answers")
    @ResponseStatus(HttpStatus.CREATED)
    Handover answer(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestBody(required = false) @Nullable ObjectNode body) {
        return handovers.answer(number, HandoverActs.ANSWER.read(Raw.json(body)), by);
    }
}
