package org.shouwen.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.AppealVisibility;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.AppellantWords;
import org.shouwen.appeal.DangerAlarm;
import org.shouwen.appeal.DangerAlarms;
import org.shouwen.identity.Vault;
import org.shouwen.problems.After;
import org.shouwen.problems.Forms;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Nothing;
import org.shouwen.regulation.Result;
import org.shouwen.suggestion.Urgencies;
import org.shouwen.suggestion.Urgency;
import org.shouwen.workorder.Alarm;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 紧急报警: appeals in danger that nobody has dealt with (Art. 8.3), and urgent orders still to be phoned (Art. 17). */
@Controller
@RequestMapping("/desk/alarms")
class AlarmScreens {
    private static final int PAGE = 100;
    /** Orders named on the strip; beside them stands how many there are. */
    private static final int STRIP = 5;

    private final DangerAlarms alarms;
    private final Appeals appeals;
    private final AppellantWords said;
    private final AppealVisibility readable;
    private final WorkOrderBoard board;
    private final Urgencies urgencies;
    private final Vault vault;
    private final WaitingLines waiting;
    private final IntakePageModel desk;
    private final Forms forms;

    AlarmScreens(
            DangerAlarms alarms,
            Appeals appeals,
            AppellantWords said,
            AppealVisibility readable,
            WorkOrderBoard board,
            Urgencies urgencies,
            Vault vault,
            WaitingLines waiting,
            IntakePageModel desk,
            Forms forms) {
        this.alarms = alarms;
        this.appeals = appeals;
        this.said = said;
        this.readable = readable;
        this.board = board;
        this.urgencies = urgencies;
        this.vault = vault;
        this.waiting = waiting;
        this.desk = desk;
        this.forms = forms;
    }

    /**
     * @param words what in the appeal speaks for danger
     * @param call whom to call, the one that fits first
     */
    record Line(DangerAlarm alarm, Appeal appeal, String words, List<Edition.Target> call) {}

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        List<Line> dangers = lines(me);
        model.addAttribute("dangers", dangers);
        orders(board.alarms(me, After.parse(after), PAGE), model);
        model.addAttribute(
                "masked",
                vault.masked(dangers.stream().map(l -> l.appeal().appellant()).toList()));
        model.addAttribute("edition", desk.edition());
        model.addAttribute("waiting", waiting.of(me));
        return "desk/alarms";
    }

    /** The strip on top of every page of the desk, fetched anew while the page stands. */
    @GetMapping("/strip")
    String strip(@AuthenticationPrincipal CurrentUser me, Model model) {
        model.addAttribute("dangers", lines(me));
        orders(board.alarms(me, null, STRIP), model);
        model.addAttribute("waiting", waiting.of(me));
        return "desk/alarms :: strip";
    }

    private static void orders(Page<Alarm> page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("alarms", page.items());
    }

    /** It is danger: what was done. The way goes on to what becomes of the appeal. */
    @PostMapping("/{number}/confirmations")
    String confirm(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Appeal a = readable.get(number, me);
        String next = a.decision() == null ? "redirect:/desk/appeals/" + number : "redirect:/desk/alarms";
        return done(() -> alarms.confirm(number, reason, me), next, number, reason, me, model);
    }

    /** It is none: why. */
    @PostMapping("/{number}/dismissals")
    String dismiss(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        readable.get(number, me);
        return done(() -> alarms.dismiss(number, reason, me), "redirect:/desk/alarms", number, reason, me, model);
    }

    private String done(
            java.util.function.Supplier<Result<Nothing>> act,
            String next,
            String number,
            String reason,
            CurrentUser me,
            Model model) {
        if (!forms.refused(model, () -> act.get().orThrow())) return next;
        model.addAttribute("typedAt", number);
        model.addAttribute("typedReason", reason);
        return list(null, me, model);
    }

    private List<Line> lines(CurrentUser me) {
        List<DangerAlarm> open = alarms.open();
        Map<UUID, Appeal> theirs = appeals
                .withIds(open.stream().map(DangerAlarm::appeal).toList(), me)
                .stream()
                .collect(Collectors.toMap(Appeal::id, Function.identity()));
        Edition edition = desk.edition();
        List<Line> lines = new ArrayList<>();
        for (DangerAlarm alarm : open) {
            Appeal a = theirs.get(alarm.appeal());
            if (a != null) lines.add(new Line(alarm, a, words(a, edition), Urgency.call(alarm.guidance(), edition)));
        }
        return lines;
    }

    /** Read anew from what was said: the alarm itself keeps no words. */
    private String words(Appeal a, Edition edition) {
        return said.of(a).stream()
                .map(text -> urgencies.judge(edition, text))
                .filter(Urgency::danger)
                .map(u -> u.judgement().words())
                .reduce((_, last) -> last)
                .orElse("");
    }
}
