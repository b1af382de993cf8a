package org.shouwen.workorder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Pure;

/**
 * What an assisting unit owes the lead unit (Art. 10.3, 13.5), with a limit of its own.
 *
 * @param contributedAt when it gave its first contribution; null while it owes one
 * @param overdue since when it is late; stays for ever
 */
@Basis({Clause.A10_3, Clause.A13_5})
@Pure
public record Contribution(
        UnitId unit,
        Due due,
        @Nullable Instant contributedAt,
        @Nullable Instant overdue) {
    boolean owed() {
        return contributedAt == null;
    }

    Contribution contributed(Instant at) {
        return owed() ? new Contribution(unit, due, at, overdue) : this;
    }

    Contribution late(Instant since) {
        return new Contribution(unit, due, contributedAt, since);
    }
}
