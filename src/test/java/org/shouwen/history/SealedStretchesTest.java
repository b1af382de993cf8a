package org.shouwen.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.keys.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Ruling 11: a line of a sealing that is not in the database is excused by the journal alone. */
@ShouwenTest
class SealedStretchesTest {
    @Autowired
    Sealing sealing;

    @Autowired
    SealStore seals;

    @Autowired
    SealedStretches stretches;

    @Autowired
    History history;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    Keys keys;

    private void anEntry(String text) {
        transaction.executeWithoutResult(_ -> history.append(
                new Subject("template", UUID.randomUUID()),
                clock.instant(),
                Actor.SYSTEM,
                "Changed",
                "{\"v\":1,\"text\":\"" + text + "\"}"));
    }

    @Test
    void a_line_that_a_crash_broke_off_is_no_finding_as_long_as_the_journal_bears_it() {
        anEntry("一");
        anEntry("二");
        sealing.run();
        Sealing.Sealed last = seals.last();
        Sealing.Sealed before = seals.all().stream()
                .filter(s -> s.no() == last.no() - 1)
                .findFirst()
                .orElse(new Sealing.Sealed(0, 0, 0, new byte[0], new byte[0]));
        SealStore.Stretch part = seals.stretch(before.through(), last.through() - 1);
        assertThat(part.entries()).isPositive();
        assertThat(findingsBeside(broken(last, before, part.entries(), part.digest())))
                .isEmpty();
        assertThat(findingsBeside(broken(last, before, part.entries() + 1, new byte[32])))
                .as("what it had sealed was taken away, and the rest sealed under its number")
                .isNotEmpty();
        assertThat(findingsBeside(last.no() + " torn")).isNotEmpty();
    }

    private String broken(Sealing.Sealed last, Sealing.Sealed before, long entries, byte[] digest) {
        byte[] bears = new Seal(keys.key("history")).of(before.seal(), last.through() - 1, digest);
        return new Sealing.Sealed(last.no(), last.through() - 1, entries, digest, bears).line();
    }

    /** With this line before the one that was made in its place. */
    private List<String> findingsBeside(String line) {
        List<String> lines = new ArrayList<>(stretches.outside().lines());
        lines.add(lines.size() - 1, line);
        return stretches.findings(
                new SealedStretches.Outside(lines, stretches.outside().notes()));
    }
}
