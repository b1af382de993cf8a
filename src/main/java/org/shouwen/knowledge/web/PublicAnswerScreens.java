package org.shouwen.knowledge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.Actor;
import org.shouwen.knowledge.Flaws;
import org.shouwen.knowledge.PublicAnswer;
import org.shouwen.knowledge.PublicAnswerBook;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Forms;
import org.shouwen.problems.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answers that everybody may read: what is proposed and what became of it, and the portal's pages of what is out. */
@Controller
class PublicAnswerScreens {
    private static final int LIMIT = 20;
    private final PublicAnswerBook book;
    private final Flaws flaws;
    private final FlawParts parts;
    private final Forms forms;

    PublicAnswerScreens(PublicAnswerBook book, Flaws flaws, FlawParts parts, Forms forms) {
        this.book = book;
        this.flaws = flaws;
        this.parts = parts;
        this.forms = forms;
    }

    @GetMapping("/public-answers")
    String list(
            @RequestParam(defaultValue = "PROPOSED") String state,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        model.addAttribute("state", state(state));
        model.addAttribute("states", PublicAnswer.State.values());
        model.addAttribute("page", book.page(state(state), After.parse(after), LIMIT));
        model.addAttribute("mine", me.account());
        return "knowledge/public-answers";
    }

    @PostMapping("/public-answers/{id}/{act}")
    String act(
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        if (forms.refused(model, () -> {
            switch (act) {
                case "publications" -> book.publish(id, me);
                case "refusals" -> book.refuse(id, reason, me);
                case "withdrawals" -> book.withdraw(id, reason, me);
                default -> throw new NotFound("act", act);
            }
        })) return list(act.equals("withdrawals") ? "PUBLISHED" : "PROPOSED", null, me, model);
        redirect.addFlashAttribute("told", "knowledge.told.public-" + act);
        return "redirect:/public-answers";
    }

    /** For citizens: all that is out, the latest first. */
    @GetMapping("/answers/published")
    String published(@RequestParam(required = false) @Nullable String after, Model model) {
        model.addAttribute("page", book.page(PublicAnswer.State.PUBLISHED, After.parse(after), LIMIT));
        return "knowledge/published";
    }

    @GetMapping("/answers/published/{id}")
    String read(@PathVariable UUID id, Model model) {
        model.addAttribute("p", book.published(id));
        model.addAttribute("mended", parts.mended(id));
        return "knowledge/published-answer";
    }

    /** Whoever reads it says that it is wrong; whatever names somebody is masked before it is stored. */
    @PostMapping("/answers/published/{id}/flaws")
    String wrong(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal @Nullable CurrentUser me,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        PublicAnswer answer = book.published(id);
        if (forms.refused(model, () -> {
            if (me == null) parts.ofCitizen(request);
            flaws.wrong(answer, words, me == null ? Actor.APPELLANT : me.actor());
        })) {
            model.addAttribute("words", words);
            return read(id, model);
        }
        redirect.addFlashAttribute("thanks", true);
        return "redirect:/answers/published/" + id;
    }

    private static PublicAnswer.State state(String typed) {
        try {
            return PublicAnswer.State.valueOf(typed);
        } catch (IllegalArgumentException e) {
            throw new BadInput("state", "problems.field.unknown", typed);
        }
    }
}
