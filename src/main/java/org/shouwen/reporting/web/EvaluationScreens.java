package org.shouwen.reporting.web;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Forms;
import org.shouwen.problems.NotFound;
import org.shouwen.reporting.evaluation.EvaluationObjection;
import org.shouwen.reporting.evaluation.EvaluationObjections;
import org.shouwen.reporting.evaluation.EvaluationView;
import org.shouwen.reporting.evaluation.Evaluations;
import org.shouwen.reporting.evaluation.Publications;
import org.shouwen.reporting.evaluation.Scores;
import org.shouwen.reporting.figures.FigureRegistry;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Evaluations: schemes by two, the table by group, a unit's page, objections and publication (Art. 3). */
@Controller
class EvaluationScreens {
    private final EvaluationView view;
    private final Evaluations evaluations;
    private final EvaluationObjections objections;
    private final Publications publications;
    private final FigureRegistry figures;
    private final Forms forms;

    EvaluationScreens(
            EvaluationView view,
            Evaluations evaluations,
            EvaluationObjections objections,
            Publications publications,
            FigureRegistry figures,
            Forms forms) {
        this.forms = forms;
        this.view = view;
        this.evaluations = evaluations;
        this.objections = objections;
        this.publications = publications;
        this.figures = figures;
    }

    @GetMapping("/evaluations")
    String list(@AuthenticationPrincipal CurrentUser me, Model model) {
        model.addAttribute("schemes", view.list(me));
        model.addAttribute("unit", me.unit());
        return "reporting/evaluations";
    }

    /** What can not be used stays in the form, with what is wrong in it. */
    @PostMapping("/evaluations")
    String propose(@RequestParam(defaultValue = "") String text, @AuthenticationPrincipal CurrentUser me, Model model) {
        UUID[] made = new UUID[1];
        if (forms.refused(model, () -> made[0] = evaluations.propose(text, me))) {
            model.addAttribute("typed", text);
            return list(me, model);
        }
        return "redirect:/evaluations/" + made[0];
    }

    @PostMapping("/evaluations/{id}/decisions")
    String decide(
            @PathVariable UUID id, @RequestParam boolean adopt, @AuthenticationPrincipal CurrentUser me, Model model) {
        return done(id, me, model, () -> evaluations.decide(id, adopt, me));
    }

    /** Back to the evaluation; with the reason when it was refused. */
    private String done(UUID id, CurrentUser me, Model model, Runnable act) {
        if (!forms.refused(model, act)) return "redirect:/evaluations/" + id;
        fill(id, me, model);
        return "reporting/evaluation";
    }

    @GetMapping("/evaluations/{id}")
    String show(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser me, Model model) {
        UnitId unit = me.unit();
        if (unit != null) return "redirect:/evaluations/" + id + "/units/" + unit.code();
        fill(id, me, model);
        return "reporting/evaluation";
    }

    @GetMapping("/evaluations/{id}/units/{unit}")
    String unit(
            @PathVariable UUID id, @PathVariable String unit, @AuthenticationPrincipal CurrentUser me, Model model) {
        EvaluationView.Shown shown = fill(id, me, model);
        Scores.UnitScore score = shown.scores().units().stream()
                .filter(u -> u.unit().equals(unit))
                .findFirst()
                .orElseThrow(() -> new NotFound("unit", unit));
        model.addAttribute("u", score);
        model.addAttribute(
                "query",
                "from=" + shown.read().period().from() + "&to="
                        + shown.read().period().to() + "&unit=" + unit);
        return "reporting/evaluation-unit";
    }

    @PostMapping("/evaluations/{id}/objections")
    String object(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        if (!forms.refused(model, () -> objections.object(id, number.strip(), reason, me)))
            return "redirect:/evaluations/" + id;
        model.addAttribute("typedNumber", number);
        model.addAttribute("typedReason", reason);
        UnitId unit = me.unit();
        if (unit != null) return unit(id, unit.code(), me, model);
        fill(id, me, model);
        return "reporting/evaluation";
    }

    /** @param ground why the order is taken out; empty when the objection is not upheld */
    @PostMapping("/evaluations/{id}/objections/{objection}/rulings")
    String rule(
            @PathVariable UUID id,
            @PathVariable UUID objection,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String ruling,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        model.addAttribute("typedRuling", Map.of("of", objection, "ground", ground, "words", ruling));
        EvaluationObjection.Ground why = ground.isBlank()
                ? null
                : Arrays.stream(EvaluationObjection.Ground.values())
                        .filter(g -> g.name().equals(ground))
                        .findFirst()
                        .orElseThrow(() -> new BadInput("ground", "problems.field.unknown", ground));
        return done(id, me, model, () -> objections.rule(objection, why, ruling, me));
    }

    @PostMapping("/evaluations/{id}/publications")
    String publish(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String why,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        model.addAttribute("typedWhy", why);
        return done(id, me, model, () -> publications.publish(id, why, me));
    }

    private EvaluationView.Shown fill(UUID id, CurrentUser me, Model model) {
        EvaluationView.Shown shown = view.get(id, me);
        model.addAllAttributes(Map.of(
                "e",
                shown,
                "figures",
                figures,
                "english",
                KeyNames.english(),
                "grounds",
                EvaluationObjection.Ground.values(),
                "platform",
                me.ofPlatform(),
                "mayDecide",
                shown.scheme().waits()
                        && !java.util.Objects.equals(shown.scheme().askedBy(), me.account())));
        return shown;
    }
}
