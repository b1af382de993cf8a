package org.shouwen.nuisance.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.SignedIn;
import org.shouwen.intake.CallerMeasures.Measure;
import org.shouwen.nuisance.Nuisance;
import org.shouwen.nuisance.Ruling;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Measures against nuisance calls, for the telephone system: what is in force, and how it came to be (Art. 20). */
@RestController
@RequestMapping("/api/v1/nuisances")
class NuisanceApi {
    private final Nuisance nuisance;

    NuisanceApi(Nuisance nuisance) {
        this.nuisance = nuisance;
    }

    record Page(List<Ruling> items) {}

    /** @param evidence numbers of appeals from one telephone number */
    record ProposalBody(
            @Nullable List<String> evidence,
            Ruling.@Nullable Ground ground,
            @Nullable Measure measure,
            @Nullable Integer days,
            @Nullable String reason) {}

    record ReasonBody(@Nullable String reason) {}

    @GetMapping
    Page list() {
        return new Page(nuisance.list(200));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Ruling propose(@AuthenticationPrincipal SignedIn by, @RequestBody ProposalBody b) {
        if (b.ground() == null) throw new BadInput("ground", "problems.field.missing");
        if (b.measure() == null) throw new BadInput("measure", "problems.field.missing");
        if (b.days() == null) throw new BadInput("days", "problems.field.missing");
        List<String> evidence = b.evidence() == null ? List.of() : b.evidence();
        return nuisance.propose(evidence, b.ground(), b.measure(), b.days(), b.reason(), by);
    }

    /** agreements, refusals, reviews, lifts, objections, objection-lifts, objection-refusals */
    @PostMapping("/{id}/{act}")
    @ResponseStatus(HttpStatus.CREATED)
    Ruling act(
            @PathVariable UUID id,
            @PathVariable String act,
            @AuthenticationPrincipal SignedIn by,
            @RequestBody ReasonBody b) {
        return switch (act) {
            case "agreements" -> nuisance.agree(id, by);
            case "refusals" -> nuisance.refuse(id, b.reason(), by);
            case "reviews" -> nuisance.keepInForce(id, b.reason(), by);
            case "lifts" -> nuisance.lift(id, b.reason(), by);
            case "objections" -> nuisance.object(id, b.reason(), by);
            case "objection-lifts" -> nuisance.ruleObjection(id, true, b.reason(), by);
            case "objection-refusals" -> nuisance.ruleObjection(id, false, b.reason(), by);
            default -> throw new NotFound("act", act);
        };
    }
}
