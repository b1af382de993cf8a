package org.shouwen.accounts.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.Grant;
import org.shouwen.accounts.Grants;
import org.shouwen.accounts.SignedIn;
import org.shouwen.problems.BadInput;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Roles by four eyes, for integrators: what was asked for, and the other person's word. */
@RestController
@RequestMapping("/api/v1/grants")
class GrantApi {
    private final Grants grants;

    GrantApi(Grants grants) {
        this.grants = grants;
    }

    record Page(List<Grant> items) {}

    record Decision(@Nullable Boolean granted) {}

    /** @param secret first password or token that goes with it, told this once; null when there is none */
    record Decided(@Nullable String secret) {}

    @GetMapping
    Page waiting() {
        return new Page(grants.waiting());
    }

    @PostMapping("/{id}/decisions")
    Decided decide(@PathVariable UUID id, @AuthenticationPrincipal SignedIn by, @RequestBody Decision d) {
        if (d.granted() == null) throw new BadInput("granted", "problems.field.missing");
        return new Decided(grants.decide(id, d.granted(), by));
    }
}
