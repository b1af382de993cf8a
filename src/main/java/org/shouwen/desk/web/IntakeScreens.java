package org.shouwen.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.AppealVisibility;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.DangerAlarm;
import org.shouwen.appeal.DangerAlarms;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.Receipt;
import org.shouwen.attachments.Papers;
import org.shouwen.desk.Drafts;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Busy;
import org.shouwen.problems.FormProblem;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Refusal;
import org.shouwen.problems.Stale;
import org.shouwen.suggestion.Urgency;
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

/** The agent's screen: a caller on the line, or an appeal from the queue. */
@Controller
class IntakeScreens {
    private static final String LAST = "intakeLast";
    private final Intake intake;
    private final Appeals appeals;
    private final AppealVisibility readable;
    private final FilesOfForm files;
    private final Drafts drafts;
    private final DangerAlarms alarms;
    private final IntakePageModel desk;
    private final AnswerParts answers;
    private final IntakeFormReader reader;
    private final MessageSource messages;

    IntakeScreens(
            Intake intake,
            Appeals appeals,
            AppealVisibility readable,
            FilesOfForm files,
            Drafts drafts,
            DangerAlarms alarms,
            IntakePageModel desk,
            AnswerParts answers,
            IntakeFormReader reader,
            MessageSource messages) {
        this.answers = answers;
        this.reader = reader;
        this.intake = intake;
        this.appeals = appeals;
        this.readable = readable;
        this.files = files;
        this.drafts = drafts;
        this.alarms = alarms;
        this.desk = desk;
        this.messages = messages;
    }

    /** What the done page shows; stays in the session, so that a reload shows it again. The code itself is kept nowhere. */
    record Last(String number, @Nullable UUID codeOf, String outcome) implements java.io.Serializable {
        /** As the session keeps it: by names, not by this class. */
        Map<String, String> fields() {
            return Map.of("number", number, "codeOf", codeOf == null ? "" : codeOf.toString(), "outcome", outcome);
        }

        /** Null when nothing was taken; version 0.1.0 kept the object itself. */
        static @Nullable Last of(@Nullable Object kept) {
            if (!(kept instanceof Map<?, ?> f)) return kept instanceof Last last ? last : null;
            String codeOf = String.valueOf(f.get("codeOf"));
            return new Last(
                    String.valueOf(f.get("number")),
                    codeOf.isEmpty() ? null : UUID.fromString(codeOf),
                    String.valueOf(f.get("outcome")));
        }
    }

    @GetMapping("/desk/intake")
    String call(@AuthenticationPrincipal CurrentUser me, Model model) {
        Map<String, String> typed = drafts.open(me.account(), Drafts.CALL);
        model.addAttribute("restored", Drafts.says(typed));
        return form(me, model, typed, null);
    }

    @GetMapping("/desk/appeals/{number}")
    String waiting(@PathVariable String number, @AuthenticationPrincipal CurrentUser me, Model model) {
        Appeal appeal = readable.get(number, me);
        if (appeal.decision() != null) return "redirect:/appeals/" + number;
        return form(me, model, drafts.open(me.account(), number), appeal);
    }

    private String form(CurrentUser me, Model model, Map<String, String> typed, @Nullable Appeal appeal) {
        Map<String, String> fields = new HashMap<>(typed);
        fields.putIfAbsent("key", UUID.randomUUID().toString());
        if (appeal == null) {
            fields.putIfAbsent("channel", "phone");
            desk.caller(model, fields.get("phone"), me);
        } else {
            fields.putIfAbsent("kind", appeal.words().kind());
            fields.putIfAbsent("matterClass", or(appeal.words().matterClass()));
            fields.putIfAbsent("placeName", desk.placeName(appeal));
            fields.putIfAbsent("location", appeal.words().location());
            fields.putIfAbsent("happenedAt", appeal.words().happenedAt());
            fields.putIfAbsent("version", Long.toString(appeal.version()));
            DangerAlarm alarm = alarms.find(appeal.id()).orElse(null);
            model.addAttribute("alarm", alarm);
            boolean dismissed = alarm != null && alarm.dismissed();
            fields.putIfAbsent(
                    "urgentKind",
                    dismissed ? "" : Urgency.proposedKind(appeal.words().urgentKind(), desk.edition()));
            desk.caller(model, appeal, me);
        }
        desk.lists(model);
        String text = appeal == null
                ? or(fields.get("title")) + "\n" + or(fields.get("content"))
                : appeal.words().title() + "\n" + appeal.words().content();
        desk.urgency(
                model,
                text,
                appeal == null ? fields.get("wants") : appeal.words().wants());
        model.addAttribute("acts", true);
        IntakeForm form = new IntakeForm(fields);
        String said = appeal == null ? or(fields.get("content")) : DecidedProposals.text(appeal);
        desk.proposed(model, text, said, form, reader.place(form), appeal, me);
        String subject = subject(appeal);
        model.addAttribute("aside", drafts.any(Drafts.Place.ASIDE, me.account(), subject));
        model.addAttribute("cleared", drafts.any(Drafts.Place.CLEARED, me.account(), subject));
        model.addAttribute("appeal", appeal);
        if (appeal != null) model.addAttribute("came", files.of(appeal.number()));
        model.addAttribute("f", fields);
        return "desk/intake";
    }

    @PostMapping("/desk/intake")
    String take(
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> photo,
            @AuthenticationPrincipal CurrentUser me,
            HttpSession session,
            Model model,
            RedirectAttributes redirect,
            Locale locale,
            HttpServletResponse response) {
        IntakeForm form = new IntakeForm(typed);
        try {
            List<Papers.File> sent = files.read(photo);
            boolean later = form.text("outcome").equals("later"); // a letter that is typed in and waits
            Origin origin = Origin.of(me, form.text("key"));
            Receipt receipt = later
                    ? intake.submit(reader.appeal(form), origin, me.actor())
                    : intake.take(reader.appeal(form), form.outcome(), origin, me)
                            .orThrow();
            files.keep(receipt.number(), sent, me, redirect, locale);
            answers.used(receipt.number(), form, me);
            if (!later && !receipt.again())
                desk.proposed().became().decided(receipt.id(), form.text("content"), form, me);
            drafts.sent(me.account(), Drafts.CALL, typed);
            session.setAttribute(LAST, new Last(receipt.number(), receipt.id(), form.text("outcome")).fields());
            return "redirect:/desk/intake/done";
        } catch (BadInput | Refusal | Stale | NotFound | Busy e) {
            return again(e, typed, photo, null, me, model, locale, response);
        }
    }

    @PostMapping("/desk/appeals/{number}")
    String decide(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> photo,
            @AuthenticationPrincipal CurrentUser me,
            HttpSession session,
            Model model,
            RedirectAttributes redirect,
            Locale locale,
            HttpServletResponse response) {
        IntakeForm form = new IntakeForm(typed);
        Appeal before = readable.get(number, me);
        try {
            List<Papers.File> sent = files.read(photo);
            Receipt receipt = intake.decide(number, form.outcome(), reader.classification(form), me, form.version())
                    .orThrow();
            files.keep(number, sent, me, redirect, locale);
            answers.used(number, form, me);
            desk.proposed().became().decided(before, form, me);
            drafts.sent(me.account(), number, typed);
            session.setAttribute(LAST, new Last(receipt.number(), null, form.text("outcome")).fields());
            return "redirect:/desk/intake/done";
        } catch (BadInput | Refusal | Stale | NotFound | Busy e) {
            return again(e, typed, photo, readable.get(number, me), me, model, locale, response);
        }
    }

    /** The same page with what was typed, and a word at each field that is wrong. */
    private String again(
            RuntimeException e,
            Map<String, String> typed,
            @Nullable List<MultipartFile> photo,
            @Nullable Appeal appeal,
            CurrentUser me,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Map<String, String> fields = new HashMap<>(typed);
        if (photo != null)
            photo.stream().filter(f -> !f.isEmpty()).forEach(f -> fields.put("photo", or(f.getOriginalFilename())));
        RuntimeException shown = switch (e) {
            case NotFound _ -> new IntakeForm(typed).noSuchOrder();
            case BadInput bad
            when bad.fields().getFirst().field().equals("Idempotency-Key") -> {
                fields.put("key", UUID.randomUUID().toString());
                yield new BadInput("form", "desk.bad.sent-before");
            }
            default -> e;
        };
        fields.put("subject", subject(appeal));
        if (!Drafts.ours(fields)) fields.put("key", UUID.randomUUID().toString());
        FormProblem problem = shown instanceof Busy
                ? new FormProblem(503, messages.getMessage("problems.busy", null, locale), "", Map.of())
                : FormProblem.of(shown, messages, locale);
        response.setStatus(problem.status());
        model.addAttribute("problem", problem);
        if (!(e instanceof Busy))
            fields.put(
                    "key",
                    drafts.save(me.account(), new IntakeForm(fields).kept()).toString());
        if (new IntakeForm(typed).wrongOutside(problem)) fields.remove("outcome");
        if (e instanceof Stale && appeal != null) fields.put("version", Long.toString(appeal.version()));
        return form(me, model, fields, appeal);
    }

    @GetMapping("/desk/intake/done")
    String done(HttpSession session, @AuthenticationPrincipal CurrentUser me, Model model) {
        Last last = Last.of(session.getAttribute(LAST));
        if (last == null) return "redirect:/desk/intake";
        model.addAttribute("last", last);
        model.addAttribute("code", last.codeOf() == null ? null : intake.code(last.codeOf()));
        model.addAttribute("waiting", appeals.waiting(me));
        Optional<DangerAlarm> alarm = last.codeOf() == null ? Optional.empty() : alarms.find(last.codeOf());
        model.addAttribute("alarm", alarm.orElse(null));
        alarm.ifPresent(a -> model.addAttribute("call", Urgency.call(a.guidance(), desk.edition())));
        return "desk/done";
    }

    private static String subject(@Nullable Appeal appeal) {
        return appeal == null ? Drafts.CALL : appeal.number();
    }

    static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
