package org.shouwen.warning.web;

import static org.shouwen.acts.Field.LONG;
import static org.shouwen.acts.Field.integer;
import static org.shouwen.acts.Field.oneOf;
import static org.shouwen.acts.Field.text;
import static org.shouwen.acts.Field.yesOrNo;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.acts.Act;
import org.shouwen.acts.Raw;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Forms;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Clause;
import org.shouwen.warning.RuleBook;
import org.shouwen.warning.RuleChange;
import org.shouwen.warning.Rules;
import org.shouwen.warning.Signal;
import org.shouwen.warning.SignalRule;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What calls for a warning, what dismissals taught, and the list of sensitive words; two persons change it. */
@Controller
@RequestMapping("/warning-rules")
class RuleScreens {
    private static final Act<String> ASK = Act.of(
            "words", Clause.A2, f -> f.text("reason"), text("reason", LONG).optional());
    private static final Act<String> WORD = Act.of("words", Clause.A2, f -> f.text("word"), text("word", 40));
    private static final Act<Boolean> DROP =
            Act.of("words", Clause.A2, f -> f.yes("drop"), yesOrNo("drop").optional());
    private static final Act<Boolean> GRANT = Act.of("rulings", Clause.A2, f -> f.yes("grant"), yesOrNo("grant"));

    /** A number with decimals is read as text. */
    private static final Act<SignalRule> RULE = Act.of(
            "signals",
            Clause.A2,
            f -> new SignalRule(
                    f.one("signal", Signal.class), f.integer("least"), f.integer("days"), decimal(f.text("excess"))),
            oneOf("signal", List.of(Signal.values())),
            integer("least"),
            integer("days"),
            text("excess", 10));

    private static final int PAGE = 100;
    private final Rules rules;
    private final Forms forms;

    RuleScreens(Rules rules, Forms forms) {
        this.rules = rules;
        this.forms = forms;
    }

    @GetMapping
    String show(
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        RuleBook book = rules.current();
        model.addAttribute(
                "rules", List.of(Signal.values()).stream().map(book::rule).toList());
        model.addAttribute("words", book.words());
        Page<RuleChange> changes = rules.changes(After.parse(after), PAGE);
        model.addAttribute("page", changes);
        model.addAttribute("changes", changes.items());
        model.addAttribute("taught", rules.taught());
        return "warning/rules";
    }

    @PostMapping("/words")
    String word(
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        Raw raw = Raw.form(typed);
        return done(
                typed,
                me,
                model,
                redirect,
                "asked",
                () -> rules.askWord(DROP.read(raw), WORD.read(raw), ASK.read(raw), me));
    }

    @PostMapping("/signals")
    String signal(
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        Raw raw = Raw.form(typed);
        return done(typed, me, model, redirect, "asked", () -> rules.askRule(RULE.read(raw), ASK.read(raw), me));
    }

    @PostMapping("/{id}/rulings")
    String rule(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect) {
        return done(typed, me, model, redirect, "ruled", () -> rules.rule(id, GRANT.read(Raw.form(typed)), me));
    }

    private String done(
            MultiValueMap<String, String> typed,
            CurrentUser me,
            Model model,
            RedirectAttributes redirect,
            String told,
            Runnable act) {
        if (forms.refused(model, act)) {
            model.addAttribute("t", typed.toSingleValueMap());
            return show(null, me, model);
        }
        redirect.addFlashAttribute("told", "warning.told." + told);
        return "redirect:/warning-rules";
    }

    private static double decimal(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new BadInput("excess", "problems.field.unreadable");
        }
    }
}
