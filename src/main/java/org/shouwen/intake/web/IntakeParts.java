package org.shouwen.intake.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.SignedIn;
import org.shouwen.directory.Directory;
import org.shouwen.intake.Calls;
import org.shouwen.intake.Drafts;
import org.shouwen.problems.BadInput;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What follows the agent's typing: drafts, who is calling, hints, places. */
@Controller
class IntakeParts {
    private final Drafts drafts;
    private final Calls calls;
    private final Desk desk;
    private final Directory directory;

    IntakeParts(Drafts drafts, Calls calls, Desk desk, Directory directory) {
        this.drafts = drafts;
        this.calls = calls;
        this.desk = desk;
        this.directory = directory;
    }

    @PostMapping("/desk/intake/draft")
    String draft(@RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn me, Model model) {
        Map<String, String> kept = kept(typed);
        String subject = IntakeScreens.or(kept.remove("subject"));
        if (!subject.matches("[0-9-]{0,40}")) throw new BadInput("subject", "problems.field.unknown", subject);
        model.addAttribute("saved", drafts.save(me.account(), subject, kept));
        return "intake/parts :: saved";
    }

    /** Clears the form; what was in it can be taken back. */
    @PostMapping("/desk/intake/fresh")
    String fresh(@RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn me) {
        Map<String, String> kept = kept(typed);
        String subject = IntakeScreens.or(kept.get("subject"));
        drafts.save(me.account(), Calls.CLEARED, kept);
        drafts.drop(me.account(), subject);
        return back(subject);
    }

    /** What was cleared last is there again; what is in the form for a call now is set aside. */
    @PostMapping("/desk/intake/undo")
    String undo(@RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn me) {
        Map<String, String> cleared = drafts.find(me.account(), Calls.CLEARED);
        String subject = IntakeScreens.or(cleared.remove("subject"));
        drafts.save(me.account(), Calls.FORM, kept(typed));
        if (!cleared.isEmpty()) {
            if (subject.equals(Calls.FORM)) drafts.setAside(me.account(), kept(typed));
            drafts.save(me.account(), subject, cleared);
        }
        drafts.drop(me.account(), Calls.CLEARED);
        return back(subject);
    }

    @PostMapping("/desk/intake/aside")
    String aside(@RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn me) {
        drafts.takeUp(me.account(), kept(typed));
        return "redirect:/desk/intake";
    }

    /** What the agent's pages ask every few seconds; nothing is drawn anew while the same call rings. */
    @GetMapping("/desk/intake/ringing")
    Object ringing(
            @RequestParam(required = false) @Nullable String shown,
            @RequestHeader(name = "HX-Current-URL", required = false) @Nullable String page,
            @AuthenticationPrincipal SignedIn me,
            Model model) {
        Optional<Calls.Ringing> ringing = calls.ringing(me.account());
        if (ringing.map(Calls.Ringing::id).orElse("").equals(IntakeScreens.or(shown)))
            return ResponseEntity.noContent().build();
        model.addAttribute("ringing", ringing.orElse(null));
        model.addAttribute("here", atIntake(page));
        return "intake/parts :: ringing";
    }

    @PostMapping("/desk/intake/ringing")
    String take(
            @RequestParam(defaultValue = "") String call,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal SignedIn me) {
        calls.take(me.account(), call, typed.containsKey("content") ? kept(typed) : Map.of());
        return "redirect:/desk/intake";
    }

    /** Whether the form for a call is on the page that asks, so that what is in it can come along. */
    private static boolean atIntake(@Nullable String page) {
        return page != null && page.matches("https?://[^/]+(/[^?#]*)?/desk/intake([?#].*)?");
    }

    private static Map<String, String> kept(Map<String, String> typed) {
        Map<String, String> kept = new HashMap<>(typed);
        kept.keySet().removeAll(Set.of("_csrf", "outcome", "call", "shown"));
        return kept;
    }

    private static String back(String subject) {
        return subject.matches("[0-9-]{1,40}") ? "redirect:/desk/appeals/" + subject : "redirect:/desk/intake";
    }

    @PostMapping("/desk/intake/caller")
    String caller(
            @RequestParam(required = false) @Nullable String phone, @AuthenticationPrincipal SignedIn me, Model model) {
        desk.caller(model, phone, me);
        return "intake/parts :: caller";
    }

    @PostMapping("/desk/intake/hints")
    String hints(@RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn me, Model model) {
        IntakeForm form = new IntakeForm(typed);
        desk.hints(
                model,
                form.text("title") + "\n" + form.text("content"),
                form.text("matterClass"),
                form.place(directory),
                null,
                me);
        return "intake/parts :: hints";
    }

    @GetMapping("/desk/intake/places")
    String places(@RequestParam(required = false) @Nullable String placeName, Model model) {
        model.addAttribute("places", desk.places(placeName));
        return "intake/parts :: places";
    }
}
