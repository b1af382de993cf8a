package org.shouwen.appeal.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Objection;
import org.shouwen.appeal.Objections;
import org.shouwen.appeal.Remarks;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Page;
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

/** What appellants said after the appeal, and objections to closings, for the desk's own programs (ruling 40). */
@RestController
@RequestMapping("/api/v1")
class RemarkApi {
    private final Remarks remarks;
    private final Objections objections;

    RemarkApi(Remarks remarks, Objections objections) {
        this.remarks = remarks;
        this.objections = objections;
    }

    /** @param upheld the order is opened again; else the person is told why not */
    record ObjectionRulingBody(
            @Nullable Boolean upheld, @Nullable String reason) {}

    /** What nobody of the desk has read yet, oldest first. */
    @GetMapping("/appeals/remarks")
    Page<Remarks.AtDesk> remarks(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal CurrentUser by) {
        return remarks.waiting(by, After.parse(after), Page.limit(limit));
    }

    @PostMapping("/appeals/{number}/remarks/{id}/readings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable String number, @PathVariable UUID id, @AuthenticationPrincipal CurrentUser by) {
        remarks.read(number, id, by);
    }

    @PostMapping("/work-orders/{number}/remarks/{id}/readings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readAtOrder(@PathVariable String number, @PathVariable UUID id, @AuthenticationPrincipal CurrentUser by) {
        remarks.readAtOrder(number, id, by);
    }

    /** What waits for a ruling, oldest first. */
    @GetMapping("/appeals/closing-objections")
    Page<Objection> objections(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal CurrentUser by) {
        return objections.waiting(by, After.parse(after), Page.limit(limit));
    }

    @PostMapping("/appeals/{number}/closing-objections/{id}/rulings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rule(
            @PathVariable String number,
            @PathVariable UUID id,
            @AuthenticationPrincipal CurrentUser by,
            @RequestBody ObjectionRulingBody b) {
        if (b.upheld() == null) throw new BadInput("upheld", "problems.field.missing");
        objections.rule(number, id, b.upheld(), b.reason(), by).orThrow();
    }
}
