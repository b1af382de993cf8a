package org.shouwen.handover.web;

import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.handover.Handover;
import org.shouwen.handover.Handovers;
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

/** What is handed to the petition office, and special reports, for integrators (Art. 18, 19). */
@RestController
@RequestMapping("/api/v1/handovers")
class HandoverApi {
    private final Handovers handovers;

    HandoverApi(Handovers handovers) {
        this.handovers = handovers;
    }

    /** @param ground A18_1 to A18_3: the petition office; A19: a special report */
    record Body(
            @Nullable String order,
            @Nullable Clause ground,
            @Nullable String recipient,
            @Nullable String reason,
            @Nullable Integer workingDays) {}

    record AnswerBody(@Nullable String answer) {}

    @GetMapping
    Page<Handover> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "200") int limit,
            @AuthenticationPrincipal CurrentUser by) {
        return handovers.list(by, After.parse(after), Page.limit(limit));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Handover handOver(@AuthenticationPrincipal CurrentUser by, @RequestBody Body b) {
        Clause ground = b.ground();
        if (ground == null) throw new BadInput("ground", "problems.field.missing");
        if (b.workingDays() == null) throw new BadInput("workingDays", "problems.field.missing");
        return handovers.handOver(
                GivenNumber.of(Text.required("order", b.order(), 100)),
                ground == Clause.A19 ? Handover.Kind.SPECIAL_REPORT : Handover.Kind.PETITION,
                ground,
                Text.clean(b.recipient()),
                Text.clean(b.reason()),
                b.workingDays(),
                by);
    }

    @PostMapping("/{number}/answers")
    @ResponseStatus(HttpStatus.CREATED)
    Handover answer(@PathVariable String number, @AuthenticationPrincipal CurrentUser by, @RequestBody AnswerBody b) {
        return handovers.answer(number, Text.clean(b.answer()), by);
    }
}
