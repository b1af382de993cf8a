package org.shouwen.accountability.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.accountability.Accountability;
import org.shouwen.accountability.Breach;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.GivenNumber;
import org.shouwen.problems.Page;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Clause;
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

/** Accountability cases, for the Bureau's own systems (Art. 22-24). */
@RestController
@RequestMapping("/api/v1/breaches")
class BreachApi {
    private final Accountability accountability;

    BreachApi(Accountability accountability) {
        this.accountability = accountability;
    }

    /** @param order number of the order whose history is the evidence; frozen at opening */
    record OpeningBody(
            @Nullable String unit,
            @Nullable String person,
            @Nullable Clause ground,
            @Nullable String order,
            @Nullable String words) {}

    record HearingBody(@Nullable String words) {}

    record FindingBody(
            @Nullable Boolean upheld,
            @Nullable String finding,
            @Nullable String sanction,
            @Nullable List<Clause> mitigation) {}

    record ReferralBody(@Nullable Clause lead, @Nullable String to) {}

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
    Breach open(@AuthenticationPrincipal CurrentUser by, @RequestBody OpeningBody b) {
        return accountability.open(
                Text.clean(b.unit()),
                Text.clean(b.person()),
                need("ground", b.ground()),
                b.order() == null ? null : GivenNumber.of(b.order()),
                Text.clean(b.words()),
                by);
    }

    @PostMapping("/{number}/hearings")
    @ResponseStatus(HttpStatus.CREATED)
    Breach hear(@PathVariable String number, @AuthenticationPrincipal CurrentUser by, @RequestBody HearingBody b) {
        return accountability.hear(number, Text.clean(b.words()), by);
    }

    @PostMapping("/{number}/findings")
    @ResponseStatus(HttpStatus.CREATED)
    Breach find(@PathVariable String number, @AuthenticationPrincipal CurrentUser by, @RequestBody FindingBody b) {
        return accountability.find(
                number,
                need("upheld", b.upheld()),
                Text.clean(b.finding()),
                Text.clean(b.sanction()),
                b.mitigation() == null ? List.of() : b.mitigation(),
                by);
    }

    @PostMapping("/{number}/referrals")
    @ResponseStatus(HttpStatus.CREATED)
    Breach refer(@PathVariable String number, @AuthenticationPrincipal CurrentUser by, @RequestBody ReferralBody b) {
        return accountability.refer(number, need("lead", b.lead()), Text.clean(b.to()), by);
    }

    private static <T> T need(String field, @Nullable T value) {
        if (value == null) throw new BadInput(field, "problems.field.missing");
        return value;
    }
}
