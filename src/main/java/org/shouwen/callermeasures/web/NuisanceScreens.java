package org.shouwen.callermeasures.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.CallerMeasures.Measure;
import org.shouwen.attachments.Served;
import org.shouwen.calendar.Limits;
import org.shouwen.callermeasures.Nuisance;
import org.shouwen.callermeasures.Ruling;
import org.shouwen.documents.OfficialDocument;
import org.shouwen.identity.LetterWords;
import org.shouwen.identity.Vault;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Forms;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Editions;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 来电处置: what is proposed, what is in force, and for how long (Art. 20). */
@Controller
@RequestMapping("/nuisances")
class NuisanceScreens {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private final Nuisance nuisance;
    private final Vault vault;
    private final Editions editions;
    private final Forms forms;
    private final InstantSource clock;

    NuisanceScreens(Nuisance nuisance, Vault vault, Editions editions, Forms forms, InstantSource clock) {
        this.nuisance = nuisance;
        this.vault = vault;
        this.editions = editions;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Page<Ruling> page = nuisance.list(me, After.parse(after), 50);
        List<Ruling> rows = page.items();
        model.addAttribute("page", page);
        List<Nuisance.Suggestion> suggestions = nuisance.suggestions(me);
        List<UUID> people = new ArrayList<>(rows.stream().map(Ruling::appellant).toList());
        suggestions.forEach(s -> people.add(s.appellant()));
        model.addAttribute("rows", rows);
        model.addAttribute("suggestions", suggestions);
        model.addAttribute("masked", vault.masked(people));
        model.addAttribute("grounds", Ruling.Ground.values());
        model.addAttribute("measures", Measure.values());
        model.addAttribute("rules", editions.current(today()).nuisance());
        model.addAttribute("today", today());
        model.addAttribute("may", me.has(Role.SUPERVISOR) || me.has(Role.BUREAU));
        return "callermeasures/list";
    }

    private static List<WorkOrderNumber> numbers(String typed) {
        List<WorkOrderNumber> read = new ArrayList<>();
        for (String one : typed.strip().split("[\\s,，、;；]+"))
            if (!one.isEmpty())
                read.add(WorkOrderNumber.read(one)
                        .orElseThrow(() -> new BadInput("evidence", "callermeasures.bad.no-such-appeal", one)));
        return read;
    }

    @PostMapping
    String propose(
            @RequestParam(defaultValue = "") String evidence,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String measure,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        boolean refused = forms.refused(
                model,
                () -> nuisance.propose(
                        numbers(evidence),
                        named("ground", Ruling.Ground.class, ground),
                        named("measure", Measure.class, measure),
                        number(days),
                        reason,
                        me));
        if (refused) {
            model.addAttribute("typedEvidence", evidence);
            model.addAttribute("typedReason", reason);
            return list(null, me, model);
        }
        redirect.addFlashAttribute("told", "callermeasures.told.proposed");
        return "redirect:/nuisances";
    }

    @PostMapping("/{id}/{act}")
    String act(
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        Runnable does = switch (act) {
            case "agreements" -> () -> nuisance.agree(id, me);
            case "refusals" -> () -> nuisance.refuse(id, reason, me);
            case "reviews" -> () -> nuisance.keepInForce(id, reason, me);
            case "lifts" -> () -> nuisance.lift(id, reason, me);
            case "objections" -> () -> nuisance.object(id, reason, me);
            case "objection-lifts" -> () -> nuisance.ruleObjection(id, true, reason, me);
            case "objection-refusals" -> () -> nuisance.ruleObjection(id, false, reason, me);
            case "referrals" -> () -> nuisance.referToPolice(id, me);
            default -> throw new NotFound("act", act);
        };
        if (forms.refused(model, does)) {
            model.addAttribute("typed", reason);
            model.addAttribute("typedAt", id);
            return list(null, me, model);
        }
        redirect.addFlashAttribute("told", "callermeasures.told.done");
        return "redirect:/nuisances";
    }

    /** What goes to the police, with the evidence. Shows identity: each copy is a look on record. */
    @PostMapping("/{id}/packet")
    ResponseEntity<byte[]> packet(
            @PathVariable UUID id, @AuthenticationPrincipal CurrentUser me, HttpServletRequest request) {
        Nuisance.Packet packet = nuisance.packet(id, me, request.getRemoteAddr());
        Ruling r = packet.ruling();
        List<String> body = new ArrayList<>();
        body.add("现将一起涉嫌违法的来电线索移送你局，请依法处理。");
        body.add("姓名：" + (packet.who().name().isEmpty() ? "未留姓名" : packet.who().name()) + "；电话："
                + (packet.who().phone() == null ? "" : packet.who().phone().shown()));
        body.add("处置理由：" + LetterWords.masked(r.reason()));
        for (Appeal a : packet.appeals())
            body.add(a.number() + "，" + TIME.format(a.receivedAt().atZone(Limits.ZONE)) + "："
                    + LetterWords.masked(said(a.words().title(), a.words().content())));
        body.add("以上诉求原始记录及不可更改的历史由平台保存。打印人：" + me.name() + "，"
                + TIME.format(clock.instant().atZone(Limits.ZONE)));
        String city = editions.city();
        byte[] docx = new OfficialDocument(
                        city + "8890政务便民服务平台",
                        "",
                        "关于移送涉嫌违法来电线索的函",
                        city + "公安局",
                        body,
                        city + "8890政务便民服务平台",
                        DAY.format(today()))
                .docx("查阅人 " + me.name() + " " + TIME.format(clock.instant().atZone(Limits.ZONE)));
        return Served.document(docx, "police-" + id + ".docx");
    }

    /** A title that only repeats how the words begin is left out. */
    private static String said(String title, String content) {
        return content.startsWith(title.replaceAll("[…。]+$", "")) ? content : title + "。" + content;
    }

    private java.time.LocalDate today() {
        return clock.instant().atZone(Limits.ZONE).toLocalDate();
    }

    private static int number(String days) {
        try {
            return Integer.parseInt(days.strip());
        } catch (NumberFormatException e) {
            throw new BadInput("days", "problems.field.unreadable");
        }
    }

    private static <E extends Enum<E>> E named(String field, Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new BadInput(field, "problems.field.unknown", name);
        }
    }
}
