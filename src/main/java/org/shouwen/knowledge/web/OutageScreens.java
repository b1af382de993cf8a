package org.shouwen.knowledge.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.directory.PlaceCode;
import org.shouwen.directory.PlaceReader;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.knowledge.Outage;
import org.shouwen.knowledge.OutageCallers;
import org.shouwen.knowledge.Outages;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Forms;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Outages: what stands, and the form that announces one. */
@Controller
@RequestMapping("/outages")
class OutageScreens {
    private final Outages outages;
    private final OutageCallers callers;
    private final PlaceReader placeReader;
    private final Directory directory;
    private final Forms forms;

    OutageScreens(Outages outages, OutageCallers callers, PlaceReader placeReader, Directory directory, Forms forms) {
        this.outages = outages;
        this.callers = callers;
        this.placeReader = placeReader;
        this.directory = directory;
        this.forms = forms;
    }

    @GetMapping
    String list(@AuthenticationPrincipal CurrentUser me, Model model) {
        List<Outage> open = outages.open();
        List<Outage> lapsed = outages.lapsed();
        List<Outage> all = Stream.concat(open.stream(), lapsed.stream()).toList();
        model.addAttribute("outages", open);
        model.addAttribute("lapsed", lapsed);
        model.addAttribute("places", outages.places(all));
        model.addAttribute("joined", all.stream().collect(Collectors.toMap(Outage::id, o -> callers.count(o.id()))));
        model.addAttribute(
                "times",
                all.stream()
                        .collect(Collectors.toMap(
                                Outage::id, o -> Map.of("begins", local(o.begins()), "ends", local(o.ends())))));
        model.addAttribute("mine", me.unit());
        if (!model.containsAttribute("f")) model.addAttribute("f", Map.of());
        model.addAttribute(
                "units",
                me.unit() == null
                        ? directory.units().stream().filter(Unit::active).toList()
                        : List.of());
        return "knowledge/outages";
    }

    @PostMapping
    String announce(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        UnitId own = me.unit();
        if (forms.refused(
                model,
                () -> outages.announce(
                        own == null ? new UnitId(typed.getOrDefault("unit", "").strip()) : own,
                        typed.get("title"),
                        typed.get("text"),
                        place(typed),
                        time("begins", typed),
                        time("ends", typed),
                        me))) {
            model.addAttribute("f", typed);
            return list(me, model);
        }
        redirect.addFlashAttribute("told", "knowledge.told.outage");
        return "redirect:/outages";
    }

    @PostMapping("/{id}/times")
    String move(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        if (forms.refused(model, () -> outages.move(id, time("begins", typed), time("ends", typed), me))) {
            model.addAttribute("moving", id);
            model.addAttribute("typed", typed);
            return list(me, model);
        }
        redirect.addFlashAttribute("told", "knowledge.told.outage");
        return "redirect:/outages";
    }

    @PostMapping("/{id}/corrections")
    String correct(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        if (forms.refused(model, () -> outages.correct(id, typed.get("title"), typed.get("text"), place(typed), me))) {
            model.addAttribute("correcting", id);
            model.addAttribute("typed", typed);
            return list(me, model);
        }
        redirect.addFlashAttribute("told", "knowledge.told.outage");
        return "redirect:/outages";
    }

    @PostMapping("/{id}/withdrawals")
    String withdraw(
            @PathVariable UUID id, @AuthenticationPrincipal CurrentUser me, Model model, RedirectAttributes redirect) {
        if (forms.refused(model, () -> outages.withdraw(id, me))) return list(me, model);
        redirect.addFlashAttribute("told", "knowledge.told.outage");
        return "redirect:/outages";
    }

    private @Nullable PlaceCode place(Map<String, String> typed) {
        return placeReader.one(
                "placeName", typed.get("placeName"), all -> new BadInput("placeName", "knowledge.bad.places", all));
    }

    /** As the browser's field for day and time sends it; Asia/Shanghai. */
    private static Instant time(String field, Map<String, String> typed) {
        try {
            return LocalDateTime.parse(typed.getOrDefault(field, "").strip())
                    .atZone(Limits.ZONE)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new BadInput(field, "problems.field.date");
        }
    }

    /** The same the other way. */
    private static String local(Instant at) {
        return LocalDateTime.ofInstant(at, Limits.ZONE)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
