package org.shouwen.desk.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.DangerAlarms;
import org.shouwen.appeal.Objection;
import org.shouwen.appeal.Objections;
import org.shouwen.appeal.Remarks;
import org.shouwen.appeal.Reviews;
import org.shouwen.desk.OpenForms;
import org.shouwen.identity.Masked;
import org.shouwen.identity.Vault;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk's queue: appeals that wait, reviews that were asked for, what appellants said afterwards. */
@Controller
class AppealQueueScreens {
    private static final int PAGE = 50;
    private static final int SAID = 100;
    private final Appeals appeals;
    private final Reviews reviews;
    private final Vault vault;
    private final DangerAlarms alarms;
    private final Remarks remarks;
    private final Objections objections;
    private final IntakePageModel desk;
    private final OpenForms openForms;

    AppealQueueScreens(
            Appeals appeals,
            Reviews reviews,
            Vault vault,
            DangerAlarms alarms,
            Remarks remarks,
            Objections objections,
            IntakePageModel desk,
            OpenForms openForms) {
        this.appeals = appeals;
        this.reviews = reviews;
        this.vault = vault;
        this.alarms = alarms;
        this.remarks = remarks;
        this.objections = objections;
        this.desk = desk;
        this.openForms = openForms;
    }

    @GetMapping("/desk/appeals")
    String queue(
            @RequestParam(defaultValue = "waiting") String tab,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        After from = After.parse(after);
        Page<Appeal> toReview = reviews.waiting(me, tab.equals("reviews") ? from : null, PAGE);
        Page<Appeal> page = switch (tab) {
            case "all" -> appeals.page(me, null, from, PAGE);
            case "reviews" -> toReview;
            default -> appeals.queue(me, from, PAGE);
        };
        List<Appeal> rows = page.items();
        boolean queue = !tab.equals("all") && !tab.equals("reviews");
        model.addAttribute(
                "longest",
                queue
                        ? appeals.longestWaiting(me)
                                .filter(a -> rows.stream().noneMatch(r -> r.id().equals(a.id())))
                                .orElse(null)
                        : null);
        Map<UUID, Masked> masked =
                vault.masked(rows.stream().map(Appeal::appellant).toList());
        model.addAttribute("tab", tab.equals("all") || tab.equals("reviews") ? tab : "waiting");
        model.addAttribute("toReview", toReview.known());
        model.addAttribute("rows", rows);
        model.addAttribute("masked", masked);
        model.addAttribute("page", page);
        model.addAttribute("alarmOf", alarms.of(rows));
        model.addAttribute("fresh", remarks.freshAppeals(rows));
        model.addAttribute(
                "toRead",
                remarks.waiting(me, null, 1).known()
                        + objections.waiting(me, null, 1).known());
        model.addAttribute("waiting", appeals.waiting(me));
        model.addAttribute("edition", desk.edition());
        model.addAttribute(
                "openBy", openForms.of(rows.stream().map(Appeal::number).toList(), me));
        return "desk/queue";
    }

    /** What appellants said after the appeal, until a named person has read it, and what they object to (ruling 40). */
    @GetMapping("/desk/appeals/remarks")
    String list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String objectedAfter,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Page<Remarks.AtDesk> said = remarks.waiting(me, After.parse(after), SAID);
        Page<Objection> objected = objections.waiting(me, After.parse(objectedAfter), SAID);
        model.addAttribute("page", said);
        model.addAttribute("said", said.items());
        model.addAttribute("objectedPage", objected);
        model.addAttribute("objected", objected.items());
        model.addAttribute(
                "numberOf",
                appeals.withIds(objected.items().stream().map(Objection::appeal).toList(), me).stream()
                        .collect(Collectors.toMap(Appeal::id, Appeal::number)));
        return "desk/remarks";
    }
}
