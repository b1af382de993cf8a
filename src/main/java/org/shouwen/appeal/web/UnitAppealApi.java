package org.shouwen.appeal.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.AppealVisibility;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.DangerIntake;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.Receipt;
import org.shouwen.directory.UnitId;
import org.shouwen.identity.Masked;
import org.shouwen.identity.Vault;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Refusal;
import org.shouwen.problems.Text;
import org.shouwen.problems.Version;
import org.shouwen.suggestion.Urgencies;
import org.shouwen.suggestion.Urgency;
import org.shouwen.suggestion.UrgencyView;
import org.shouwen.workorder.TypedLead;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people bring to a unit directly (Art. 10), from the unit's own systems. */
@RestController
@RequestMapping("/api/v1/unit-appeals")
class UnitAppealApi {
    private final Intake intake;
    private final DangerIntake danger;
    private final Urgencies urgencies;
    private final Appeals appeals;
    private final AppealVisibility readable;
    private final Vault vault;

    UnitAppealApi(
            Intake intake,
            DangerIntake danger,
            Urgencies urgencies,
            Appeals appeals,
            AppealVisibility readable,
            Vault vault) {
        this.danger = danger;
        this.urgencies = urgencies;
        this.intake = intake;
        this.appeals = appeals;
        this.readable = readable;
        this.vault = vault;
    }

    /**
     * @param outcome answered, pointed, settled or order; platform: it is handed to the platform's desk
     * @param words the answer, how it was settled, or what else was told
     * @param unit the unit that can help, for pointed
     * @param limitClass and assisting: for order
     */
    record UnitOutcomeBody(
            @Nullable String outcome,
            @Nullable String words,
            @Nullable String unit,
            @Nullable String limitClass,
            @Nullable List<String> assisting,
            @Nullable String urgentKind) {}

    record Body(@Nullable AppealBody appeal, @Nullable UnitOutcomeBody decided) {}

    /**
     * @param urgency what the words tell of danger and urgency, and whom to call: tell the person at once (Art. 8.3)
     * @param left what could not be taken as it was sent; only words that tell of danger are taken in spite of it
     */
    record Taken(
            String number, String code, Appeal.State state, long version, UrgencyView urgency, List<String> left) {}

    /** @param next pass as {@code after} for the next page; null on the last */
    record Page(List<AppealView> items, @Nullable String next) {}

    @PostMapping
    ResponseEntity<Taken> register(
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Body body) {
        AppealBody a = body.appeal();
        UnitOutcomeBody d = body.decided();
        if (a == null) throw new BadInput("appeal", "problems.field.missing");
        Urgency urgency = urgencies.judge(a.title(), a.content(), a.wants());
        try {
            return taken(register(a, d, key, by), urgency, List.of());
        } catch (BadInput | Refusal | NotFound e) {
            if (!urgency.danger()) throw e;
            DangerIntake.Taken t = danger.take(a.unchecked(), key, e, by);
            return taken(t.receipt(), urgency, t.left());
        }
    }

    private Receipt register(AppealBody a, @Nullable UnitOutcomeBody d, @Nullable String key, CurrentUser by) {
        if (d == null) throw new BadInput("decided", "problems.field.missing");
        Origin origin = Origin.of(by, key);
        NewAppeal appeal = a.toAppeal();
        return Text.clean(d.outcome()).equals("platform")
                ? intake.submit(appeal, origin, by.actor(), by.unit())
                : intake.takeAtUnit(appeal, outcome(d), TypedLead.read(d.limitClass(), d.assisting()), origin, by)
                        .orThrow();
    }

    private static ResponseEntity<Taken> taken(Receipt r, Urgency urgency, List<String> left) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .location(URI.create("/api/v1/unit-appeals"))
                .eTag(Version.etag(r.version()))
                .body(new Taken(r.number(), r.code(), r.state(), r.version(), UrgencyView.of(urgency), left));
    }

    @GetMapping
    Page list(
            @AuthenticationPrincipal CurrentUser by,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        UnitId unit = Objects.requireNonNull(by.unit(), "only people of a unit come here");
        org.shouwen.problems.Page<Appeal> found =
                appeals.ofUnit(unit, After.parse(after), org.shouwen.problems.Page.limit(limit));
        List<Appeal> page = found.items();
        Map<UUID, Masked> masked =
                vault.masked(page.stream().map(Appeal::appellant).toList());
        Set<UUID> kept = readable.kept(page);
        return new Page(
                page.stream()
                        .map(x -> kept.contains(x.id())
                                ? AppealView.kept(x)
                                : AppealView.scrubbed(x, masked.get(x.appellant()), vault.scrub(x.appellant())))
                        .toList(),
                found.next());
    }

    private static Disposition outcome(UnitOutcomeBody d) {
        return switch (Text.clean(d.outcome())) {
            case "answered" -> new Disposition.Answered(Text.clean(d.words()));
            case "pointed" -> new Disposition.Pointed(Text.clean(d.unit()), d.words());
            case "settled" -> new Disposition.Settled(Text.clean(d.words()));
            case "order" -> new Disposition.Ordered(null, null, d.urgentKind());
            default -> throw new BadInput("decided.outcome", "problems.field.unknown", Text.clean(d.outcome()));
        };
    }
}
