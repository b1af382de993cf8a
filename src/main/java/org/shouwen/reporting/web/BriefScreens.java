package org.shouwen.reporting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Forms;
import org.shouwen.problems.NotFound;
import org.shouwen.reporting.briefs.Brief;
import org.shouwen.reporting.briefs.BriefDocument;
import org.shouwen.reporting.briefs.BriefKind;
import org.shouwen.reporting.briefs.BriefPlans;
import org.shouwen.reporting.briefs.BriefText;
import org.shouwen.reporting.briefs.Briefs;
import org.shouwen.reporting.figures.FigureRegistry;
import org.springframework.http.HttpHeaders;
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

/** 周报和月报: the list and the plan, a brief to be edited and sent, and each version as docx (Art. 2). */
@Controller
@RequestMapping("/briefs")
class BriefScreens {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final int PAGE = 50;

    /** Of a sheet: some sixty are made in a year. */
    private static final int WHOLE = 5000;

    /** Empty rows below what is promised. */
    private static final int MORE = 3;

    private final Briefs briefs;
    private final BriefPlans plans;
    private final BriefDocument document;
    private final FigureRegistry figures;
    private final Forms forms;

    BriefScreens(Briefs briefs, BriefPlans plans, BriefDocument document, FigureRegistry figures, Forms forms) {
        this.figures = figures;
        this.briefs = briefs;
        this.plans = plans;
        this.document = document;
        this.forms = forms;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String sheet,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        model.addAttribute("page", briefs.list(me, After.parse(after), sheet.isEmpty() ? PAGE : WHOLE));
        model.addAttribute("plans", plans.all());
        return "reporting/briefs";
    }

    @PostMapping("/plans")
    String plan(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "false") boolean active,
            @RequestParam(defaultValue = "") String recipients,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        if (forms.refused(model, () -> plans.set(kind(kind), number(day), active, recipients, me)))
            return list(null, "", me, model);
        return "redirect:/briefs";
    }

    /** Makes the last one that is due, where it is not there yet. */
    @PostMapping
    String make(
            @RequestParam(defaultValue = "") String kind,
            @AuthenticationPrincipal CurrentUser me,
            RedirectAttributes redirect) {
        return briefs.make(kind(kind), me.actor())
                .map(id -> "redirect:/briefs/" + id)
                .orElseGet(() -> {
                    redirect.addFlashAttribute("told", "reporting.brief.nothing-due");
                    return "redirect:/briefs";
                });
    }

    /** @param version which is shown; the valid one where nobody says */
    @GetMapping("/{id}")
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer version,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Brief b = briefs.get(id, me);
        Brief.Version v = version(b, version);
        return shown(b, v, v.text(), me, model);
    }

    @PostMapping("/{id}/versions")
    String edit(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int on,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Brief b = briefs.get(id, me);
        BriefText typed = BriefForm.read(sent, b);
        if (forms.refused(model, () -> briefs.edit(id, on, typed, me))) return shown(b, b.latest(), typed, me, model);
        return "redirect:/briefs/" + id;
    }

    @PostMapping("/{id}/sendings")
    String send(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int on,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        if (forms.refused(model, () -> briefs.send(id, on, me))) return show(id, null, me, model);
        return "redirect:/briefs/" + id;
    }

    @GetMapping("/{id}/brief.docx")
    ResponseEntity<byte[]> docx(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer version,
            @AuthenticationPrincipal CurrentUser me) {
        Brief b = briefs.get(id, me);
        String name = b.kind().name().toLowerCase(java.util.Locale.ROOT) + "-"
                + b.period().from();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, DOCX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".docx\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(document.docx(b, version(b, version)));
    }

    private String shown(Brief b, Brief.Version v, BriefText text, CurrentUser me, Model model) {
        model.addAttribute("b", b);
        model.addAttribute("v", v);
        model.addAttribute("t", text);
        model.addAttribute(
                "edits",
                me.has(Role.BUREAU) && !b.sent() && v.no() == b.latest().no());
        model.addAttribute("writes", me.has(Role.BUREAU));
        model.addAttribute("figures", figures);
        model.addAttribute("english", KeyNames.english());
        List<BriefText.Promise> next = new ArrayList<>(text.next());
        for (int i = 0; i < MORE; i++) next.add(new BriefText.Promise("", "", "", "", ""));
        model.addAttribute("next", next);
        return "reporting/brief";
    }

    private static Brief.Version version(Brief b, @Nullable Integer no) {
        if (no == null) return b.valid();
        return b.versions().stream()
                .filter(v -> v.no() == no)
                .findFirst()
                .orElseThrow(() -> new NotFound("brief", b.id() + "/" + no));
    }

    private static BriefKind kind(String typed) {
        for (BriefKind k : BriefKind.values()) if (k.name().equals(typed)) return k;
        throw new BadInput("kind", "problems.field.unknown", typed);
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException e) {
            throw new BadInput("day", "reporting.bad.brief-day");
        }
    }
}
