package org.shouwen.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.AppealPapers;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.OwnAppeals;
import org.shouwen.appeal.Receipt;
import org.shouwen.appeal.SentAgain;
import org.shouwen.attachments.Uploads;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.directory.Directory;
import org.shouwen.history.Actor;
import org.shouwen.portal.SubmissionThrottle;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Busy;
import org.shouwen.problems.FormProblem;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.TooMany;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.suggestion.Urgencies;
import org.shouwen.suggestion.Urgency;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Pages of the portal on which anybody asks, requests, complains or suggests without an account: the choice of one of the four, then its form. */
@Controller
class AskScreens {
    /** What the page after sending shows; the code is kept nowhere. */
    record Sent(
            String number,
            UUID appeal,
            String kind,
            @Nullable String key) implements java.io.Serializable {}

    private static final String SENT = "portalSent";

    /** What is wrong with each file that was not taken, in words. */
    private static final String LEFT = "portalLeft";

    private final Intake intake;
    private final OpenAppeals opened;
    private final OwnAppeals own;
    private final SentAgain before;
    private final Urgencies urgencies;
    private final UrgentScreens urgent;
    private final SubmissionThrottle flood;
    private final CameAlong files;
    private final Directory directory;
    private final Editions editions;
    private final WorkCalendar calendar;
    private final MessageSource messages;
    private final InstantSource clock;

    AskScreens(
            Intake intake,
            OpenAppeals opened,
            OwnAppeals own,
            SentAgain before,
            Urgencies urgencies,
            UrgentScreens urgent,
            SubmissionThrottle flood,
            CameAlong files,
            Directory directory,
            Editions editions,
            WorkCalendar calendar,
            MessageSource messages,
            InstantSource clock) {
        this.intake = intake;
        this.opened = opened;
        this.own = own;
        this.before = before;
        this.urgencies = urgencies;
        this.urgent = urgent;
        this.flood = flood;
        this.files = files;
        this.directory = directory;
        this.editions = editions;
        this.calendar = calendar;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/")
    String doors(Model model) {
        model.addAttribute("edition", edition());
        return "portal/home";
    }

    @GetMapping("/ask/{kind}")
    String ask(@PathVariable String kind, HttpServletRequest request, Model model) {
        HttpSession session = request.getSession(false);
        if (session != null) sentBefore(kind, session).ifPresent(s -> model.addAttribute("sentBefore", s.number()));
        proof(request, model);
        Map<String, String> blank =
                new HashMap<>(Map.of("key", UUID.randomUUID().toString()));
        if (model.getAttribute("asked") instanceof String asked) blank.put("content", asked); // looked for before
        return form(kind, blank, model);
    }

    /** Many came from this address lately: the next one shows some work, or waits. */
    private void proof(HttpServletRequest request, Model model) {
        if (!flood.asks(request.getRemoteAddr())) return;
        model.addAttribute("challenge", flood.challenge());
        model.addAttribute("bits", SubmissionThrottle.BITS);
    }

    private String form(String kind, Map<String, String> typed, Model model) {
        if (edition().kind(kind).isEmpty()) throw new NotFound("kind", kind);
        model.addAttribute("kind", kind);
        model.addAttribute("f", typed);
        model.addAttribute("counties", directory.placesUnder(null));
        return "portal/ask";
    }

    @PostMapping("/ask/{kind}")
    String send(
            @PathVariable String kind,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> photo,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpSession session,
            Model model,
            Locale locale) {
        Urgency urgency = urgencies.judge(typed.get("content"), typed.get("wants"));
        if (urgency.danger()) return urgent.take(urgency, kind, typed, photo, request, response, session, model);
        try {
            NewAppeal appeal = AskedAppeal.of(kind, typed, request.getRemoteAddr());
            AppealPapers.Sorted sent = AppealPapers.sort(Uploads.of(photo));
            OversizedForm.refuse(request);
            String again = sentAgain(appeal, kind, typed, sent, session, model, locale);
            if (again != null) return again;
            flood.pass(request.getRemoteAddr(), typed.get("proof"));
            Receipt receipt = intake.submit(appeal, Origin.portal(typed.get("key")), Actor.APPELLANT);
            session.setAttribute(LEFT, files.keep(receipt.number(), sent, locale));
            session.setAttribute(SENT, new Sent(receipt.number(), receipt.id(), kind, typed.get("key")));
            opened.open(session, receipt.number(), receipt.id());
            return "redirect:/ask/sent";
        } catch (BadInput | Busy | TooMany e) {
            proof(request, model);
            return again(e, kind, typed, response, model, locale);
        }
    }

    /**
     * The page came back after sending, by the browser's own way or filled anew: no second appeal arises of it. What is new in
     * it goes to the first one, photos at once, words where the person says so.
     *
     * @return the page to show; null when it is another matter, or the person says that it is
     */
    private @Nullable String sentAgain(
            NewAppeal appeal,
            String kind,
            Map<String, String> typed,
            AppealPapers.Sorted photos,
            HttpSession session,
            Model model,
            Locale locale) {
        Optional<Sent> sent = sentBefore(kind, session);
        if (sent.isEmpty() || typed.containsKey("another")) return null;
        Appeal first = own.find(
                        new WorkOrderNumber(sent.get().number()),
                        intake.code(sent.get().appeal()))
                .orElse(null);
        if (first == null) return null;
        SentAgain.How how = before.compare(appeal, first);
        boolean sameForm = String.valueOf(sent.get().key()).equals(typed.get("key"));
        if (how == SentAgain.How.ANOTHER && !sameForm) return null;
        int missing = before.missing(first.number(), photos.taken()).size();
        session.setAttribute(LEFT, files.keep(first.number(), photos, locale));
        int added = missing - before.missing(first.number(), photos.taken()).size();
        opened.open(session, first.number(), first.id());
        if (how == SentAgain.How.SAME) return added == 0 ? "redirect:/ask/sent" : "redirect:/ask/sent?added";
        model.addAttribute("number", first.number());
        model.addAttribute("added", added);
        model.addAttribute("left", session.getAttribute(LEFT));
        model.addAttribute("kind", kind);
        Map<String, String> anew = new HashMap<>(typed);
        anew.remove("_csrf");
        anew.put("key", UUID.randomUUID().toString());
        model.addAttribute("f", anew);
        return "portal/already";
    }

    /** What this browser has sent of this kind. */
    private Optional<Sent> sentBefore(String kind, HttpSession session) {
        return session.getAttribute(SENT) instanceof Sent s && s.kind().equals(kind)
                ? Optional.of(s)
                : Optional.empty();
    }

    private String again(
            RuntimeException e,
            String kind,
            Map<String, String> typed,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Map<String, String> fields = new HashMap<>(typed);
        FormProblem problem;
        if (e instanceof Busy) {
            problem = new FormProblem(503, messages.getMessage("problems.busy", null, locale), "", Map.of());
        } else if (e instanceof TooMany many) {
            problem = new FormProblem(
                    429, messages.getMessage("portal.flood", new Object[] {many.seconds()}, locale), "", Map.of());
        } else if (e instanceof BadInput bad && bad.fields().getFirst().field().equals("Idempotency-Key")) {
            fields.put("key", UUID.randomUUID().toString());
            problem = FormProblem.of(new BadInput("form", "portal.bad.sent-before"), messages, locale);
        } else {
            problem = FormProblem.of(e, messages, locale);
        }
        response.setStatus(problem.status());
        model.addAttribute("problem", problem);
        return form(kind, fields, model);
    }

    @GetMapping("/ask/sent")
    String sent(@RequestParam(required = false) @Nullable String added, HttpSession session, Model model) {
        model.addAttribute("photoAdded", added != null);
        if (!(session.getAttribute(SENT) instanceof Sent sent)) return "redirect:/";
        model.addAttribute("sent", sent);
        model.addAttribute("left", session.getAttribute(LEFT));
        model.addAttribute("code", intake.code(sent.appeal()));
        String code = own.find(new WorkOrderNumber(sent.number()), intake.code(sent.appeal()))
                .map(a -> a.words().urgentKind())
                .orElse(null);
        if (code == null) model.addAttribute("by", due(sent.kind()));
        else urgentKind(code, model);
        return "portal/sent";
    }

    /** One of the nine kinds: it goes before others, and somebody may have to be called first (Art. 17). */
    private void urgentKind(String code, Model model) {
        Edition edition = edition();
        model.addAttribute(
                "urgentKind",
                edition.urgentKinds().stream()
                        .filter(k -> k.code().equals(code))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("call", Urgency.call("", edition));
    }

    /** The last day for an answer, were it handed to a unit now; null where the edition counts otherwise. */
    private Limits.@Nullable DueTime due(String kind) {
        Instant now = clock.instant();
        Edition edition = edition();
        return edition.limitClass(kind.equals("consultation") ? "consultation" : "ordinary")
                .map(c -> Limits.due(now, c.limit(), edition.closingTime(), calendar.current()))
                .orElse(null);
    }

    private Edition edition() {
        return editions.current(clock.instant().atZone(Limits.ZONE).toLocalDate());
    }
}
