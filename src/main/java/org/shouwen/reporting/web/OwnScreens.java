package org.shouwen.reporting.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Officer;
import org.shouwen.directory.Section;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.After;
import org.shouwen.problems.Forms;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.reporting.own.OwnCall;
import org.shouwen.reporting.own.OwnCalls;
import org.shouwen.workorder.HoldersOfUnit;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 本单位分析: what each section and person of a unit has, and the unit's own callbacks (Art. 4). */
@Controller
@RequestMapping("/own-analysis")
class OwnScreens {
    private static final Duration LOOKED_BACK = Duration.ofDays(30);

    private static final int PAGE = 100;
    private final HoldersOfUnit holders;
    private final OwnCalls calls;
    private final Directory directory;
    private final Forms forms;
    private final InstantSource clock;

    OwnScreens(HoldersOfUnit holders, OwnCalls calls, Directory directory, Forms forms, InstantSource clock) {
        this.holders = holders;
        this.calls = calls;
        this.directory = directory;
        this.forms = forms;
        this.clock = clock;
    }

    /** A section or person with its name; empty where nobody was named. */
    record Row(String section, String officer, HoldersOfUnit.Holder holder) {}

    @GetMapping
    String own(
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        UnitId unit = me.unit();
        if (unit == null) throw new NotFound("unit", me.name());
        Instant now = clock.instant();
        model.addAttribute(
                "holders",
                holders.of(unit, now.minus(LOOKED_BACK), now).stream()
                        .map(h -> new Row(section(unit, h.section()), officer(h.officer()), h))
                        .toList());
        Page<OwnCall> page = calls.of(me, After.parse(after), PAGE);
        model.addAttribute("page", page);
        model.addAttribute("calls", page.items());
        model.addAttribute("sum", calls.sum(me));
        return "reporting/own";
    }

    @PostMapping("/draws")
    String draw(
            @RequestParam(defaultValue = "0") int many,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        int[] drawn = new int[1];
        if (forms.refused(model, () -> drawn[0] = calls.draw(many, me))) return own(null, me, model);
        String told = drawn[0] == 0 ? "none" : drawn[0] < many ? "fewer" : "all";
        redirect.addFlashAttribute("told", "reporting.own.drawn." + told);
        return "redirect:/own-analysis";
    }

    @PostMapping("/calls/{id}")
    String answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean reached,
            @RequestParam(defaultValue = "false") boolean solved,
            @RequestParam(defaultValue = "false") boolean satisfied,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        OwnCall.Answer said = new OwnCall.Answer(reached, solved, satisfied, note);
        if (forms.refused(model, () -> calls.answer(id, said, me))) return own(null, me, model);
        return "redirect:/own-analysis";
    }

    private String section(UnitId unit, @Nullable UUID id) {
        List<Section> all = directory.sections(unit);
        return all.stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .map(Section::name)
                .orElse("");
    }

    private String officer(@Nullable UUID id) {
        return id == null ? "" : directory.officer(id).map(Officer::name).orElse("");
    }
}
