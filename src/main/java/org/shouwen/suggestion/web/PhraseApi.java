package org.shouwen.suggestion.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.shouwen.suggestion.CityPhrases;
import org.shouwen.suggestion.Phrase;
import org.shouwen.suggestion.Trial;
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

/** A city's own phrases of danger and urgency (Art. 8.3, 17.9), for the Bureau's own systems. */
@RestController
@RequestMapping("/api/v1/urgency-phrases")
class PhraseApi {
    private final CityPhrases phrases;

    PhraseApi(CityPhrases phrases) {
        this.phrases = phrases;
    }

    /**
     * @param kind an urgent kind of the edition, or {@code danger}
     * @param guidance whom to call, for {@code danger}: a guidance target of the edition
     * @param sure save it although it would have raised more than five in a hundred past appeals
     */
    record Body(
            @Nullable String kind,
            @Nullable String guidance,
            @Nullable String phrase,
            @Nullable Boolean sure) {}

    /** Those in force first. */
    @GetMapping
    Page<Phrase> list(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "200") int limit) {
        return phrases.page(After.parse(after), Page.limit(limit));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Phrase add(@AuthenticationPrincipal CurrentUser by, @RequestBody Body b) {
        return phrases.add(b.kind(), b.guidance(), b.phrase(), Boolean.TRUE.equals(b.sure()), by);
    }

    /** What it would have raised on the latest ten thousand appeals; nothing is saved. */
    @PostMapping("/trials")
    Trial trial(@AuthenticationPrincipal CurrentUser by, @RequestBody Body b) {
        return phrases.trial(b.kind(), b.guidance(), b.phrase(), by);
    }

    @PostMapping("/{id}/withdrawals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser by) {
        phrases.withdraw(id, by);
    }
}
