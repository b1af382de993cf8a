package org.shouwen.calendar.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.shouwen.calendar.MovedLimits;
import org.shouwen.history.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Tells a unit which of its limits a calendar moved, its parts as an assisting unit too (ruling 2). */
@Controller
@RequestMapping("/unit/moved-limits")
class MovedLimitScreens {
    private static final Duration SHOWN = Duration.ofDays(60);
    private static final Duration NEW = Duration.ofDays(7);
    private final MovedLimits moved;
    private final InstantSource clock;

    MovedLimitScreens(MovedLimits moved, InstantSource clock) {
        this.moved = moved;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor me, Model model) {
        model.addAttribute("rows", of(me, SHOWN));
        return "calendar/moved";
    }

    /** A strip for the inbox; empty when nothing moved lately. */
    @GetMapping("/notice")
    String notice(Actor me, Model model) {
        model.addAttribute("count", of(me, NEW).size());
        return "calendar/moved-notice";
    }

    private List<MovedLimits.Told> of(Actor me, Duration since) {
        return me.unit() == null
                ? List.of()
                : moved.of(me.unit(), clock.instant().minus(since));
    }
}
