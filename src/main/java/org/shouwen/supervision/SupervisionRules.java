package org.shouwen.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.attachments.PaperRef;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;
import org.shouwen.supervision.Supervision.How;
import org.shouwen.supervision.Supervision.Level;

/** Art. 16 and ruling 9: what is refused, and when a first becomes a second. Pure. */
final class SupervisionRules {
    private SupervisionRules() {}

    /** The supervisions of the unit that has the order now; those of a unit that it left count for nothing more. */
    static List<Supervision> ofUnit(List<Supervision> all, UnitId lead) {
        return all.stream()
                .filter(s -> s.endedAt() == null && s.unit().equals(lead))
                .toList();
    }

    /** @param earlier the order's supervisions so far, of the unit that has it */
    static Optional<Refused> issue(Level level, How how, String words, CurrentUser by, List<Supervision> earlier) {
        if (!by.has(Role.SUPERVISOR) && !by.has(Role.DISPATCHER)) return no("platform-supervises");
        if (words.isBlank()) return no("words-missing");
        if (earlier.stream().anyMatch(s -> s.open() && s.escalatedAt() == null)) return no("one-is-open");
        boolean first = earlier.isEmpty();
        return switch (level) {
            case FIRST -> {
                if (!first) yield no("second-is-due");
                yield how == How.DOCUMENT ? no("first-by-phone-or-on-site") : Optional.empty();
            }
            case SECOND -> {
                if (first) yield no("first-comes-first");
                yield how == How.DOCUMENT ? Optional.empty() : no("second-by-document");
            }
        };
    }

    static Optional<Refused> answer(Supervision s, String words, @Nullable PaperRef signed, CurrentUser by) {
        boolean platform = by.has(Role.SUPERVISOR) || by.has(Role.DISPATCHER);
        boolean unit = s.unit().equals(by.unit());
        if (!unit && !(platform && s.level() == Level.FIRST)) return no("unit-answers");
        if (s.endedAt() != null) return no("order-left");
        if (!s.open()) return no("answered-already");
        if (words.isBlank()) return no("words-missing");
        return s.level() == Level.SECOND && signed == null ? no("signature-missing") : Optional.empty();
    }

    /** Whether a supervision has passed its limit unanswered and nobody has drawn the consequence yet. */
    static boolean escalates(Supervision s, Instant now) {
        return s.open() && s.escalatedAt() == null && !now.isBefore(s.due());
    }

    private static Optional<Refused> no(String words) {
        return Optional.of(new Refused(Clause.A16, "supervision.refused." + words));
    }
}
