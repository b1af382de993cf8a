package org.shouwen.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.OwnAppeals;
import org.shouwen.appeal.Receipt;
import org.shouwen.history.Actor;
import org.shouwen.notification.SentMessage;
import org.shouwen.portal.AppealProgress;
import org.shouwen.portal.LookupCodeThrottle;
import org.shouwen.portal.SubmissionThrottle;
import org.shouwen.portal.UrgentAppeals;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Text;
import org.shouwen.suggestion.Urgencies;
import org.shouwen.suggestion.Urgency;
import org.shouwen.suggestion.UrgencyView;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The portal's forms as an open API. The look-up code travels in a header, never in an address. */
@RestController
@RequestMapping("/api/v1/portal/appeals")
class PortalApi {
    private final Intake intake;
    private final OwnAppeals own;
    private final LookupCodeThrottle guard;
    private final SubmissionThrottle flood;
    private final AppealProgress way;
    private final UrgentAppeals urgent;
    private final Urgencies urgencies;
    private final MessageSource messages;

    PortalApi(
            Intake intake,
            OwnAppeals own,
            LookupCodeThrottle guard,
            SubmissionThrottle flood,
            AppealProgress way,
            UrgentAppeals urgent,
            Urgencies urgencies,
            MessageSource messages) {
        this.urgent = urgent;
        this.urgencies = urgencies;
        this.intake = intake;
        this.flood = flood;
        this.own = own;
        this.guard = guard;
        this.way = way;
        this.messages = messages;
    }

    /** @param mail where mail reaches the person, for whoever wishes to be told by mail */
    record AppellantBody(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String mail) {
        @Override
        public String toString() {
            return "AppellantBody[…]";
        }
    }

    /** @param wish how the person wishes to be told: SMS, MAIL, TELEPHONE or LETTER; needs what it is sent to */
    record AppealBody(
            @Nullable String kind,
            @Nullable String place,
            @Nullable String location,
            @Nullable String happenedAt,
            @Nullable String title,
            @Nullable String content,
            @Nullable String wants,
            @Nullable Boolean enterprise,
            @Nullable Boolean secret,
            @Nullable String accused,
            @Nullable AppellantBody appellant,
            @Nullable String wish) {}

    record AdditionBody(@Nullable String text) {}

    /** @param urgency what the added words tell of danger, and whom to call */
    record Added(UrgencyView urgency) {}

    record RatingBody(
            @Nullable Boolean satisfied,
            @Nullable Boolean resolved,
            @Nullable String words) {}

    /**
     * @param urgency what the words tell of danger and urgency, and whom to call: tell the person at once (Art. 8.3)
     * @param left fields that could not be taken as they were sent; only words that tell of danger are taken in spite of them
     */
    record Taken(String number, String code, Appeal.State state, UrgencyView urgency, List<String> left) {}

    record StepView(Instant at, String text) {}

    record ProgressView(
            String number,
            String title,
            Appeal.State state,
            boolean closed,
            List<StepView> steps,
            List<SentMessage> messages,
            Appeal.@Nullable Rating rating) {}

    @PostMapping
    ResponseEntity<Taken> create(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "Proof-Of-Work", required = false) @Nullable String proof,
            @RequestBody AppealBody b,
            HttpServletRequest request) {
        AppellantBody who = b.appellant() == null ? new AppellantBody(null, null, null, null) : b.appellant();
        Urgency urgency = urgencies.judge(b.title(), b.content(), b.wants());
        if (urgency.danger()) return taken(urgency, b, who, key, request.getRemoteAddr());
        NewAppeal appeal = SentAppeal.of(b, who, request.getRemoteAddr());
        flood.pass(request.getRemoteAddr(), proof);
        Receipt r = intake.submit(appeal, Origin.portal(key), Actor.APPELLANT);
        return ResponseEntity.status(HttpStatus.CREATED)
                .location(URI.create("/api/v1/portal/appeals/" + r.number()))
                .body(new Taken(r.number(), r.code(), r.state(), UrgencyView.of(urgency), List.of()));
    }

    /** Danger: taken whatever is wrong with the fields around it, and without a proof. */
    private ResponseEntity<Taken> taken(
            Urgency urgency, AppealBody b, AppellantBody who, @Nullable String key, String address) {
        flood.count(address);
        UrgentAppeals.Typed typed = new UrgentAppeals.Typed(
                b.kind(),
                b.place(),
                b.location(),
                b.happenedAt(),
                b.title(),
                b.content(),
                b.wants(),
                Boolean.TRUE.equals(b.enterprise()),
                Boolean.TRUE.equals(b.secret()),
                b.accused(),
                who.name(),
                who.phone(),
                who.address());
        UrgentAppeals.Taken t = urgent.take(typed, address, key, null, null);
        return ResponseEntity.status(HttpStatus.CREATED)
                .location(URI.create("/api/v1/portal/appeals/" + t.number()))
                .body(new Taken(t.number(), t.code(), Appeal.State.WAITING, UrgencyView.of(urgency), t.left()));
    }

    record Challenge(String challenge, int bits) {}

    /**
     * What to work on when too many came from one address: find an answer so that the SHA-256 of
     * {@code challenge:answer} begins with so many zero bits, and send both as {@code Proof-Of-Work}.
     */
    @PostMapping("/challenges")
    @ResponseStatus(HttpStatus.CREATED)
    Challenge challenge() {
        return new Challenge(flood.challenge(), SubmissionThrottle.BITS);
    }

    @GetMapping("/{number}")
    ProgressView get(
            @PathVariable String number,
            @RequestHeader(name = "Lookup-Code", required = false) @Nullable String code,
            HttpServletRequest request,
            Locale locale) {
        AppealProgress.Progress p = guard.guarded(
                number,
                request.getRemoteAddr(),
                n -> way.find(n, code == null ? "" : code).orElseThrow(() -> new NotFound("appeal", number)));
        return new ProgressView(
                p.appeal().number(),
                p.appeal().words().title(),
                p.appeal().state(),
                p.closed(),
                p.steps().stream()
                        .map(s -> new StepView(
                                s.at(),
                                String.valueOf(
                                        messages.getMessage(s.key(), s.args().toArray(), s.key(), locale))))
                        .toList(),
                p.told(),
                p.appeal().rating());
    }

    @PostMapping("/{number}/additions")
    @ResponseStatus(HttpStatus.CREATED)
    Added add(
            @PathVariable String number,
            @RequestHeader(name = "Lookup-Code", required = false) @Nullable String code,
            @RequestBody AdditionBody body,
            HttpServletRequest request) {
        String opener = code == null ? "" : code;
        guard.guarded(number, request.getRemoteAddr(), n -> {
                    Appeal a = own.find(n, opener).orElseThrow(() -> new NotFound("appeal", number));
                    guard.addition(a.number());
                    return own.add(n, opener, body.text());
                })
                .orThrow();
        return new Added(UrgencyView.of(urgencies.judge(body.text())));
    }

    record ReviewBody(@Nullable String words) {}

    /** Asks for the one review of a decline (Art. 12.3). */
    @PostMapping("/{number}/reviews")
    @ResponseStatus(HttpStatus.CREATED)
    void review(
            @PathVariable String number,
            @RequestHeader(name = "Lookup-Code", required = false) @Nullable String code,
            @RequestBody ReviewBody body,
            HttpServletRequest request) {
        guard.guarded(number, request.getRemoteAddr(), n -> own.askReview(n, code == null ? "" : code, body.words()))
                .orThrow();
    }

    /** Says what there is against the closing, once for each outcome (Art. 13.7, ruling 40). */
    @PostMapping("/{number}/closing-objections")
    @ResponseStatus(HttpStatus.CREATED)
    void object(
            @PathVariable String number,
            @RequestHeader(name = "Lookup-Code", required = false) @Nullable String code,
            @RequestBody ReviewBody body,
            HttpServletRequest request) {
        guard.guarded(
                        number,
                        request.getRemoteAddr(),
                        n -> own.objectToClosing(n, code == null ? "" : code, body.words()))
                .orThrow();
    }

    @PostMapping("/{number}/ratings")
    @ResponseStatus(HttpStatus.CREATED)
    void rate(
            @PathVariable String number,
            @RequestHeader(name = "Lookup-Code", required = false) @Nullable String code,
            @RequestBody RatingBody b,
            HttpServletRequest request) {
        if (b.satisfied() == null) throw new BadInput("satisfied", "problems.field.missing");
        boolean satisfied = b.satisfied();
        guard.guarded(
                        number,
                        request.getRemoteAddr(),
                        n -> own.rate(n, code == null ? "" : code, satisfied, b.resolved(), Text.clean(b.words())))
                .orThrow();
    }
}
