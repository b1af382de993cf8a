package org.shouwen.desk;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.identity.Phone;
import org.shouwen.problems.BadInput;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.search.AppealsOfNumber;
import org.springframework.stereotype.Component;

/**
 * The telephone number of a caller in the one box: looked up by its digest in the vault, for those who take calls, and on
 * record with what was found (Art. 21).
 */
@Component
@Basis(Clause.A21)
class AppealsByTelephone implements AppealsOfNumber {
    private static final Set<Role> TAKE_CALLS = EnumSet.of(Role.AGENT, Role.DISPATCHER);

    /** Fewer digits are a class, a year or the end of a number. */
    private static final int LEAST = 7;

    private final Callers callers;

    AppealsByTelephone(Callers callers) {
        this.callers = callers;
    }

    @Override
    public Optional<List<String>> ofNumber(String words, CurrentUser viewer) {
        if (!viewer.ofPlatform()
                || viewer.roles().stream().noneMatch(TAKE_CALLS::contains)
                || words.codePoints().filter(Character::isDigit).count() < LEAST) return Optional.empty();
        try {
            return Optional.of(callers.of(Phone.parse("words", words), viewer).earlier().stream()
                    .map(Appeal::number)
                    .toList());
        } catch (BadInput e) {
            return Optional.empty(); // no telephone number: words
        }
    }
}
