package org.shouwen.portal.web;

import jakarta.servlet.http.HttpSession;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shouwen.appeal.AppealPapers;
import org.shouwen.appeal.DangerAlarms;
import org.shouwen.calendar.Limits;
import org.shouwen.portal.AppealProgress;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.suggestion.Urgency;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of an appeal that its session has opened, and what was typed on it when it has to be opened again. */
@Component
class OwnAppealPage {
    /** What may have been typed on the page of an appeal. */
    private static final List<String> KEPT = List.of(
            "typedText",
            "typedWords",
            "typedSatisfied",
            "typedResolved",
            "typedReview",
            "typedObjection",
            "typedAgainst");

    private final AppealProgress way;
    private final AppealPapers papers;
    private final DangerAlarms alarms;
    private final OpenAppeals opened;
    private final Editions editions;
    private final InstantSource clock;

    OwnAppealPage(
            AppealProgress way,
            AppealPapers papers,
            DangerAlarms alarms,
            OpenAppeals opened,
            Editions editions,
            InstantSource clock) {
        this.way = way;
        this.papers = papers;
        this.alarms = alarms;
        this.opened = opened;
        this.editions = editions;
        this.clock = clock;
    }

    /** Where it is not open, the look-up. */
    String show(String number, HttpSession session, Model model) {
        String code = opened.code(session, number);
        var progress = Optional.ofNullable(code).flatMap(c -> way.find(new WorkOrderNumber(number), c));
        if (progress.isEmpty()) return "redirect:/lookup";
        model.addAttribute("p", progress.get());
        model.addAttribute("came", papers.of(number));
        alarms.find(progress.get().appeal().id())
                .filter(a -> a.open() && a.deniedAt() == null)
                .ifPresent(a -> {
                    model.addAttribute("known", !a.guidance().isEmpty());
                    model.addAttribute("call", Urgency.call(a.guidance(), edition()));
                });
        return "portal/progress";
    }

    private Edition edition() {
        return editions.current(clock.instant().atZone(Limits.ZONE).toLocalDate());
    }

    static boolean anyTyped(Map<String, String> typed) {
        return KEPT.stream().anyMatch(typed::containsKey);
    }

    static Map<String, String> kept(Map<String, String> typed) {
        return typed.entrySet().stream()
                .filter(e -> KEPT.contains(e.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static void restored(Map<String, String> typed, Model model) {
        for (String name : KEPT) {
            String value = typed.get(name);
            if (value == null) continue;
            boolean answer = name.equals("typedSatisfied") || name.equals("typedResolved");
            model.addAttribute(name, answer ? (Object) Boolean.valueOf(value) : value);
        }
    }

    /** The page had been open for too long: the code is asked again, and what was typed comes back with the page. */
    static String ask(String number, Model model) {
        Map<String, String> keep = new HashMap<>();
        for (String typed : KEPT)
            if (model.getAttribute(typed) != null) keep.put(typed, String.valueOf(model.getAttribute(typed)));
        model.addAttribute("number", number);
        model.addAttribute("keep", keep);
        model.addAttribute("over", true);
        return "portal/lookup";
    }
}
