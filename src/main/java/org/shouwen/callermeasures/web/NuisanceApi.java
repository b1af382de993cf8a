package org.shouwen.callermeasures.web;

import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.callermeasures.Nuisance;
import org.shouwen.callermeasures.Ruling;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Measures against nuisance calls, for the telephone system: what is in force, and how it came to be (Art. 20). Proposing
 * and ruling is for persons, on the screens.
 */
@RestController
@RequestMapping("/api/v1/nuisances")
class NuisanceApi {
    private final Nuisance nuisance;

    NuisanceApi(Nuisance nuisance) {
        this.nuisance = nuisance;
    }

    @GetMapping
    Page<Ruling> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "200") int limit,
            @AuthenticationPrincipal CurrentUser by) {
        return nuisance.list(by, After.parse(after), Page.limit(limit));
    }
}
