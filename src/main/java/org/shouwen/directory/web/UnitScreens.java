package org.shouwen.directory.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.DutyEntry;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitClosing;
import org.shouwen.directory.UnitId;
import org.shouwen.directory.UnitKind;
import org.shouwen.directory.Units;
import org.shouwen.history.Actor;
import org.shouwen.problems.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's units, and the whole duty list. */
@Controller
class UnitScreens {
    private final Directory directory;
    private final Units units;
    private final UnitClosing closing;
    private final UnitPage page;
    private final Forms forms;

    UnitScreens(Directory directory, Units units, UnitClosing closing, UnitPage page, Forms forms) {
        this.directory = directory;
        this.units = units;
        this.closing = closing;
        this.page = page;
        this.forms = forms;
    }

    record Form(
            @Nullable String code,
            @Nullable String name,
            @Nullable UnitKind kind,
            @Nullable String head,
            @Nullable String leaderInCharge,
            @Nullable String desk,
            @Nullable String phone,
            @Nullable Boolean active,
            @Nullable UnitId parent,
            @Nullable UnitId successor,
            @Nullable Long version) {
        Unit unit(String code) {
            return new Unit(
                    new UnitId(code),
                    text(name),
                    kind == null ? UnitKind.BUREAU : kind,
                    text(head),
                    text(leaderInCharge),
                    text(desk),
                    text(phone),
                    Boolean.TRUE.equals(active),
                    parent,
                    version == null ? 0 : version);
        }

        /** Who takes over from a unit that is closed. */
        @Nullable
        UnitId taker() {
            return successor == null || successor.code().isBlank() ? null : successor;
        }

        private static String text(@Nullable String s) {
            return s == null ? "" : s;
        }
    }

    @GetMapping("/admin/units")
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("q", q);
        model.addAttribute(
                "units",
                directory.units().stream()
                        .filter(u ->
                                u.name().contains(q.strip()) || u.id().code().contains(q.strip()))
                        .toList());
        model.addAttribute("kinds", UnitKind.values());
        model.addAttribute("allUnits", directory.units());
        return "directory/units";
    }

    @PostMapping("/admin/units")
    String create(@ModelAttribute("typed") Form form, Actor by, Model model, RedirectAttributes redirect) {
        String code = form.code() == null ? "" : form.code().strip();
        if (forms.refused(model, () -> units.create(form.unit(code), by))) return list("", model);
        redirect.addFlashAttribute("told", "directory.told.created");
        return "redirect:/admin/units/" + code;
    }

    @GetMapping("/admin/units/{code}")
    String show(@PathVariable String code, Model model) {
        return page.show(code, model);
    }

    @PostMapping("/admin/units/{code}")
    String change(
            @PathVariable String code,
            @ModelAttribute("typed") Form form,
            Actor by,
            Model model,
            RedirectAttributes redirect) {
        return page.saved(code, model, redirect, () -> closing.change(form.unit(code), form.taker(), by));
    }

    /** The whole duty list: whose duty is what, and what is nobody's. */
    @GetMapping("/admin/duties")
    String duties(@RequestParam(defaultValue = "") String q, Model model) {
        List<DutyEntry> all = directory.duties();
        model.addAttribute("q", q);
        model.addAttribute("all", all);
        model.addAttribute(
                "classes",
                directory.matterClasses().stream()
                        .filter(c -> c.parent() != null && c.fullName().contains(q.strip()))
                        .toList());
        return "directory/duties";
    }
}
