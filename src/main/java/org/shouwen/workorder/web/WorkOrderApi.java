package org.shouwen.workorder.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.problems.Version;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.OrderLine;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.Outcome;
import org.shouwen.workorder.Report;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrderBoard;
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

/** Orders for integrators. Each act is a noun under the order; {@code If-Match} carries the version that was seen. */
@RestController
@RequestMapping("/api/v1/work-orders")
class WorkOrderApi {
    private static final int LONG = 10_000;
    private final Acting acting;
    private final WorkOrderBoard board;

    WorkOrderApi(Acting acting, WorkOrderBoard board) {
        this.acting = acting;
        this.board = board;
    }

    /** @param next pass as {@code after} for the next page; null on the last */
    record Page(List<OrderLine> items, @Nullable UUID next) {}

    record DispatchBody(
            @Nullable String lead,
            @Nullable List<String> assisting,
            @Nullable String limitClass) {}

    record AssignmentBody(@Nullable UUID section, @Nullable UUID officer) {}

    record TextBody(@Nullable String text) {}

    record ReasonBody(@Nullable String reason) {}

    record ContactBody(
            @Nullable Instant contactedAt,
            @Nullable String how,
            @Nullable String said) {}

    record ReclassificationBody(
            @Nullable String limitClass, @Nullable String reason) {}

    record CitationBody(
            @Nullable String documentNumber,
            @Nullable String title,
            @Nullable String provision) {}

    record ReportBody(
            @Nullable String leaderActed,
            @Nullable String investigation,
            @Nullable String resolution,
            @Nullable String appellantSaid,
            @Nullable Instant answeredAt,
            @Nullable String answeredHow,
            boolean done,
            boolean policyAnswer,
            @Nullable CitationBody citation,
            @Nullable String withoutParts) {
        Command.ReportOutcome command() {
            return new Command.ReportOutcome(report(), Text.optional("withoutParts", withoutParts, 500));
        }

        private Report report() {
            CitationBody c = citation;
            return new Report(
                    Text.optional("leaderActed", leaderActed, LONG),
                    Text.optional("investigation", investigation, LONG),
                    Text.optional("resolution", resolution, LONG),
                    Text.optional("appellantSaid", appellantSaid, LONG),
                    answeredAt,
                    Text.optional("answeredHow", answeredHow, 40),
                    done,
                    policyAnswer,
                    c == null
                            ? null
                            : new Report.Citation(
                                    Text.optional("citation.documentNumber", c.documentNumber(), 100),
                                    Text.optional("citation.title", c.title(), 300),
                                    Text.optional("citation.provision", c.provision(), 300)));
        }
    }

    @GetMapping
    Page list(
            @AuthenticationPrincipal CurrentUser by,
            @RequestParam(required = false) WorkOrder.@Nullable State state,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        List<OrderLine> lines =
                new ArrayList<>(board.list(by, state, after, org.shouwen.problems.Page.limit(limit) + 1));
        boolean more = lines.size() > limit;
        if (more) lines.removeLast();
        return new Page(lines, more ? lines.getLast().id() : null);
    }

    @GetMapping("/{number}")
    ResponseEntity<OrderPage> get(@PathVariable String number, @AuthenticationPrincipal CurrentUser by) {
        OrderPage seen = board.page(number, by);
        OrderPage page = by.ofPlatform() ? seen : seen.forUnits();
        return ResponseEntity.ok().eTag(Version.etag(page.version())).body(page);
    }

    @PostMapping("/{number}/dispatches")
    ResponseEntity<Outcome.Done> dispatch(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody DispatchBody body) {
        List<UnitId> assisting = body.assisting() == null
                ? List.of()
                : body.assisting().stream()
                        .filter(Objects::nonNull)
                        .map(UnitId::new)
                        .toList();
        return act(
                number,
                by,
                match,
                new Command.Dispatch(
                        new UnitId(Text.required("lead", body.lead(), 40)),
                        assisting,
                        Text.required("limitClass", body.limitClass(), 40)));
    }

    @PostMapping("/{number}/receipts")
    ResponseEntity<Outcome.Done> receive(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match) {
        return act(number, by, match, new Command.Receive());
    }

    @PostMapping("/{number}/assignments")
    ResponseEntity<Outcome.Done> assign(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody AssignmentBody body) {
        return act(number, by, match, new Command.Assign(body.section(), body.officer()));
    }

    @PostMapping("/{number}/notes")
    ResponseEntity<Outcome.Done> note(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody TextBody body) {
        return act(number, by, match, new Command.Note(Text.required("text", body.text(), LONG)));
    }

    @PostMapping("/{number}/contacts")
    ResponseEntity<Outcome.Done> contact(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody ContactBody body) {
        if (body.contactedAt() == null) throw new BadInput("contactedAt", "problems.field.missing");
        return act(
                number,
                by,
                match,
                new Command.Contact(
                        Objects.requireNonNull(body.contactedAt()),
                        Text.required("how", body.how(), 40),
                        Text.required("said", body.said(), LONG)));
    }

    @PostMapping("/{number}/contributions")
    ResponseEntity<Outcome.Done> contribute(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody TextBody body) {
        return act(number, by, match, new Command.Contribute(Text.required("text", body.text(), LONG)));
    }

    @PostMapping("/{number}/reports")
    ResponseEntity<Outcome.Done> report(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody ReportBody body) {
        return act(number, by, match, body.command());
    }

    @PostMapping("/{number}/acceptances")
    ResponseEntity<Outcome.Done> accept(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody(required = false) @Nullable TextBody body) {
        return act(
                number, by, match, new Command.Accept(Text.optional("text", body == null ? null : body.text(), LONG)));
    }

    @PostMapping("/{number}/reworks")
    ResponseEntity<Outcome.Done> sendBack(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody ReasonBody body) {
        return act(number, by, match, new Command.SendBack(Text.required("reason", body.reason(), LONG)));
    }

    @PostMapping("/{number}/reclassifications")
    ResponseEntity<Outcome.Done> reclassify(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody ReclassificationBody body) {
        return act(
                number,
                by,
                match,
                new Command.Reclassify(
                        Text.required("limitClass", body.limitClass(), 40),
                        Text.required("reason", body.reason(), LONG)));
    }

    @PostMapping("/{number}/reminders")
    ResponseEntity<Outcome.Done> remind(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody TextBody body) {
        return act(number, by, match, new Command.Remind(Text.required("text", body.text(), LONG)));
    }

    private ResponseEntity<Outcome.Done> act(String number, CurrentUser by, @Nullable String match, Command command) {
        return acting.act(number, by, match, command);
    }
}
