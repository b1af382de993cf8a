package org.shouwen.reporting.web;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The leader's page on a wall of 1920×1080: turns its pages by itself, fetches itself anew, needs no mouse (Art. 2). */
@Controller
class WallScreens {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final LeaderScreens leader;
    private final MapScreens map;
    private final InstantSource clock;

    WallScreens(LeaderScreens leader, MapScreens map, InstantSource clock) {
        this.leader = leader;
        this.map = map;
        this.clock = clock;
    }

    @GetMapping("/overview/wall")
    String wall(@AuthenticationPrincipal CurrentUser me, Model model) {
        leader.overview(me, model);
        LocalDateTime now = clock.instant().atZone(Limits.ZONE).toLocalDateTime();
        map.fill("", "per-10000", null, null, model);
        model.addAttribute("made", MINUTE.format(now));
        return "reporting/wall";
    }
}
