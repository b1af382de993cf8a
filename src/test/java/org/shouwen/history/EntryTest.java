package org.shouwen.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ShouwenTest
class EntryTest {
    @Autowired
    History history;

    @Autowired
    Verification verification;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_moment_finer_than_the_database_keeps_still_bears_its_seal() {
        Instant fine = Instant.parse("2026-09-30T02:00:00.123456789Z");
        Subject subject = new Subject("test", UUID.randomUUID());
        transaction.executeWithoutResult(_ -> history.append(subject, fine, Actor.SYSTEM, "Tested", "{}"));
        assertThat(history.of(subject).getFirst().at()).isEqualTo(Instant.parse("2026-09-30T02:00:00.123456Z"));
        assertThat(verification.verify(_ -> {}).findings()).isEmpty();
    }
}
