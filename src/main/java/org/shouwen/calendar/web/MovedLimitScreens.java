package org.shouwen.calendar.web;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.MovedLimits;
import org.shouwen.history.Actor;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells a unit which of its limits a calendar moved, its parts as an assisting unit too (ruling 2). */
@Controller
@RequestMapping("/unit/moved-limits")
class MovedLimitScreens {
    private static final Duration SHOWN = Duration.ofDays(60);
    private static final Duration NEW = Duration.ofDays(7);
    private static final int PAGE = 200;
    private final MovedLimits moved;
    private final InstantSource clock;

    MovedLimitScreens(MovedLimits moved, InstantSource clock) {
        this.moved = moved;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String after, Actor me, Model model) {
        Page<MovedLimits.Told> page = me.unit() == null
                ? Page.empty()
                : moved.of(me.unit(), clock.instant().minus(SHOWN), After.parse(after), PAGE);
        model.addAttribute("page", page);
        model.addAttribute("rows", page.items());
        return "calendar/moved";
    }

    /** A strip for the inbox; empty when nothing moved lately. */
    @GetMapping("/notice")
    String notice(Actor me, Model model) {
        model.addAttribute(
                "count",
                me.unit() == null ? 0 : moved.count(me.unit(), clock.instant().minus(NEW)));
        return "calendar/moved-notice";
    }
}
