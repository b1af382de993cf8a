package org.shouwen.appeal.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.AppealVisibility;
import org.shouwen.appeal.PublishableAppeals;
import org.shouwen.confidentiality.MaskRemover;
import org.shouwen.identity.Redactor;
import org.shouwen.identity.Vault;
import org.shouwen.knowledge.PublicAnswer.Topic;
import org.shouwen.knowledge.PublicAnswerBook;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Forms;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Proposes an appeal's answer for everybody to read, with what leads to the appellant taken out beforehand (Art. 2, 21): the
 * platform any, a unit what it answered itself and is not kept from units. The platform decides.
 */
@Controller
class PublicationScreens {
    private final AppealVisibility readable;
    private static final int PAGE = 100;
    private final PublishableAppeals publishable;
    private final PublicAnswerBook book;
    private final Vault vault;
    private final UnitScope scope;
    private final Forms forms;

    PublicationScreens(
            AppealVisibility readable,
            PublishableAppeals publishable,
            PublicAnswerBook book,
            Vault vault,
            UnitScope scope,
            Forms forms) {
        this.scope = scope;
        this.readable = readable;
        this.publishable = publishable;
        this.book = book;
        this.vault = vault;
        this.forms = forms;
    }

    @GetMapping({"/appeals/to-publish", "/unit-publications"})
    String candidates(
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        Page<PublishableAppeals.Answered> page = publishable.candidates(me, After.parse(after), PAGE);
        model.addAttribute("unit", me.unit() != null);
        model.addAttribute("page", page);
        model.addAttribute("rows", page.items());
        return "appeal/to-publish";
    }

    @GetMapping({"/appeals/{number}/publication", "/unit-publications/{number}"})
    String form(@PathVariable String number, @AuthenticationPrincipal CurrentUser me, Model model) {
        Appeal a = readable.get(number, me);
        PublishableAppeals.Answered answered = answered(a, me);
        Redactor masks = masks(a);
        return shown(
                model,
                me,
                answered,
                Map.of(
                        "topic", a.words().kind().equals("suggestion") ? "SUGGESTION" : "COMMON",
                        "title", PublicAnswerBook.masked(a.words().title(), masks),
                        "question", PublicAnswerBook.masked(a.words().content(), masks),
                        "answer", PublicAnswerBook.masked(answered.answer(), masks)));
    }

    @PostMapping({"/appeals/{number}/publication", "/unit-publications/{number}"})
    String propose(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        Appeal a = readable.get(number, me);
        PublishableAppeals.Answered answered = answered(a, me);
        if (forms.refused(
                model,
                () -> book.propose(
                        a.id(),
                        topic(typed.getOrDefault("topic", "")),
                        typed.get("title"),
                        typed.get("question"),
                        typed.get("answer"),
                        answered.unit(),
                        masks(a),
                        me))) return shown(model, me, answered, typed);
        redirect.addFlashAttribute("told", "knowledge.told.proposed");
        return me.unit() == null ? "redirect:/appeals/" + number : "redirect:/unit-publications";
    }

    private String shown(
            Model model, CurrentUser me, PublishableAppeals.Answered answered, Map<String, String> fields) {
        model.addAttribute("unit", me.unit() != null);
        model.addAttribute("a", answered.appeal());
        model.addAttribute("topics", List.of(Topic.values()));
        model.addAttribute("before", book.of(answered.appeal().id()));
        model.addAttribute("f", fields);
        return "appeal/publication";
    }

    private PublishableAppeals.Answered answered(Appeal a, CurrentUser me) {
        return publishable.answered(a, me).orElseThrow(() -> new NotFound("answer", a.number()));
    }

    private Redactor masks(Appeal a) {
        // takes words out and shows nobody who it is
        Redactor own = scope.asPlatform(() -> vault.scrub(a.appellant()));
        return (words, kept) -> MaskRemover.of(own.of(words, kept));
    }

    private static Topic topic(String typed) {
        try {
            return Topic.valueOf(typed);
        } catch (IllegalArgumentException e) {
            throw new BadInput("topic", "problems.field.unknown", typed);
        }
    }
}
