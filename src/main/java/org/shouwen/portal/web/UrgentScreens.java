package org.shouwen.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.OwnAppeals;
import org.shouwen.calendar.Limits;
import org.shouwen.portal.LookupCodeThrottle;
import org.shouwen.portal.SubmissionThrottle;
import org.shouwen.portal.UrgentAppeals;
import org.shouwen.problems.Busy;
import org.shouwen.problems.Forms;
import org.shouwen.problems.Text;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.suggestion.Urgencies;
import org.shouwen.suggestion.Urgency;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 停一下，先打电话: the page for words that tell of danger (Art. 8.3). What was typed has been taken as an urgent appeal when
 * it shows, in the same request and without script; it names the number to call before it says anything else.
 */
@Controller
@Basis(Clause.A8_3)
class UrgentScreens {
    private static final String URGENT = "portalUrgent";

    /**
     * What the page shows again when it is loaded again; the code is kept nowhere.
     *
     * @param key of the form it came from
     * @param guidance whom to call; empty when it is not clear
     */
    record Shown(String number, UUID appeal, String key, String guidance, ArrayList<String> left, boolean denied)
            implements Serializable {}

    private final UrgentAppeals urgent;
    private final Intake intake;
    private final OpenAppeals opened;
    private final OwnAppeals own;
    private final FittingPhotos photos;
    private final Urgencies urgencies;
    private final LookupCodeThrottle guard;
    private final SubmissionThrottle flood;
    private final Editions editions;
    private final Forms forms;
    private final InstantSource clock;

    UrgentScreens(
            UrgentAppeals urgent,
            Intake intake,
            OpenAppeals opened,
            OwnAppeals own,
            FittingPhotos photos,
            Urgencies urgencies,
            LookupCodeThrottle guard,
            SubmissionThrottle flood,
            Editions editions,
            Forms forms,
            InstantSource clock) {
        this.urgent = urgent;
        this.intake = intake;
        this.opened = opened;
        this.own = own;
        this.photos = photos;
        this.urgencies = urgencies;
        this.guard = guard;
        this.flood = flood;
        this.editions = editions;
        this.forms = forms;
        this.clock = clock;
    }

    /** What a form with danger in it becomes: never refused, never made to wait, never asked for a proof. */
    String take(
            Urgency urgency,
            String kind,
            Map<String, String> typed,
            @Nullable List<MultipartFile> photo,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpSession session,
            Model model) {
        flood.count(request.getRemoteAddr());
        String key = Text.clean(typed.get("key"));
        String guidance = urgency.judgement().guidance();
        UrgentAppeals.Typed form = new UrgentAppeals.Typed(
                kind,
                typed.get("place"),
                typed.get("location"),
                typed.get("happenedAt"),
                null,
                typed.get("content"),
                typed.get("wants"),
                typed.containsKey("enterprise"),
                typed.containsKey("secret"),
                typed.get("accused"),
                typed.get("name"),
                typed.get("phone"),
                null);
        try {
            UrgentAppeals.Taken taken =
                    urgent.take(form, request.getRemoteAddr(), key, session.getId(), before(session, key));
            ArrayList<String> left = new ArrayList<>(taken.left());
            if (!photos.attached(taken.number(), photo) || OversizedForm.is(request)) left.add("photo");
            Shown shown = new Shown(taken.number(), taken.appeal(), key, guidance, left, false);
            session.setAttribute(URGENT, shown);
            opened.open(session, shown.number(), shown.appeal());
            return page(shown, model);
        } catch (Busy e) {
            response.setStatus(503);
            model.addAttribute("kind", kind);
            model.addAttribute("f", typed);
            numbers(guidance, model);
            return "portal/urgent";
        }
    }

    private UrgentAppeals.@Nullable Taken before(HttpSession session, String key) {
        return session.getAttribute(URGENT) instanceof Shown s
                        && !key.isEmpty()
                        && s.key().equals(key)
                ? new UrgentAppeals.Taken(s.appeal(), s.number(), intake.code(s.appeal()), true, s.left())
                : null;
    }

    @GetMapping("/ask/urgent")
    String again(HttpSession session, Model model) {
        return session.getAttribute(URGENT) instanceof Shown s ? page(s, model) : "redirect:/";
    }

    @PostMapping("/ask/urgent/additions")
    String add(
            @RequestParam(defaultValue = "") String text,
            HttpSession session,
            Model model,
            RedirectAttributes redirect) {
        if (!(session.getAttribute(URGENT) instanceof Shown s)) return "redirect:/";
        boolean refused = forms.refused(model, () -> {
            guard.addition(s.number());
            own.add(new WorkOrderNumber(s.number()), intake.code(s.appeal()), text)
                    .orThrow();
        });
        if (refused) {
            model.addAttribute("typedText", text);
            return page(s, model);
        }
        redirect.addFlashAttribute("done", "portal.urgent.added");
        return "redirect:/ask/urgent";
    }

    /** It was no emergency: the desk is told, nothing is deleted. */
    @PostMapping("/ask/urgent/denials")
    String deny(HttpSession session) {
        if (!(session.getAttribute(URGENT) instanceof Shown s)) return "redirect:/";
        own.denyDanger(new WorkOrderNumber(s.number()), intake.code(s.appeal()));
        session.setAttribute(URGENT, new Shown(s.number(), s.appeal(), s.key(), s.guidance(), s.left(), true));
        return "redirect:/ask/urgent";
    }

    /** For the form's first question: with script, whoever has written of danger need not answer the others first. */
    @PostMapping("/ask/urgency")
    ResponseEntity<String> urgency(@RequestParam(defaultValue = "") String content) {
        return urgencies.judge(content).danger()
                ? ResponseEntity.ok("danger")
                : ResponseEntity.noContent().build();
    }

    private String page(Shown s, Model model) {
        model.addAttribute("shown", s);
        model.addAttribute("code", intake.code(s.appeal()));
        numbers(s.guidance(), model);
        return "portal/urgent";
    }

    private void numbers(String guidance, Model model) {
        Edition edition = editions.current(clock.instant().atZone(Limits.ZONE).toLocalDate());
        model.addAttribute("call", Urgency.call(guidance, edition));
        model.addAttribute("known", !guidance.isEmpty());
    }
}
