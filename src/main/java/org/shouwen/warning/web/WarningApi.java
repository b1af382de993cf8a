package org.shouwen.warning.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.acts.Raw;
import org.shouwen.appeal.Appeal;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.shouwen.warning.Warning;
import org.shouwen.warning.WarningEvidence;
import org.shouwen.warning.Warnings;
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
import tools.jackson.databind.node.ObjectNode;

/** Risk warnings for integrators: the list, one with its appeals' numbers, and what is done with it (Art. 2, 19). */
@RestController
@RequestMapping("/api/v1/warnings")
class WarningApi {
    private final Warnings warnings;
    private final WarningEvidence evidence;
    private final WarningHandling handling;

    WarningApi(Warnings warnings, WarningEvidence evidence, WarningHandling handling) {
        this.warnings = warnings;
        this.evidence = evidence;
        this.handling = handling;
    }

    /** @param appeals numbers of the latest that are there for the caller, newest first */
    record WarningWithAppeals(Warning warning, List<String> appeals) {}

    @GetMapping
    Page<Warning> list(
            @RequestParam(defaultValue = "WAITING") Warnings.Tab tab,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "200") int limit,
            @AuthenticationPrincipal CurrentUser by) {
        return warnings.list(tab, by, After.parse(after), Page.limit(limit));
    }

    @GetMapping("/{number}")
    WarningWithAppeals one(@PathVariable String number, @AuthenticationPrincipal CurrentUser by) {
        Warning w = warnings.get(number, by);
        return new WarningWithAppeals(
                w, evidence.of(w, by).stream().map(Appeal::number).toList());
    }

    @PostMapping("/{number}/confirmations")
    @ResponseStatus(HttpStatus.CREATED)
    Warning confirm(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestBody(required = false) @Nullable ObjectNode body) {
        return warnings.rule(number, true, WarningActs.CONFIRM.read(Raw.json(body)), by);
    }

    @PostMapping("/{number}/dismissals")
    @ResponseStatus(HttpStatus.CREATED)
    Warning dismiss(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestBody(required = false) @Nullable ObjectNode body) {
        return warnings.rule(number, false, WarningActs.DISMISS.read(Raw.json(body)), by);
    }

    @PostMapping("/{number}/handings")
    @ResponseStatus(HttpStatus.CREATED)
    Warning hand(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestBody(required = false) @Nullable ObjectNode body) {
        return handling.hand(number, WarningActs.HAND.read(Raw.json(body)), by);
    }

    @PostMapping("/{number}/watches")
    @ResponseStatus(HttpStatus.CREATED)
    Warning watch(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestBody(required = false) @Nullable ObjectNode body) {
        return warnings.watch(number, WarningActs.WATCH.read(Raw.json(body)), by);
    }

    @PostMapping("/{number}/endings")
    @ResponseStatus(HttpStatus.CREATED)
    Warning end(
            @PathVariable String number,
            @AuthenticationPrincipal CurrentUser by,
            @RequestBody(required = false) @Nullable ObjectNode body) {
        return warnings.end(number, WarningActs.END.read(Raw.json(body)), by);
    }
}
