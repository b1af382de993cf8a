package org.shouwen.calendar.web;

import java.util.List;
import java.util.UUID;
import org.shouwen.calendar.CalendarAskings;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.history.Actor;
import org.shouwen.problems.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Calendars that were asked for, with what they would move, for the second person. */
@Controller
@RequestMapping("/calendar-askings")
class CalendarAskingScreens {
    private final CalendarAskings askings;
    private final WorkCalendar calendar;
    private final Forms forms;

    CalendarAskingScreens(CalendarAskings askings, WorkCalendar calendar, Forms forms) {
        this.askings = askings;
        this.calendar = calendar;
        this.forms = forms;
    }

    @GetMapping
    String list(Actor me, Model model) {
        List<CalendarAskings.Asking> waiting = askings.waiting();
        model.addAttribute("askings", waiting);
        model.addAttribute(
                "moves", waiting.stream().map(a -> calendar.preview(a.year())).toList());
        model.addAttribute("own", me.account());
        return "calendar/askings";
    }

    @PostMapping("/{id}/loadings")
    String load(@PathVariable UUID id, Actor me, Model model) {
        forms.refused(model, () -> model.addAttribute("moved", askings.load(id, me)));
        return list(me, model);
    }

    @PostMapping("/{id}/refusals")
    String refuse(@PathVariable UUID id, Actor me, Model model) {
        if (forms.refused(model, () -> askings.refuse(id, me))) return list(me, model);
        return "redirect:/calendar-askings";
    }
}
