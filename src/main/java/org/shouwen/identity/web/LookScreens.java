package org.shouwen.identity.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.accounts.StaffResidences;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.identity.DisclosedMatters;
import org.shouwen.identity.DisclosureLog;
import org.shouwen.identity.UnusualDisclosures;
import org.shouwen.identity.Vault;
import org.shouwen.problems.After;
import org.shouwen.problems.Forms;
import org.shouwen.problems.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 查看台账: the unusual looks at identities that somebody still has to ask about, what came out of the others, and every
 * look of the last three months (Art. 21). Itself shows masks only.
 */
@Controller
class LookScreens {
    private static final Duration WINDOW = Duration.ofDays(92);
    private static final int MOST = 60_000;
    private static final int PAGE = 100;
    private static final Comparator<After> NEWEST =
            Comparator.comparingLong(After::turn).reversed().thenComparing(After::id);
    private final Vault vault;
    private final DisclosureLog ledger;
    private final DisclosedMatters matters;
    private final StaffResidences homes;
    private final Directory directory;
    private final Forms forms;
    private final InstantSource clock;

    LookScreens(
            Vault vault,
            DisclosureLog ledger,
            DisclosedMatters matters,
            StaffResidences homes,
            Directory directory,
            Forms forms,
            InstantSource clock) {
        this.vault = vault;
        this.ledger = ledger;
        this.matters = matters;
        this.homes = homes;
        this.directory = directory;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/looks")
    String list(
            @RequestParam(defaultValue = "unusual") String tab,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        List<DisclosureLog.Look> looks =
                matters.looks(ledger.since(clock.instant().minus(WINDOW), MOST), me);
        List<UUID> people =
                looks.stream().map(DisclosureLog.Look::appellant).distinct().toList();
        Map<UUID, Place> lives = homes.all();
        List<UnusualDisclosures.Marked> all = UnusualDisclosures.of(
                looks,
                matters.mattersOf(people),
                (account, place) -> lies(directory.place(place).orElse(null), lives.get(account)));
        String shown = List.of("unusual", "checked", "all").contains(tab) ? tab : "unusual";
        After from = After.parse(after);
        List<UnusualDisclosures.Marked> of = all.stream()
                .filter(r -> belongs(r, shown))
                .sorted(Comparator.comparing(LookScreens::place, NEWEST))
                .toList();
        Page<UnusualDisclosures.Marked> page = Page.of(
                of.stream()
                        .filter(r -> from == null || NEWEST.compare(place(r), from) > 0)
                        .limit(PAGE + 1)
                        .toList(),
                PAGE,
                (long) of.size(),
                LookScreens::place);
        model.addAttribute("tab", shown);
        model.addAttribute(
                "open", all.stream().filter(r -> belongs(r, "unusual")).count());
        model.addAttribute("page", page);
        model.addAttribute("rows", page.items());
        model.addAttribute("cut", looks.size() >= MOST);
        model.addAttribute("mayCheck", me.has(Role.SECURITY));
        model.addAttribute(
                "masked",
                vault.masked(
                        page.items().stream().map(r -> r.look().appellant()).toList()));
        return "identity/looks";
    }

    /** The security officer has asked, and writes down what was said. */
    @PostMapping("/looks/{appellant}/{seq}/checks")
    String check(
            @PathVariable UUID appellant,
            @PathVariable long seq,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        if (!forms.refused(model, () -> ledger.check(appellant, seq, words, me))) return "redirect:/looks";
        model.addAttribute("typedAt", appellant + "/" + seq);
        model.addAttribute("typedWords", words);
        return list("unusual", null, me, model);
    }

    private static After place(UnusualDisclosures.Marked r) {
        return After.at(0, r.look().at(), r.look().appellant());
    }

    private static boolean belongs(UnusualDisclosures.Marked r, String tab) {
        return switch (tab) {
            case "all" -> true;
            case "checked" -> r.look().checked() != null;
            default -> !r.marks().isEmpty() && r.look().checked() == null;
        };
    }

    /** Whether a matter lies where somebody lives; one that only names the town lies in all its villages. */
    private boolean lies(@Nullable Place matter, @Nullable Place home) {
        if (matter == null || home == null) return false;
        return matter.code().equals(home.code())
                || home.code().equals(matter.parent())
                || (matter.level() == Place.Level.TOWN && matter.code().equals(home.parent()));
    }
}
