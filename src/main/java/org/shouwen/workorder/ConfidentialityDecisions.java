package org.shouwen.workorder;

import static org.shouwen.regulation.Clause.A21;
import static org.shouwen.workorder.Decision.done;
import static org.shouwen.workorder.Decision.no;

import java.time.Instant;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Pure;

/** What the platform decides about secrecy of an order (Art. 21, ruling 14, 29, 30). */
@Basis(Clause.A21)
@Pure
final class ConfidentialityDecisions {
    private ConfidentialityDecisions() {}

    /** Whoever names somebody says of which unit, or that none is meant; otherwise it stays unclear. */
    static Decision name(Command.NameAccused c, Party by, DecisionContext rules) {
        if (!by.takesAppeals()) return no(A21, "platform-names-accused");
        boolean unclear = rules.shield().unclear();
        boolean nobody = c.unit() == null && c.accused().isBlank();
        if (nobody && !(c.outside() && unclear)) return no(A21, "accused-missing");
        if (c.outside() && c.unit() != null) return no(A21, "accused-outside");
        // whom these words mean says nothing of whom others meant before
        boolean still =
                c.unit() == null && (!c.outside() || (unclear && !c.accused().isBlank()));
        return done(new Event.AccusedNamed(c.unit(), c.accused(), still));
    }

    static Decision keepSecret(Command.KeepSecret c, Party by, DecisionContext rules) {
        if (!by.takesAppeals()) return no(A21, "platform-keeps-secret");
        if (rules.shield().secret() && rules.shield().permittedAt() == null) return no(A21, "secret-already");
        return c.how().isBlank() ? no(A21, "secrecy-how") : done(new Event.SecrecyAsked(c.how()));
    }

    static Decision permit(Command.Permit c, Party by, Instant now, DecisionContext rules) {
        if (!by.takesAppeals()) return no(A21, "platform-records-permission");
        if (!rules.shield().any() || rules.shield().permittedAt() != null) return no(A21, "nothing-closed");
        if (c.permittedAt().isAfter(now)) return no(A21, "permission-in-future");
        return c.how().isBlank() ? no(A21, "permission-how") : done(new Event.Permitted(c.permittedAt(), c.how()));
    }

    /** The answer to the appellant, while the unit must not know who that is. */
    static Decision answerForUnit(Command.Contact c, Party by, Instant now) {
        if (!by.takesAppeals()) return no(A21, "identity-closed");
        if (c.contactedAt().isAfter(now)) return no(A21, "contact-in-future");
        return done(new Event.AnsweredForUnit(c.contactedAt(), c.how(), c.said()));
    }
}
