package org.shouwen.workorder.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.OrderFiles;
import org.shouwen.workorder.Outcome;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Extension, return, urgency and the reminders of parts, for integrators. */
@RestController
@RequestMapping("/api/v1/work-orders/{number}")
class SpecialActsApi {
    private static final int LONG = 10_000;
    private final Acting acting;
    private final Papers papers;

    SpecialActsApi(Acting acting, Papers papers) {
        this.acting = acting;
        this.papers = papers;
    }

    record ExtensionBody(
            @Nullable Integer days,
            @Nullable String reason,
            @Nullable String basis,
            @Nullable Instant toldAt,
            @Nullable String toldHow) {}

    /** @param granted what the platform decides; {@code note} or the reason */
    record DecisionBody(@Nullable Boolean granted, @Nullable String note) {}

    /** @param papers ids of papers that were uploaded to this order */
    record ReturnBody(
            @Nullable String statement,
            @Nullable String rulingNumber,
            @Nullable List<UUID> papers) {}

    record ReturnDecisionBody(
            @Nullable Boolean granted,
            @Nullable String lead,
            @Nullable String limitClass,
            @Nullable String note) {}

    record PartReminderBody(@Nullable String unit, @Nullable String text) {}

    record UrgencyBody(
            @Nullable String urgentKind, @Nullable String reason) {}

    record CallBody(
            @Nullable String called,
            @Nullable Instant calledAt,
            @Nullable String answeredBy) {}

    record OnSiteBody(@Nullable Instant at, @Nullable String who) {}

    record NormalBody(@Nullable Instant at, @Nullable String note) {}

    /** @param lead number of the order that is to lead */
    record JoinBody(@Nullable String lead) {}

    record SeparationBody(@Nullable String reason) {}

    /** @param papers ids of papers that were uploaded to this order */
    record AttachmentBody(@Nullable List<UUID> papers) {}

    /** Photos, scans and recordings become part of the order's history. */
    @PostMapping("/attachments")
    ResponseEntity<Outcome.Done> attach(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody AttachmentBody b) {
        List<PaperRef> named = named(number, b.papers());
        if (named.isEmpty()) throw new BadInput("papers", "problems.field.missing");
        return acting.act(number, by, match, new Command.Attach(named));
    }

    record AccusationBody(
            @Nullable String unit,
            @Nullable String accused,
            @Nullable Boolean outside) {}

    record SecrecyBody(@Nullable String how) {}

    record PermissionBody(
            @Nullable Instant permittedAt, @Nullable String how) {}

    /** 被反映对象: identity is closed to them (ruling 14); {@code outside}: no unit is meant. */
    @PostMapping("/accusations")
    ResponseEntity<Outcome.Done> accuse(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody AccusationBody b) {
        String unit = Text.optional("unit", b.unit(), 40);
        return acting.act(
                number,
                by,
                match,
                new Command.NameAccused(
                        unit.isEmpty() ? null : new UnitId(unit),
                        Text.optional("accused", b.accused(), 100),
                        Boolean.TRUE.equals(b.outside())));
    }

    /** The appellant asks for secrecy after all (Art. 21). */
    @PostMapping("/secrecy-requests")
    ResponseEntity<Outcome.Done> keepSecret(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody SecrecyBody b) {
        return acting.act(number, by, match, new Command.KeepSecret(Text.optional("how", b.how(), 100)));
    }

    /** The appellant allows the unit to know who they are (Art. 21). */
    @PostMapping("/permissions")
    ResponseEntity<Outcome.Done> permit(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody PermissionBody b) {
        return acting.act(
                number,
                by,
                match,
                new Command.Permit(need("permittedAt", b.permittedAt()), Text.optional("how", b.how(), 100)));
    }

    /** 并单: the same matter as another order (ruling 10). */
    @PostMapping("/joins")
    ResponseEntity<Outcome.Done> join(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody JoinBody b) {
        return acting.act(number, by, match, new Command.Join(Text.required("lead", b.lead(), 40)));
    }

    @PostMapping("/separations")
    ResponseEntity<Outcome.Done> separate(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody SeparationBody b) {
        return acting.act(number, by, match, new Command.Separate(Text.optional("reason", b.reason(), LONG)));
    }

    @PostMapping("/extensions")
    ResponseEntity<Outcome.Done> extension(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody ExtensionBody b) {
        return acting.act(
                number,
                by,
                match,
                new Command.AskExtension(
                        need("days", b.days()),
                        Text.optional("reason", b.reason(), LONG),
                        Text.optional("basis", b.basis(), LONG),
                        need("toldAt", b.toldAt()),
                        Text.optional("toldHow", b.toldHow(), 100)));
    }

    @PostMapping("/extension-decisions")
    ResponseEntity<Outcome.Done> decideExtension(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody DecisionBody b) {
        String note = Text.optional("note", b.note(), LONG);
        return acting.act(
                number,
                by,
                match,
                need("granted", b.granted()) ? new Command.GrantExtension(note) : new Command.RefuseExtension(note));
    }

    @PostMapping("/returns")
    ResponseEntity<Outcome.Done> giveBack(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody ReturnBody b) {
        return acting.act(
                number,
                by,
                match,
                new Command.AskReturn(
                        Text.optional("statement", b.statement(), LONG),
                        Text.optional("rulingNumber", b.rulingNumber(), 100),
                        named(number, b.papers())));
    }

    @PostMapping("/return-decisions")
    ResponseEntity<Outcome.Done> decideReturn(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody ReturnDecisionBody b) {
        String note = Text.optional("note", b.note(), LONG);
        Command command = need("granted", b.granted())
                ? new Command.GrantReturn(
                        new UnitId(Text.required("lead", b.lead(), 40)),
                        Text.required("limitClass", b.limitClass(), 40),
                        note)
                : new Command.RefuseReturn(note);
        return acting.act(number, by, match, command);
    }

    @PostMapping("/part-reminders")
    ResponseEntity<Outcome.Done> remindPart(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody PartReminderBody b) {
        return acting.act(
                number,
                by,
                match,
                new Command.RemindPart(
                        new UnitId(Text.required("unit", b.unit(), 40)), Text.required("text", b.text(), LONG)));
    }

    @PostMapping("/urgencies")
    ResponseEntity<Outcome.Done> urgency(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody UrgencyBody b) {
        return acting.act(
                number,
                by,
                match,
                new Command.RaiseUrgency(
                        Text.required("urgentKind", b.urgentKind(), 40), Text.required("reason", b.reason(), LONG)));
    }

    @PostMapping("/calls")
    ResponseEntity<Outcome.Done> call(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody CallBody b) {
        return acting.act(
                number,
                by,
                match,
                new Command.Phone(
                        Text.required("called", b.called(), 100),
                        need("calledAt", b.calledAt()),
                        Text.optional("answeredBy", b.answeredBy(), 100)));
    }

    @PostMapping("/arrivals")
    ResponseEntity<Outcome.Done> onSite(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody OnSiteBody b) {
        return acting.act(
                number, by, match, new Command.ArriveOnSite(need("at", b.at()), Text.required("who", b.who(), 100)));
    }

    @PostMapping("/restorations")
    ResponseEntity<Outcome.Done> restored(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody NormalBody b) {
        return acting.act(
                number,
                by,
                match,
                new Command.RestoreNormal(need("at", b.at()), Text.optional("note", b.note(), LONG)));
    }

    private List<PaperRef> named(String number, @Nullable List<UUID> ids) {
        List<PaperRef> named = new ArrayList<>();
        for (UUID id : ids == null ? List.<UUID>of() : ids) {
            named.add(papers.find(OrderFiles.subject(number), id)
                    .orElseThrow(() -> new BadInput("papers", "problems.field.unknown", id)));
        }
        return named;
    }

    private static <T> T need(String field, @Nullable T value) {
        if (value == null) throw new BadInput(field, "problems.field.missing");
        return value;
    }
}
