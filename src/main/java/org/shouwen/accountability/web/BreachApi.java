package org.shouwen.accountability.web;

import org.jspecify.annotations.Nullable;
import org.shouwen.accountability.Accountability;
import org.shouwen.accountability.Breach;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.acts.Raw;
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

/** Accountability cases, for the Bureau's own systems (Art. 22-24). */
@RestController
@RequestMapping("/api/v1/breaches")
class BreachApi {
    private final Accountability accountability;

    BreachApi(Accountability accountability) {
        this.accountability = accountability;
    }

    @GetMapping
    Page<Breach> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "200") int limit,
            @AuthenticationPrincipal CurrentUser by) {
        return accountability.list(by, After.parse(after), Page.limit(limit));
    }

    @GetMapping("/{number}")
    Breach get(@PathVariable String number, @AuthenticationPrincipal CurrentUser by) {
        return accountability.get(number, by);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Breach open(@AuthenticationPrincipal CurrentUser by, @RequestBody(required = false) @Nullable ObjectNode body) {
        BreachActs.Open o = BreachActs.OPEN.read(Raw.json(body));
        return Forms.asTyped(
                "order",
                "workorder.bad.no-such-order",
                () -> accountability.open(o.unit(), o.person(), o.ground(), o.order(), o.words(), by));
    }

    @PostMapping("/{number}/hearings")
    @ResponseStatus(HttpStatus.CREATED)
    Breach hear(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestBody(required = false) @Nullable ObjectNode body) {
        return accountability.hear(number, BreachActs.HEAR.read(Raw.json(body)), by);
    }

    @PostMapping("/{number}/findings")
    @ResponseStatus(HttpStatus.CREATED)
    Breach find(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestBody(required = false) @Nullable ObjectNode body) {
        BreachActs.Find f = BreachActs.FIND.read(Raw.json(body));
        return accountability.find(number, f.upheld(), f.finding(), f.sanction(), f.mitigation(), by);
    }

    @PostMapping("/{number}/referrals")
    @ResponseStatus(HttpStatus.CREATED)
    Breach refer(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestBody(required = false) @Nullable ObjectNode body) {
        BreachActs.Refer r = BreachActs.REFER.read(Raw.json(body));
        return accountability.refer(number, r.lead(), r.to(), by);
    }
}
