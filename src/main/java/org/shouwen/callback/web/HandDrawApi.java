package org.shouwen.callback.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.callback.GivenCallbacks;
import org.shouwen.callback.HandDraws;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.BadInput;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

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

    /**
     * @param from first day on which the orders were closed, in Shanghai
     * @param to last day, included; not after today
     * @param unit code of the leading unit; null: all
     * @param percent 1 to 100
     */
    record DrawBody(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String unit,
            @Nullable Integer percent) {}

    /** @param many how many calls at most, 1 to 500 */
    record GivingBody(@Nullable UUID agent, @Nullable Integer many) {}

    /** @param given how many there were to give */
    record Giving(UUID agent, int given) {}

    /** Newest first, a hundred at most. */
    @GetMapping("/draws")
    List<HandDraws.HandDraw> draws() {
        return draws.latest();
    }

    @PostMapping("/draws")
    @ResponseStatus(HttpStatus.CREATED)
    HandDraws.HandDraw draw(@RequestBody DrawBody b, @AuthenticationPrincipal CurrentUser by) {
        String unit = b.unit();
        return draws.draw(
                need("from", b.from()),
                need("to", b.to()),
                unit == null || unit.isBlank() ? null : new UnitId(unit.strip()),
                need("percent", b.percent()),
                by);
    }

    @GetMapping("/agents")
    List<GivenCallbacks.Load> agents() {
        return given.agents();
    }

    @PostMapping("/givings")
    @ResponseStatus(HttpStatus.CREATED)
    Giving give(@RequestBody GivingBody b, @AuthenticationPrincipal CurrentUser by) {
        UUID agent = need("agent", b.agent());
        return new Giving(agent, given.give(agent, need("many", b.many()), by));
    }

    private static <T> T need(String field, @Nullable T value) {
        if (value == null) throw new BadInput(field, "problems.field.missing");
        return value;
    }
}
