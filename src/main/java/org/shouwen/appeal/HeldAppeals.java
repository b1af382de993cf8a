package org.shouwen.appeal;

import java.util.List;
import org.shouwen.history.HeldRowCheck;
import org.shouwen.history.History;
import org.shouwen.history.Recorded;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.stereotype.Component;

/**
 * Holds an appeal's row against its history before it is decided, reviewed or corrected: words that were changed past the
 * product would else be digested anew with the act (ruling 11).
 */
@Component
class HeldAppeals {
    private static final String TABLE = "intake.appeal";

    private final KeptAppeals kept;
    private final AppealVerifier verifier;
    private final History history;
    private final HeldRowCheck check;
    private final UnitScope scope;

    HeldAppeals(KeptAppeals kept, AppealVerifier verifier, History history, HeldRowCheck check, UnitScope scope) {
        this.scope = scope;
        this.kept = kept;
        this.verifier = verifier;
        this.history = history;
        this.check = check;
    }

    /**
     * @param locked as it was read under a lock
     * @throws org.shouwen.problems.ChangedOutside when it is not what its history makes it
     */
    Appeal require(Appeal locked) {
        if (scope.asPlatform(() -> stands(locked))) return locked;
        check.alarm(TABLE, locked.number(), locked.version());
        throw check.refuse(TABLE, locked.number());
    }

    private boolean stands(Appeal a) {
        List<Recorded> entries = history.of(a.subject());
        return !entries.isEmpty()
                && entries.getLast().seq() == a.version()
                && verifier.differences(kept.one(a.id()), entries, false).isEmpty();
    }
}
