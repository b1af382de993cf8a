package org.shouwen.desk.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.attachments.Served;
import org.shouwen.desk.CallRecords;
import org.shouwen.desk.Dials;
import org.shouwen.desk.Experts;
import org.shouwen.desk.Lines;
import org.shouwen.desk.MissedCallDials;
import org.shouwen.desk.MissedCalls;
import org.shouwen.problems.After;
import org.shouwen.problems.Forms;
import org.shouwen.problems.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 通话: who is to be called back, an agent's own calls and telephone, the calls of an appeal with their recordings. */
@Controller
@RequestMapping("/calls")
class CallScreens {
    private static final int PAGE = 50;
    private static final String BACK = "redirect:/calls";

    private final MissedCalls missed;
    private final MissedCallDials calling;
    private final CallRecords records;
    private final Lines lines;
    private final Dials dials;
    private final Experts experts;
    private final Forms forms;

    CallScreens(
            MissedCalls missed,
            MissedCallDials calling,
            CallRecords records,
            Lines lines,
            Dials dials,
            Experts experts,
            Forms forms) {
        this.experts = experts;
        this.missed = missed;
        this.calling = calling;
        this.records = records;
        this.lines = lines;
        this.dials = dials;
        this.forms = forms;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String ownAfter,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        model.addAttribute("page", missed.waiting(After.parse(after), PAGE));
        Page<CallRecords.Line> own = records.own(me, After.parse(ownAfter), PAGE);
        model.addAttribute("ownPage", own);
        model.addAttribute("own", own.items());
        model.addAttribute("lines", String.join(" ", lines.of(me.account())));
        model.addAttribute("dials", dials.there());
        model.addAttribute("account", me.account());
        model.addAttribute("units", dials.there() ? experts.units() : List.of());
        return "desk/calls";
    }

    @PostMapping("/lines")
    String sit(@RequestParam(defaultValue = "") String line, @AuthenticationPrincipal CurrentUser me, Model model) {
        return forms.refused(model, () -> lines.sit(me.account(), line)) ? list(null, null, me, model) : BACK;
    }

    @PostMapping("/missed/{id}/takings")
    String takeOn(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser me, Model model) {
        return forms.refused(model, () -> missed.takeOn(id, me)) ? list(null, null, me, model) : BACK;
    }

    @PostMapping("/missed/{id}/dials")
    String dial(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser me, Model model) {
        return forms.refused(model, () -> calling.dial(id, me)) ? list(null, null, me, model) : BACK;
    }

    @PostMapping("/missed/{id}/attempts")
    String tried(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser me, Model model) {
        return forms.refused(model, () -> missed.tried(id, me)) ? list(null, null, me, model) : BACK;
    }

    @PostMapping("/missed/{id}/endings")
    String leave(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        if (!forms.refused(model, () -> missed.leave(id, reason, me))) return BACK;
        model.addAttribute("typedAt", id);
        return list(null, null, me, model);
    }

    /** A unit's expert joins a call of the agent's own that lasts. */
    @PostMapping("/{id}/experts")
    String expert(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String unit,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        return forms.refused(model, () -> experts.join(id, unit, me)) ? list(null, null, me, model) : BACK;
    }

    /** Calls of an appeal: a part of its page, or a page of its own. */
    @GetMapping("/of/{number}")
    String of(@PathVariable String number, @AuthenticationPrincipal CurrentUser me, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("calls", records.ofAppeal(number, me));
        return "desk/calls-of";
    }

    @GetMapping("/{id}/recording")
    ResponseEntity<byte[]> recording(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser me) {
        CallRecords.Played played = records.play(id, me);
        return Served.download(played.recording(), played.bytes());
    }
}
