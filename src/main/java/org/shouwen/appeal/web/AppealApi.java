package org.shouwen.appeal.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.AppealContent;
import org.shouwen.appeal.AppealVisibility;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.DangerIntake;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.Receipt;
import org.shouwen.appeal.Reviews;
import org.shouwen.identity.Masked;
import org.shouwen.identity.Vault;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Refusal;
import org.shouwen.problems.Version;
import org.shouwen.suggestion.Urgencies;
import org.shouwen.suggestion.Urgency;
import org.shouwen.suggestion.UrgencyView;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Appeals for integrators: other channels bring them in here, with or without the desk's outcome. */
@RestController
@RequestMapping("/api/v1/appeals")
class AppealApi {
    private final Intake intake;
    private final DangerIntake danger;
    private final Appeals appeals;
    private final AppealVisibility readable;
    private final Reviews reviews;
    private final Vault vault;
    private final Urgencies urgencies;
    private final AnsweredFrom from;

    AppealApi(
            Intake intake,
            DangerIntake danger,
            Appeals appeals,
            AppealVisibility readable,
            Reviews reviews,
            Vault vault,
            Urgencies urgencies,
            AnsweredFrom from) {
        this.from = from;
        this.intake = intake;
        this.danger = danger;
        this.appeals = appeals;
        this.readable = readable;
        this.reviews = reviews;
        this.vault = vault;
        this.urgencies = urgencies;
    }

    /** @param next pass as {@code after} for the next page; null on the last */
    record Page(List<AppealView> items, @Nullable String next) {}

    /**
     * @param code with the number it opens the appeal on the portal; told only here
     * @param urgency what the words tell of danger and urgency, and whom to call: tell the person at once (Art. 8.3)
     * @param left what could not be taken as it was sent; only words that tell of danger are taken in spite of it
     */
    record Taken(
            String number, String code, Appeal.State state, long version, UrgencyView urgency, List<String> left) {}

    @PostMapping
    ResponseEntity<Taken> create(
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody AppealBody body) {
        Urgency urgency = urgencies.judge(body.title(), body.content(), body.wants());
        try {
            NewAppeal appeal = body.toAppeal();
            Origin origin = Origin.of(by, key);
            from.check(body.outcome());
            Receipt receipt = body.outcome() == null
                    ? intake.submit(appeal, origin, by.actor())
                    : intake.take(appeal, body.outcome().toOutcome(), origin, by)
                            .orThrow();
            from.record(body.outcome(), receipt);
            return taken(receipt, UrgencyView.of(urgency), List.of());
        } catch (BadInput | Refusal | NotFound e) {
            if (!urgency.danger()) throw e;
            DangerIntake.Taken t = danger.take(body.unchecked(), key, e, by);
            return taken(t.receipt(), UrgencyView.of(urgency), t.left());
        }
    }

    @GetMapping("/{number}")
    ResponseEntity<AppealView> get(@PathVariable String number, @AuthenticationPrincipal CurrentUser by) {
        Appeal a = readable.get(number, by);
        return ResponseEntity.ok()
                .eTag(Version.etag(a.version()))
                .body(AppealView.of(a, masked(List.of(a)).get(a.appellant())));
    }

    @GetMapping
    Page list(
            @RequestParam(required = false) Appeal.@Nullable State state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal CurrentUser by) {
        var page = appeals.page(by, state, after, org.shouwen.problems.Page.limit(limit));
        Map<UUID, Masked> masked = masked(page.items());
        return new Page(
                page.items().stream()
                        .map(a -> AppealView.of(a, masked.get(a.appellant())))
                        .toList(),
                page.next() == null ? null : page.items().getLast().number());
    }

    @PostMapping("/{number}/outcomes")
    ResponseEntity<Taken> decide(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody AppealBody.OutcomeBody body) {
        AppealContent w = readable.get(number, by).words();
        from.check(body);
        Receipt receipt = intake.decide(number, body.toOutcome(), null, by, Version.seen(match))
                .orThrow();
        from.record(body, receipt);
        return taken(receipt, UrgencyView.of(urgencies.judge(w.title(), w.content(), w.wants())), List.of());
    }

    record ReviewBody(@Nullable String words) {}

    /** @param upheld it stays declined; the reason is told to the person */
    record ReviewRulingBody(
            @Nullable Boolean upheld, @Nullable String reason) {}

    /** A declined person asks for the one review, through an officer or an integration (Art. 12.3). */
    @PostMapping("/{number}/reviews")
    ResponseEntity<AppealView> askReview(
            @PathVariable String number, @AuthenticationPrincipal CurrentUser by, @RequestBody ReviewBody b) {
        readable.get(number, by);
        reviews.ask(number, b.words(), by.actor()).orThrow();
        return seen(number, by);
    }

    @PostMapping("/{number}/review-rulings")
    ResponseEntity<AppealView> ruleReview(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody ReviewRulingBody b) {
        if (b.upheld() == null) throw new BadInput("upheld", "problems.field.missing");
        readable.get(number, by);
        reviews.rule(number, b.upheld(), b.reason(), by, Version.seen(match)).orThrow();
        return seen(number, by);
    }

    private ResponseEntity<AppealView> seen(String number, CurrentUser by) {
        Appeal a = readable.get(number, by);
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Version.etag(a.version()))
                .body(AppealView.of(a, masked(List.of(a)).get(a.appellant())));
    }

    private Map<UUID, Masked> masked(List<Appeal> page) {
        return vault.masked(page.stream().map(Appeal::appellant).toList());
    }

    private static ResponseEntity<Taken> taken(Receipt r, UrgencyView urgency, List<String> left) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .location(URI.create("/api/v1/appeals/" + r.number()))
                .eTag(Version.etag(r.version()))
                .body(new Taken(r.number(), r.code(), r.state(), r.version(), urgency, left));
    }
}
