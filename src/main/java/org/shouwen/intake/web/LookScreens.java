package org.shouwen.intake.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;
import org.shouwen.citizens.Vault;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 查看台账: every look at an identity in the last month, the unusual ones marked (Art. 21). Itself shows masks only. */
@Controller
class LookScreens {
    /** So many looks by one person in one day are unusual. */
    static final int MANY = 20;

    private static final int MOST = 1000;
    private final Vault vault;
    private final InstantSource clock;

    LookScreens(Vault vault, InstantSource clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** @param marks what is unusual about it: {@code night}, {@code many}, {@code again} */
    record Row(Vault.Look look, List<String> marks) {}

    private record ByDay(@Nullable UUID account, LocalDate day) {}

    @GetMapping("/looks")
    String list(Model model) {
        Instant since = clock.instant().minus(Duration.ofDays(30));
        List<Vault.Look> looks = vault.looksSince(since, MOST);
        model.addAttribute("rows", rows(looks));
        model.addAttribute(
                "masked",
                vault.masked(
                        looks.stream().map(Vault.Look::appellant).distinct().toList()));
        return "intake/looks";
    }

    static List<Row> rows(List<Vault.Look> looks) {
        Map<ByDay, Integer> byDay = new HashMap<>();
        Map<List<Object>, Integer> samePerson = new HashMap<>();
        for (Vault.Look l : looks) {
            byDay.merge(new ByDay(l.by().account(), day(l)), 1, Integer::sum);
            samePerson.merge(List.of(String.valueOf(l.by().account()), l.appellant()), 1, Integer::sum);
        }
        List<Row> rows = new ArrayList<>();
        for (Vault.Look l : looks) {
            List<String> marks = new ArrayList<>();
            int hour = l.at().atZone(Limits.ZONE).getHour();
            if (hour < 6 || hour >= 22) marks.add("night");
            if (byDay.getOrDefault(new ByDay(l.by().account(), day(l)), 0) >= MANY) marks.add("many");
            if (samePerson.getOrDefault(List.of(String.valueOf(l.by().account()), l.appellant()), 0) > 3)
                marks.add("again");
            rows.add(new Row(l, marks));
        }
        return rows;
    }

    private static LocalDate day(Vault.Look l) {
        return l.at().atZone(Limits.ZONE).toLocalDate();
    }
}
