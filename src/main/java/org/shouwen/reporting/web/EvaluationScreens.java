package org.shouwen.reporting.web;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.BadInput;
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

    EvaluationScreens(
            EvaluationView view,
            Evaluations evaluations,
            EvaluationObjections objections,
            Publications publications,
            FigureRegistry figures) {
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

    @PostMapping("/evaluations")
    String propose(@RequestParam(defaultValue = "") String text, @AuthenticationPrincipal CurrentUser me) {
        return "redirect:/evaluations/" + evaluations.propose(text, me);
    }

    @PostMapping("/evaluations/{id}/decisions")
    String decide(@PathVariable UUID id, @RequestParam boolean adopt, @AuthenticationPrincipal CurrentUser me) {
        evaluations.decide(id, adopt, me);
        return "redirect:/evaluations/" + id;
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
            @AuthenticationPrincipal CurrentUser me) {
        objections.object(id, number.strip(), reason, me);
        return "redirect:/evaluations/" + id;
    }

    /** @param ground why the order is taken out; empty when the objection is not upheld */
    @PostMapping("/evaluations/{id}/objections/{objection}/rulings")
    String rule(
            @PathVariable UUID id,
            @PathVariable UUID objection,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String ruling,
            @AuthenticationPrincipal CurrentUser me) {
        EvaluationObjection.Ground why = ground.isBlank()
                ? null
                : Arrays.stream(EvaluationObjection.Ground.values())
                        .filter(g -> g.name().equals(ground))
                        .findFirst()
                        .orElseThrow(() -> new BadInput("ground", "problems.field.unknown", ground));
        objections.rule(objection, why, ruling, me);
        return "redirect:/evaluations/" + id;
    }

    @PostMapping("/evaluations/{id}/publications")
    String publish(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String why,
            @AuthenticationPrincipal CurrentUser me) {
        publications.publish(id, why, me);
        return "redirect:/evaluations/" + id;
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
