package org.shouwen.nuisance.web;

import java.util.List;
import org.shouwen.accounts.SignedIn;
import org.shouwen.nuisance.Nuisance;
import org.shouwen.nuisance.Ruling;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
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

    record Page(List<Ruling> items) {}

    @GetMapping
    Page list(@AuthenticationPrincipal SignedIn by) {
        return new Page(nuisance.list(by, 200));
    }
}
