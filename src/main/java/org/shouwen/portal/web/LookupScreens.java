package org.shouwen.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.AppealPapers;
import org.shouwen.appeal.DangerAlarms;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.OwnAppeals;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Photos;
import org.shouwen.attachments.Served;
import org.shouwen.attachments.Uploads;
import org.shouwen.calendar.Limits;
import org.shouwen.portal.AppealProgress;
import org.shouwen.portal.LookupCodeThrottle;
import org.shouwen.portal.PastedReceipt;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.FormProblem;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Refusal;
import org.shouwen.problems.Text;
import org.shouwen.problems.TooMany;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.regulation.Result;
import org.shouwen.suggestion.Urgencies;
import org.shouwen.suggestion.Urgency;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Look-up by number and code. The session remembers which appeals it has opened, so that neither code nor a key to it
 * ever stands in an address.
 */
@Controller
class LookupScreens {
    private static final String OPEN = "portalOpen";
    private static final String USED = "portalUsed";

    /** Without a click; on a machine that others use too somebody else may sit there by then. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** What may have been typed on the page of an appeal. */
    private static final List<String> KEPT = List.of(
            "typedText",
            "typedWords",
            "typedSatisfied",
            "typedResolved",
            "typedReview",
            "typedObjection",
            "typedAgainst");

    private final AppealProgress way;
    private final OwnAppeals own;
    private final Intake intake;
    private final LookupCodeThrottle guard;
    private final AppealPapers papers;
    private final CameAlong came;
    private final DangerAlarms alarms;
    private final UrgentScreens urgent;
    private final Urgencies urgencies;
    private final Editions editions;
    private final MessageSource messages;
    private final InstantSource clock;

    LookupScreens(
            AppealProgress way,
            OwnAppeals own,
            Intake intake,
            LookupCodeThrottle guard,
            AppealPapers papers,
            CameAlong came,
            DangerAlarms alarms,
            UrgentScreens urgent,
            Urgencies urgencies,
            Editions editions,
            MessageSource messages,
            InstantSource clock) {
        this.way = way;
        this.own = own;
        this.intake = intake;
        this.guard = guard;
        this.papers = papers;
        this.came = came;
        this.alarms = alarms;
        this.urgent = urgent;
        this.urgencies = urgencies;
        this.editions = editions;
        this.messages = messages;
        this.clock = clock;
    }

    private Edition edition() {
        return editions.current(clock.instant().atZone(Limits.ZONE).toLocalDate());
    }

    static void open(HttpSession session, String number, UUID appeal, Instant now) {
        session.setAttribute(USED, now);
        HashMap<String, UUID> open = new HashMap<>();
        if (session.getAttribute(OPEN) instanceof Map<?, ?> before)
            before.forEach((n, id) -> open.put((String) n, (UUID) id));
        open.put(number, appeal);
        session.setAttribute(OPEN, open);
    }

    private @Nullable String code(HttpSession session, String number) {
        Instant now = clock.instant();
        boolean lately = session.getAttribute(USED) instanceof Instant used
                && used.plus(LONGEST).isAfter(now)
                && used.minus(LONGEST).isBefore(now); // a clock that was set back leaves nothing open for longer
        if (!lately) session.removeAttribute(OPEN);
        session.setAttribute(USED, now);
        return session.getAttribute(OPEN) instanceof Map<?, ?> open && open.get(number) instanceof UUID id
                ? intake.code(id)
                : null;
    }

    @GetMapping("/lookup")
    String form() {
        return "portal/lookup";
    }

    @PostMapping("/lookup")
    String find(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpSession session,
            HttpServletResponse response,
            Model model) {
        Optional<Appeal> found;
        PastedReceipt said = PastedReceipt.of(number, code);
        try {
            found = Optional.of(guard.guarded(
                    said.number(),
                    request.getRemoteAddr(),
                    n -> own.find(n, said.code()).orElseThrow(() -> new NotFound("appeal", number))));
        } catch (NotFound e) {
            found = Optional.empty();
        } catch (TooMany e) {
            response.setStatus(429);
            model.addAttribute("wait", e.seconds());
            model.addAttribute("number", Text.clean(number));
            return "portal/lookup";
        }
        if (found.isPresent()) {
            open(session, found.get().number(), found.get().id(), clock.instant());
            if (KEPT.stream().noneMatch(typed::containsKey))
                return "redirect:/lookup/" + found.get().number();
            restored(typed, model);
            return show(found.get().number(), session, model);
        }
        model.addAttribute(
                "keep",
                typed.entrySet().stream()
                        .filter(e -> KEPT.contains(e.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        response.setStatus(422);
        model.addAttribute("wrong", true);
        model.addAttribute("number", Text.clean(number));
        return "portal/lookup";
    }

    private static void restored(Map<String, String> typed, Model model) {
        for (String name : KEPT) {
            String value = typed.get(name);
            if (value == null) continue;
            boolean answer = name.equals("typedSatisfied") || name.equals("typedResolved");
            model.addAttribute(name, answer ? (Object) Boolean.valueOf(value) : value);
        }
    }

    /** On a machine that others use too: nothing that was looked up stays open. */
    @PostMapping("/lookup/closings")
    String close(HttpSession session) {
        session.removeAttribute(OPEN);
        return "redirect:/lookup";
    }

    @GetMapping("/lookup/{number}")
    String show(@PathVariable String number, HttpSession session, Model model) {
        String code = code(session, number);
        var progress = Optional.ofNullable(code).flatMap(c -> way.find(new WorkOrderNumber(number), c));
        if (progress.isEmpty()) return "redirect:/lookup";
        model.addAttribute("p", progress.get());
        model.addAttribute("came", papers.of(number));
        alarms.find(progress.get().appeal().id())
                .filter(a -> a.open() && a.deniedAt() == null)
                .ifPresent(a -> {
                    model.addAttribute("known", !a.guidance().isEmpty());
                    model.addAttribute("call", Urgency.call(a.guidance(), edition()));
                });
        return "portal/progress";
    }

    /** Their own photos and papers. */
    @GetMapping("/lookup/{number}/papers/{id}")
    ResponseEntity<byte[]> paper(
            @PathVariable String number,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String view,
            HttpSession session) {
        PaperRef paper = Optional.ofNullable(code(session, number))
                .flatMap(_ -> papers.find(number, id))
                .orElseThrow(() -> new NotFound("paper", id.toString()));
        byte[] bytes = papers.bytes(paper);
        return view != null && Photos.is(paper) ? Served.picture(bytes, Photos.SMALL) : Served.download(paper, bytes);
    }

    @PostMapping("/lookup/{number}/additions")
    String add(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable List<MultipartFile> photo,
            HttpServletRequest request,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Urgency urgency = urgencies.judge(text);
        if (urgency.danger() && !added(number, text, session)) // closed, too long, too often: danger is taken anew
        return urgent.take(urgency, "", Map.of("content", text), photo, request, response, session, model);
        if (urgency.danger()) return redirected(number, photo, OversizedForm.is(request), redirect);
        model.addAttribute("typedText", text);
        return done("portal.added", number, session, response, model, redirect, locale, (opened, code) -> {
            OversizedForm.refuse(request);
            AppealPapers.Sorted files = AppealPapers.sort(Uploads.of(photo));
            guard.addition(number);
            boolean alone = text.isBlank() && !files.taken().isEmpty();
            (alone ? own.addFile(opened, code) : own.add(opened, code, text)).orThrow();
            List<String> left = came.keep(number, files, locale);
            if (!left.isEmpty()) redirect.addFlashAttribute("filesLeft", left);
        });
    }

    private boolean added(String number, String text, HttpSession session) {
        String code = code(session, number);
        try {
            return code != null && own.add(new WorkOrderNumber(number), code, text) instanceof Result.Done<?>;
        } catch (BadInput e) {
            return false;
        }
    }

    private String redirected(
            String number, @Nullable List<MultipartFile> photo, boolean tooMuch, RedirectAttributes redirect) {
        if (!urgent.attached(number, photo) || tooMuch) redirect.addFlashAttribute("photoLeft", true);
        redirect.addFlashAttribute("done", "portal.added");
        return "redirect:/lookup/" + number;
    }

    @PostMapping("/lookup/{number}/ratings")
    String rate(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Boolean satisfied,
            @RequestParam(required = false) @Nullable Boolean resolved,
            @RequestParam(defaultValue = "") String words,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        model.addAttribute("typedWords", words);
        model.addAttribute("typedSatisfied", satisfied);
        model.addAttribute("typedResolved", resolved);
        return done("portal.rated", number, session, response, model, redirect, locale, (opened, code) -> {
            if (satisfied == null) throw new BadInput(unanswered(own.find(opened, code), resolved));
            own.rate(opened, code, satisfied, resolved, words).orThrow();
        });
    }

    /** Each question of a rating that has no answer, all in one go. */
    private static List<BadInput.Field> unanswered(Optional<Appeal> appeal, @Nullable Boolean resolved) {
        List<BadInput.Field> fields = new ArrayList<>();
        if (resolved == null && appeal.filter(Appeal::asksResolved).isPresent())
            fields.add(new BadInput.Field("resolved", "portal.bad.rating"));
        fields.add(new BadInput.Field("satisfied", "portal.bad.rating"));
        return fields;
    }

    @PostMapping("/lookup/{number}/reviews")
    String review(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String words,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        model.addAttribute("typedReview", words);
        return done(
                "portal.review-asked",
                number,
                session,
                response,
                model,
                redirect,
                locale,
                (opened, code) -> own.askReview(opened, code, words).orThrow());
    }

    /** They say what they have against the closing, once for each outcome (ruling 40). */
    @PostMapping("/lookup/{number}/closing-objections")
    String objectToClosing(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String words,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        model.addAttribute("typedAgainst", words);
        return done(
                "portal.closing-objected",
                number,
                session,
                response,
                model,
                redirect,
                locale,
                (opened, code) -> own.objectToClosing(opened, code, words).orThrow());
    }

    /** They say what they have against a measure for their calls (Art. 20). */
    @PostMapping("/lookup/{number}/objections")
    String object(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String objection,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        model.addAttribute("typedObjection", objection);
        return done(
                "portal.objected",
                number,
                session,
                response,
                model,
                redirect,
                locale,
                (opened, code) -> own.object(opened, code, objection));
    }

    /** The page had been open for too long: the code is asked again, and what was typed comes back with the page. */
    private static String ask(String number, Model model) {
        Map<String, String> keep = new HashMap<>();
        for (String typed : KEPT)
            if (model.getAttribute(typed) != null) keep.put(typed, String.valueOf(model.getAttribute(typed)));
        model.addAttribute("number", number);
        model.addAttribute("keep", keep);
        model.addAttribute("over", true);
        return "portal/lookup";
    }

    /**
     * Whatever the person does with their own appeal, which this session has opened; what was typed stays if refused.
     *
     * @param what done with number and look-up code
     */
    private String done(
            String told,
            String number,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect,
            Locale locale,
            BiConsumer<WorkOrderNumber, String> what) {
        String code = code(session, number);
        if (code == null) return ask(number, model);
        try {
            what.accept(new WorkOrderNumber(number), code);
            redirect.addFlashAttribute("done", told);
            return "redirect:/lookup/" + number;
        } catch (BadInput | Refusal e) {
            return again(e, number, session, response, model, locale);
        }
    }

    private String again(
            RuntimeException e,
            String number,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        FormProblem problem = FormProblem.of(e, messages, locale);
        response.setStatus(problem.status());
        model.addAttribute("problem", problem);
        return show(number, session, model);
    }
}
