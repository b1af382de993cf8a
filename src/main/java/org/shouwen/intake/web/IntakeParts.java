package org.shouwen.intake.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.SignedIn;
import org.shouwen.directory.Directory;
import org.shouwen.intake.Drafts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What follows the agent's typing: drafts, who is calling, hints, places. */
@Controller
class IntakeParts {
    private final Drafts drafts;
    private final Desk desk;
    private final Directory directory;

    IntakeParts(Drafts drafts, Desk desk, Directory directory) {
        this.drafts = drafts;
        this.desk = desk;
        this.directory = directory;
    }

    @PostMapping("/desk/intake/draft")
    String draft(@RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn me, Model model) {
        Map<String, String> kept = new HashMap<>(typed);
        kept.remove("_csrf");
        String subject = IntakeScreens.or(kept.remove("subject"));
        if (subject.length() > 40) subject = subject.substring(0, 40);
        model.addAttribute("saved", drafts.save(me.account(), subject, kept));
        return "intake/parts :: saved";
    }

    /** Clears the form; what was in it can be taken back. */
    @PostMapping("/desk/intake/fresh")
    String fresh(@RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn me) {
        Map<String, String> kept = new HashMap<>(typed);
        kept.remove("_csrf");
        kept.remove("outcome");
        drafts.save(me.account(), IntakeScreens.CLEARED, kept);
        String subject = IntakeScreens.or(kept.get("subject"));
        drafts.drop(me.account(), subject);
        return back(subject);
    }

    @PostMapping("/desk/intake/undo")
    String undo(@AuthenticationPrincipal SignedIn me) {
        Map<String, String> cleared = drafts.find(me.account(), IntakeScreens.CLEARED);
        String subject = IntakeScreens.or(cleared.remove("subject"));
        if (!cleared.isEmpty()) drafts.save(me.account(), subject, cleared);
        drafts.drop(me.account(), IntakeScreens.CLEARED);
        return back(subject);
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
