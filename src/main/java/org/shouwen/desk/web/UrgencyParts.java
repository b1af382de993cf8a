package org.shouwen.desk.web;

import org.shouwen.accounts.CurrentUser;
import org.shouwen.suggestion.Urgency;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The red bar that follows an officer's typing (Art. 8.3, 17). Judged in memory, without the database, so that it stands
 * there within three tenths of a second after the last key.
 */
@Controller
class UrgencyParts {
    private final IntakePageModel desk;

    UrgencyParts(IntakePageModel desk) {
        this.desk = desk;
    }

    /** @param shown what the bar shows now; nothing is drawn anew, or read aloud again, while it stays the same */
    @PostMapping({"/desk/intake/urgency", "/unit/intake/urgency"})
    Object urgency(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "") String wants,
            @RequestParam(defaultValue = "") String shown,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Urgency urgency = desk.urgency(model, title, content, wants);
        if (shown.equals(mark(urgency))) return ResponseEntity.noContent().build();
        model.addAttribute("acts", me.ofPlatform());
        return "desk/urgency :: bar";
    }

    /** Which bar it is; the template writes the same. */
    private static String mark(Urgency urgency) {
        return urgency.alarming()
                ? urgency.judgement().kind() + " " + urgency.judgement().guidance()
                : "";
    }
}
