package org.shouwen.callback.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.acts.Raw;
import org.shouwen.callback.GivenCallbacks;
import org.shouwen.callback.HandDraws;
import org.shouwen.problems.After;
import org.shouwen.problems.LinkedItems;
import org.shouwen.problems.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Callbacks drawn by hand for a period and a unit, and given to agents, by another program (Art. 14). */
@RestController
@RequestMapping("/api/v1/callbacks")
class HandDrawApi {
    private final HandDraws draws;
    private final GivenCallbacks given;

    HandDrawApi(HandDraws draws, GivenCallbacks given) {
        this.draws = draws;
        this.given = given;
    }

    /** @param given how many there were to give */
    record Giving(UUID agent, int given) {}

    /** Newest first; the header {@code Link} leads to the next page. */
    @GetMapping("/draws")
    ResponseEntity<List<HandDraws.HandDraw>> draws(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "100") int limit) {
        return LinkedItems.of(draws.latest(After.parse(after), Page.limit(limit)), "/api/v1/callbacks/draws", limit);
    }

    @PostMapping("/draws")
    @ResponseStatus(HttpStatus.CREATED)
    HandDraws.HandDraw draw(
            @RequestBody(required = false) @Nullable ObjectNode body, @AuthenticationPrincipal CurrentUser by) {
        CallbackActs.Draw d = CallbackActs.DRAW.read(Raw.json(body));
        return draws.draw(d.from(), d.to(), d.unit(), d.percent(), by);
    }

    @GetMapping("/agents")
    List<GivenCallbacks.Load> agents() {
        return given.agents();
    }

    @PostMapping("/givings")
    @ResponseStatus(HttpStatus.CREATED)
    Giving give(@RequestBody(required = false) @Nullable ObjectNode body, @AuthenticationPrincipal CurrentUser by) {
        CallbackActs.Give g = CallbackActs.GIVE.read(Raw.json(body));
        return new Giving(g.agent(), given.give(g.agent(), g.many(), by));
    }
}
