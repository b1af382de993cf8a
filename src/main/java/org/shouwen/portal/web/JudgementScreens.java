package org.shouwen.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.OwnAppeals;
import org.shouwen.problems.BadInput;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people say of how their own appeal was handled: a rating, a review, an objection. */
@Controller
class JudgementScreens {
    private final OwnAct act;
    private final OwnAppeals own;

    JudgementScreens(OwnAct act, OwnAppeals own) {
        this.act = act;
        this.own = own;
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
        return act.done("portal.rated", number, session, response, model, redirect, locale, (order, code) -> {
            if (satisfied == null) throw new BadInput(unanswered(own.find(order, code), resolved));
            own.rate(order, code, satisfied, resolved, words).orThrow();
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
        return act.done(
                "portal.review-asked",
                number,
                session,
                response,
                model,
                redirect,
                locale,
                (order, code) -> own.askReview(order, code, words).orThrow());
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
        return act.done(
                "portal.closing-objected",
                number,
                session,
                response,
                model,
                redirect,
                locale,
                (order, code) -> own.objectToClosing(order, code, words).orThrow());
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
        return act.done(
                "portal.objected",
                number,
                session,
                response,
                model,
                redirect,
                locale,
                (order, code) -> own.object(order, code, objection));
    }
}
