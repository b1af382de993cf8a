package org.shouwen.handover.web;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.acts.Raw;
import org.shouwen.attachments.Served;
import org.shouwen.handover.Handover;
import org.shouwen.handover.Handovers;
import org.shouwen.problems.After;
import org.shouwen.problems.Forms;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Clause;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is handed on, who has not answered yet, and the document that goes with it. */
@Controller
@RequestMapping("/handovers")
class HandoverScreens {
    private final Handovers handovers;
    private final HandoverPaper paper;
    private final Forms forms;
    private final InstantSource clock;

    HandoverScreens(Handovers handovers, HandoverPaper paper, Forms forms, InstantSource clock) {
        this.handovers = handovers;
        this.paper = paper;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Page<Handover> page = handovers.list(me, After.parse(after), 100);
        model.addAttribute("page", page);
        model.addAttribute("rows", page.items());
        model.addAttribute("now", clock.instant());
        model.addAttribute("petition", me.has(Role.DISPATCHER) || me.has(Role.BUREAU));
        model.addAttribute("special", me.has(Role.UNIT_LEADER) || me.has(Role.BUREAU));
        model.addAttribute("grounds", List.of(Clause.A18_1, Clause.A18_2, Clause.A18_3));
        return "handover/list";
    }

    @PostMapping
    String handOver(
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        boolean refused = forms.refused(model, "order", "workorder.bad.no-such-order", () -> {
            HandoverActs.HandOver h = HandoverActs.HAND_OVER.read(Raw.form(typed));
            handovers.handOver(h.order(), h.kind(), h.ground(), h.recipient(), h.reason(), h.workingDays(), me);
        });
        if (refused) {
            model.addAttribute("typed", typed.toSingleValueMap());
            return list(null, me, model);
        }
        redirect.addFlashAttribute("told", "handover.told.handed");
        return "redirect:/handovers";
    }

    @PostMapping("/{number}/answers")
    String answer(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        if (forms.refused(model, () -> handovers.answer(number, HandoverActs.ANSWER.read(Raw.form(typed)), me)))
            return list(null, me, model);
        redirect.addFlashAttribute("told", "handover.told.answered");
        return "redirect:/handovers";
    }

    @GetMapping("/{number}/document")
    ResponseEntity<byte[]> document(@PathVariable String number, @AuthenticationPrincipal CurrentUser me) {
        Handover h = handovers.get(number, me);
        String kind = h.kind() == Handover.Kind.PETITION ? "移交函-" : "专报-";
        return Served.document(paper.of(h, me).docx(), kind + number + ".docx");
    }

    /** What a city leader reads of a special report, and where they answer it (Art. 19). */
    @GetMapping("/{number}")
    String show(@PathVariable String number, @AuthenticationPrincipal CurrentUser me, Model model) {
        Handover h = handovers.get(number, me);
        model.addAttribute("h", h);
        model.addAttribute("forMe", h.isFor(me));
        model.addAttribute("paper", paper.of(h, me));
        return "handover/show";
    }

    @PostMapping("/{number}/readings")
    String read(@PathVariable String number, @AuthenticationPrincipal CurrentUser me, RedirectAttributes redirect) {
        handovers.read(number, me);
        redirect.addFlashAttribute("told", "handover.told.read");
        return "redirect:/handovers/" + number;
    }
}
