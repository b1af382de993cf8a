package org.shouwen.directory.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.DirectoryImport;
import org.shouwen.directory.DutyEntry;
import org.shouwen.directory.Officer;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.directory.UnitKind;
import org.shouwen.directory.Units;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.FormProblem;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Stale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's units with their sections, officers and duties. */
@Controller
class UnitScreens {
    private final Directory directory;
    private final Units units;
    private final DirectoryImport imports;
    private final MessageSource messages;

    UnitScreens(Directory directory, Units units, DirectoryImport imports, MessageSource messages) {
        this.imports = imports;
        this.directory = directory;
        this.units = units;
        this.messages = messages;
    }

    record Form(
            @Nullable String code,
            @Nullable String name,
            @Nullable UnitKind kind,
            @Nullable String head,
            @Nullable String leaderInCharge,
            @Nullable String desk,
            @Nullable String phone,
            boolean active,
            long version) {
        Unit unit(String code) {
            return new Unit(
                    new UnitId(code),
                    text(name),
                    kind == null ? UnitKind.BUREAU : kind,
                    text(head),
                    text(leaderInCharge),
                    text(desk),
                    text(phone),
                    active,
                    version);
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
        return "directory/units";
    }

    @PostMapping("/admin/units")
    String create(
            @ModelAttribute("typed") Form form,
            java.security.Principal me,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        try {
            String code = form.code() == null ? "" : form.code().strip();
            units.create(form.unit(code), actor(me));
            redirect.addFlashAttribute("told", "directory.told.created");
            return "redirect:/admin/units/" + code;
        } catch (BadInput e) {
            problem(e, model, response, locale);
            return list("", model);
        }
    }

    @GetMapping("/admin/units/{code}")
    String show(@PathVariable String code, Model model) {
        UnitId id = new UnitId(code);
        Unit unit = directory.unit(id).orElseThrow(() -> new NotFound("unit", code));
        model.addAttribute("unit", unit);
        model.addAttribute("kinds", UnitKind.values());
        model.addAttribute("sections", directory.sections(id));
        model.addAttribute("officers", directory.officers(id));
        model.addAttribute(
                "duties",
                directory.duties().stream().filter(d -> d.unit().equals(id)).toList());
        model.addAttribute("classes", directory.matterClasses());
        model.addAttribute("counties", directory.placesUnder(null));
        return "directory/unit";
    }

    @PostMapping("/admin/units/{code}")
    String change(
            @PathVariable String code,
            @ModelAttribute("typed") Form form,
            java.security.Principal me,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        return doing(code, model, redirect, response, locale, () -> units.change(form.unit(code), actor(me)));
    }

    @PostMapping("/admin/units/{code}/sections")
    String addSection(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String name,
            java.security.Principal me,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        return doing(
                code, model, redirect, response, locale, () -> units.addSection(new UnitId(code), name, actor(me)));
    }

    @PostMapping("/admin/units/{code}/officers")
    String addOfficer(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable UUID id,
            @RequestParam(required = false) @Nullable UUID section,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "true") boolean active,
            java.security.Principal me,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        return doing(
                code,
                model,
                redirect,
                response,
                locale,
                () -> units.putOfficer(
                        new Officer(
                                id == null ? Units.newId() : id, new UnitId(code), section, name, post, phone, active),
                        actor(me)));
    }

    @PostMapping("/admin/units/{code}/duties")
    String addDuty(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String matterClass,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) @Nullable String remove,
            java.security.Principal me,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        return doing(code, model, redirect, response, locale, () -> {
            if (directory.matterClass(matterClass).isEmpty())
                throw new BadInput("matterClass", "problems.field.unknown", matterClass);
            if (!place.isEmpty() && directory.place(place).isEmpty())
                throw new BadInput("place", "problems.field.unknown", place);
            DutyEntry entry = new DutyEntry(matterClass, place.isEmpty() ? null : place, new UnitId(code));
            if (remove == null) units.addDuty(entry, actor(me));
            else units.removeDuty(entry, actor(me));
        });
    }

    /** Units or duties from a table; the page that comes back is the report. */
    @PostMapping("/admin/units/imports")
    String importTable(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "units") String what,
            java.security.Principal me,
            Model model,
            HttpServletResponse response,
            Locale locale)
            throws java.io.IOException {
        try {
            DirectoryImport.Report report = what.equals("duties")
                    ? imports.duties(file.getBytes(), actor(me))
                    : imports.units(file.getBytes(), actor(me));
            model.addAttribute("report", report);
            model.addAttribute(
                    "refused",
                    report.refused().stream()
                            .map(r -> messages.getMessage(
                                            "directory.import.row",
                                            new Object[] {r.line(), r.problem().field()},
                                            locale)
                                    + "："
                                    + messages.getMessage(
                                            r.problem().key(),
                                            r.problem().args().toArray(),
                                            r.problem().key(),
                                            locale))
                            .toList());
        } catch (BadInput e) {
            problem(e, model, response, locale);
        }
        return list("", model);
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

    private String doing(
            String code,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale,
            Runnable what) {
        try {
            what.run();
            redirect.addFlashAttribute("told", "directory.told.saved");
            return "redirect:/admin/units/" + code;
        } catch (BadInput | Stale e) {
            problem(e, model, response, locale);
            return show(code, model);
        }
    }

    private void problem(RuntimeException e, Model model, HttpServletResponse response, Locale locale) {
        FormProblem problem = FormProblem.of(e, messages, locale);
        response.setStatus(problem.status());
        model.addAttribute("problem", problem);
    }

    /** The directory lies below the accounts; it knows the person by login only. */
    private static Actor actor(java.security.Principal me) {
        return new Actor(null, me.getName(), null);
    }
}
