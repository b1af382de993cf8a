package org.shouwen.workorder.web;

import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.Text;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.Outcome;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What puts a wrong dispatch or a wrong intake right, for integrators. */
@RestController
@RequestMapping("/api/v1/work-orders/{number}")
class TakingBackApi {
    private static final int LONG = 10_000;
    private final Acting acting;

    TakingBackApi(Acting acting) {
        this.acting = acting;
    }

    record RecallBody(@Nullable String reason) {}

    /** 收回, before receipt. */
    @PostMapping("/recalls")
    ResponseEntity<Outcome.Done> recall(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody RecallBody b) {
        return acting.act(number, by, match, new Command.Recall(Text.required("reason", b.reason(), LONG)));
    }

    record RedispatchBody(
            @Nullable String lead,
            @Nullable String limitClass,
            @Nullable String reason) {}

    /** 改派 to another unit, with fresh clocks. */
    @PostMapping("/redispatches")
    ResponseEntity<Outcome.Done> redispatch(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody RedispatchBody b) {
        return acting.act(
                number,
                by,
                match,
                new Command.DispatchElsewhere(
                        new UnitId(Text.required("lead", b.lead(), 40)),
                        Text.required("limitClass", b.limitClass(), 40),
                        Text.required("reason", b.reason(), LONG)));
    }

    /** The whole heading as it is to be; {@code matterClass} and {@code place} may be null. */
    record CorrectionBody(
            @Nullable String title,
            @Nullable String kind,
            @Nullable String matterClass,
            @Nullable String place,
            @Nullable String reason) {}

    @PostMapping("/corrections")
    ResponseEntity<Outcome.Done> correct(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody CorrectionBody b) {
        return acting.act(
                number, by, match, Corrections.of(b.title(), b.kind(), b.matterClass(), b.place(), b.reason()));
    }

    record QuestionBody(@Nullable String text) {}

    /** A question to intake before the order is dispatched. */
    @PostMapping("/intake-questions")
    ResponseEntity<Outcome.Done> ask(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody QuestionBody b) {
        return acting.act(number, by, match, new Command.AskIntake(Text.required("text", b.text(), LONG)));
    }

    @PostMapping("/intake-answers")
    ResponseEntity<Outcome.Done> answer(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody QuestionBody b) {
        return acting.act(number, by, match, new Command.AnswerIntake(Text.required("text", b.text(), LONG)));
    }
}
