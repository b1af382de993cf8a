package org.shouwen.accountability;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.regulation.Pure;

/**
 * The persons of a case's procedure: nobody opens, hears and finds alone, and the unit answers and reads.
 *
 * @param opener account of who opened it; null when the system did
 * @param told when the unit was told: with the opening
 * @param answered who of the unit answered last in writing; {@code answer} what
 * @param hearer who of the Bureau heard the unit
 * @param finder who of the Bureau found
 * @param read who of the unit read the finding
 */
@Pure
public record Steps(
        @Nullable UUID opener,
        @Nullable Instant told,
        @Nullable By answered,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String answer,
        @Nullable By hearer,
        @Nullable By finder,
        @Nullable By read) {
    /** A person of the procedure, under the name that held then. */
    public record By(UUID account, String name, Instant at) {
        static By of(CurrentUser person, Instant at) {
            return new By(person.account(), person.name(), at);
        }

        boolean is(CurrentUser person) {
            return account.equals(person.account());
        }
    }

    static Steps opened(@Nullable UUID opener, Instant at) {
        return new Steps(opener, at, null, "", null, null, null);
    }

    Steps answered(By by, String words) {
        return new Steps(opener, told, by, words, hearer, finder, read);
    }

    Steps heard(By by) {
        return new Steps(opener, told, answered, answer, by, finder, read);
    }

    Steps found(By by) {
        return new Steps(opener, told, answered, answer, hearer, by, read);
    }

    Steps read(By by) {
        return new Steps(opener, told, answered, answer, hearer, finder, by);
    }
}
