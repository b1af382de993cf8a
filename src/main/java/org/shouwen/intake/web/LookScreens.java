package org.shouwen.intake.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.Homes;
import org.shouwen.citizens.Vault;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.intake.Appeals;
import org.shouwen.intake.LookMarks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 查看台账: every look at an identity in the last month, the unusual ones marked (Art. 21). Itself shows masks only. */
@Controller
class LookScreens {
    private static final int MOST = 1000;
    private final Vault vault;
    private final Appeals appeals;
    private final Homes homes;
    private final Directory directory;
    private final InstantSource clock;

    LookScreens(Vault vault, Appeals appeals, Homes homes, Directory directory, InstantSource clock) {
        this.vault = vault;
        this.appeals = appeals;
        this.homes = homes;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/looks")
    String list(Model model) {
        List<Vault.Look> looks = vault.looksSince(clock.instant().minus(Duration.ofDays(30)), MOST);
        List<UUID> people = looks.stream().map(Vault.Look::appellant).distinct().toList();
        Map<UUID, Place> lives = homes.all();
        model.addAttribute(
                "rows",
                LookMarks.of(
                        looks,
                        appeals.mattersOf(people),
                        (account, place) -> lies(directory.place(place).orElse(null), lives.get(account))));
        model.addAttribute("masked", vault.masked(people));
        return "intake/looks";
    }

    /** Whether a matter lies where somebody lives; one that only names the town lies in all its villages. */
    private boolean lies(@Nullable Place matter, @Nullable Place home) {
        if (matter == null || home == null) return false;
        return matter.code().equals(home.code())
                || home.code().equals(matter.parent())
                || (matter.level() == Place.Level.TOWN && matter.code().equals(home.parent()));
    }
}
