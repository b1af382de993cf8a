package org.shouwen.workorder;

import static org.shouwen.regulation.Clause.A12_5;
import static org.shouwen.workorder.Decision.done;
import static org.shouwen.workorder.Decision.no;

import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Pure;

/**
 * What was taken down at intake is put right: heading of the matter corrected by dispatcher or supervisor, a question
 * to whoever takes appeals before the order is dispatched. Limits do not change by either.
 */
@Basis(Clause.A12_5)
@Pure
final class Correction {
    private Correction() {}

    /** The service that carries the command out writes the matter and fills in its digest. */
    static Decision correct(Command.CorrectMatter c, Party by, DecisionContext rules) {
        if (!by.supervises()) return no(A12_5, "platform-corrects");
        if (c.heading().title().isBlank()) return no(A12_5, "title-missing");
        if (rules.edition().kind(c.heading().kind()).isEmpty())
            return no(A12_5, "no-such-kind", c.heading().kind());
        if (c.reason().isBlank()) return no(A12_5, "reason-missing");
        if (c.heading().equals(rules.heading())) return no(A12_5, "nothing-corrected");
        return done(new Event.MatterCorrected(rules.heading(), c.heading(), c.reason(), ""));
    }

    static Decision ask(WorkOrder.Registered o, Command.AskIntake c, Party by) {
        if (!by.dispatches()) return no(A12_5, "platform-dispatches");
        if (c.question().isBlank()) return no(A12_5, "question-missing");
        if (o.askedAt() != null) return no(A12_5, "question-open");
        return done(new Event.IntakeAsked(c.question()));
    }

    static Decision answer(WorkOrder.Registered o, Command.AnswerIntake c, Party by) {
        if (!by.takesAppeals()) return no(A12_5, "intake-answers");
        if (o.askedAt() == null) return no(A12_5, "no-question");
        if (c.text().isBlank()) return no(A12_5, "answer-missing");
        return done(new Event.IntakeAnswered(c.text()));
    }
}
