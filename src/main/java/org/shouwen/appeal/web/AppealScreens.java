package org.shouwen.appeal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.AppealPapers;
import org.shouwen.appeal.AppealVisibility;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.DangerAlarms;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Objections;
import org.shouwen.appeal.OwnAppeals;
import org.shouwen.appeal.PublishableAppeals;
import org.shouwen.appeal.Remarks;
import org.shouwen.appeal.Review;
import org.shouwen.appeal.Reviews;
import org.shouwen.attachments.SortedFiles;
import org.shouwen.attachments.Uploads;
import org.shouwen.calendar.Limits;
import org.shouwen.identity.Vault;
import org.shouwen.knowledge.AnswersUsed;
import org.shouwen.notification.Outbox;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.FormProblem;
import org.shouwen.problems.Refusal;
import org.shouwen.problems.Stale;
import org.shouwen.regulation.Editions;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one appeal, for whoever is at the desk. */
@Controller
class AppealScreens {
    private final Appeals appeals;
    private final Intake intake;
    private final OwnAppeals own;
    private final Reviews reviews;
    private final AppealPapers papers;
    private final Outbox outbox;
    private final Vault vault;
    private final AppealVisibility readable;
    private final DangerAlarms alarms;
    private final Remarks remarks;
    private final Objections objections;
    private final AnswersUsed used;
    private final PublishableAppeals publishable;
    private final Editions editions;
    private final InstantSource clock;
    private final MessageSource messages;

    AppealScreens(
            Appeals appeals,
            Intake intake,
            OwnAppeals own,
            Reviews reviews,
            AppealPapers papers,
            Outbox outbox,
            Vault vault,
            AppealVisibility readable,
            DangerAlarms alarms,
            Remarks remarks,
            Objections objections,
            AnswersUsed used,
            PublishableAppeals publishable,
            Editions editions,
            InstantSource clock,
            MessageSource messages) {
        this.used = used;
        this.publishable = publishable;
        this.appeals = appeals;
        this.intake = intake;
        this.own = own;
        this.reviews = reviews;
        this.papers = papers;
        this.outbox = outbox;
        this.vault = vault;
        this.readable = readable;
        this.alarms = alarms;
        this.remarks = remarks;
        this.objections = objections;
        this.editions = editions;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping("/appeals/{number}")
    String show(@PathVariable String number, @AuthenticationPrincipal CurrentUser me, Model model) {
        return page(number, me, model);
    }

    /** A look at who it is: on record before anything is shown (Art. 21). */
    @PostMapping("/appeals/{number}/looks")
    String look(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String why,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            Appeal a = readable.get(number, me);
            readable.requireLookable(a);
            model.addAttribute(
                    "identity", vault.look(a.appellant(), me, request.getRemoteAddr(), why == null ? "" : why));
            if (a.codeWithheld()) model.addAttribute("code", intake.code(a.id()));
        } catch (BadInput | Refusal e) {
            FormProblem problem = FormProblem.of(e, messages, locale);
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
        }
        return page(number, me, model);
    }

    /** A letter's scan, a call's recording, a photo that came later. */
    @PostMapping("/appeals/{number}/papers")
    String attach(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable List<MultipartFile> photo,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect,
            Locale locale,
            HttpServletResponse response) {
        try {
            readable.get(number, me);
            SortedFiles sorted = SortedFiles.of("photo", Uploads.of(photo));
            papers.attach(number, sorted.good(), me.actor());
            redirect.addFlashAttribute("leftOut", sorted.told(messages, locale));
            return "redirect:/appeals/" + number;
        } catch (BadInput e) {
            return again(e, number, me, model, locale, response);
        }
    }

    /** The person told an officer that they are not content with a decline. */
    @PostMapping("/appeals/{number}/reviews")
    String askReview(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            readable.get(number, me);
            reviews.ask(number, words, me.actor()).orThrow();
            return "redirect:/appeals/" + number;
        } catch (BadInput | Refusal | Stale e) {
            model.addAttribute("typedWords", words);
            return again(e, number, me, model, locale, response);
        }
    }

    @PostMapping("/appeals/{number}/review-rulings")
    String ruleReview(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Boolean upheld,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable Long version,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            if (upheld == null) throw new BadInput("upheld", "problems.field.missing");
            readable.get(number, me);
            reviews.rule(number, upheld, reason, me, version).orThrow();
            return "redirect:" + (upheld ? "/appeals/" : "/desk/appeals/") + number;
        } catch (BadInput | Refusal | Stale e) {
            model.addAttribute("typedReason", reason);
            return again(e, number, me, model, locale, response);
        }
    }

    private String again(
            RuntimeException e,
            String number,
            CurrentUser me,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        FormProblem problem = FormProblem.of(e, messages, locale);
        response.setStatus(problem.status());
        model.addAttribute("problem", problem);
        return page(number, me, model);
    }

    private String page(String number, CurrentUser me, Model model) {
        Appeal a = readable.get(number, me);
        model.addAttribute("a", a);
        model.addAttribute("came", papers.of(number));
        boolean decides = me.has(Role.AGENT) || me.has(Role.DISPATCHER);
        Review review = a.review();
        Appeal.Decision d = a.decision();
        model.addAttribute("mayDecide", decides);
        model.addAttribute(
                "mayReview",
                decides && review != null && d != null && !me.account().equals(d.account()));
        model.addAttribute("masked", vault.masked(List.of(a.appellant())).get(a.appellant()));
        List<Appeals.Happening> happened = new ArrayList<>(appeals.way(a));
        happened.addAll(alarms.way(a));
        happened.sort(Comparator.comparing(Appeals.Happening::at));
        model.addAttribute("way", happened);
        model.addAttribute("alarm", alarms.find(a.id()).orElse(null));
        List<Remarks.AtDesk> said = remarks.of(a, me);
        model.addAttribute("said", said);
        model.addAttribute(
                "noted",
                said.stream()
                        .map(Remarks.AtDesk::id)
                        .toList()); // what was added before there were remarks stands alone
        model.addAttribute("mayObjections", me.has(Role.DISPATCHER) || me.has(Role.SUPERVISOR));
        model.addAttribute("additions", own.additions(a));
        model.addAttribute("objections", objections.of(a));
        model.addAttribute("messages", outbox.of(number));
        model.addAttribute("answersUsed", used.of(number));
        model.addAttribute("publishable", publishable.answered(a).isPresent());
        model.addAttribute("order", own.order(a).orElse(null));
        model.addAttribute(
                "edition", editions.current(clock.instant().atZone(Limits.ZONE).toLocalDate()));
        return "appeal/appeal";
    }
}
