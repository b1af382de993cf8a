package org.shouwen.reporting.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.NotFound;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person may see of evaluations: the Bureau all of it, a unit's people the row of their own unit (Art. 21). */
@Service
@Transactional(readOnly = true)
@Basis(Clause.A3)
public class EvaluationView {
    private final Evaluations evaluations;
    private final Publications publications;
    private final EvaluationObjections objections;
    private final UnitScope scope;

    EvaluationView(
            Evaluations evaluations, Publications publications, EvaluationObjections objections, UnitScope scope) {
        this.evaluations = evaluations;
        this.publications = publications;
        this.objections = objections;
        this.scope = scope;
    }

    /**
     * One evaluation as it is shown.
     *
     * @param scores as published; before that the draft
     * @param published latest first
     * @param moved units whose score is another by now than what was published
     */
    public record Shown(
            StoredScheme scheme,
            Scheme read,
            Scores scores,
            List<Publication> published,
            Evaluations.Window window,
            boolean objectable,
            List<EvaluationObjection> objections,
            List<String> moved) {
        public @Nullable Publication latest() {
            return published.isEmpty() ? null : published.getFirst();
        }
    }

    /** Latest period first; a unit's people see those that hold and evaluate their unit. */
    public List<StoredScheme> list(CurrentUser by) {
        UnitId unit = by.unit();
        return scope.asPlatform(() -> evaluations.all().stream()
                .filter(s -> unit == null
                        || (s.holds()
                                && evaluations.read(s).groupOf(unit.code()).isPresent()))
                .toList());
    }

    /** @throws NotFound when there is none, or it does not evaluate the person's unit */
    public Shown get(UUID id, CurrentUser by) {
        return scope.asPlatform(() -> shown(
                list(by).stream()
                        .filter(s -> s.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("evaluation", id.toString())),
                by));
    }

    private Shown shown(StoredScheme s, CurrentUser by) {
        List<Publication> published = publications.of(s.id()).reversed();
        Scores now = evaluations.scores(s);
        Scores scores = published.isEmpty() ? now : published.getFirst().scores();
        List<String> moved = published.isEmpty() ? List.of() : moved(scores, now);
        UnitId unit = by.unit();
        if (unit != null) {
            scores = of(scores, unit);
            moved = List.of();
        }
        Evaluations.Window window = evaluations.window(s);
        return new Shown(
                s,
                evaluations.read(s),
                scores,
                published,
                window,
                unit != null && window.open(evaluations.today()),
                objections.of(s.id(), by),
                moved);
    }

    private static Scores of(Scores all, UnitId unit) {
        return new Scores(
                all.units().stream().filter(u -> u.unit().equals(unit.code())).toList());
    }

    private static List<String> moved(Scores published, Scores now) {
        List<String> moved = new ArrayList<>();
        for (Scores.UnitScore p : published.units()) {
            Optional<Scores.UnitScore> n =
                    now.units().stream().filter(u -> u.unit().equals(p.unit())).findFirst();
            if (n.isEmpty() || n.get().score().compareTo(p.score()) != 0) moved.add(p.unit());
        }
        return moved;
    }
}
