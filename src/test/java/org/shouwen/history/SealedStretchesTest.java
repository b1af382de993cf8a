package org.shouwen.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.keys.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
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
    RestoredSeals restored;

    @Autowired
    History history;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    Keys keys;

    @Autowired
    DriverManagerDataSource owner;

    private UUID anEntry(String text) {
        UUID subject = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> history.append(
                new Subject("template", subject),
                clock.instant(),
                Actor.SYSTEM,
                "Changed",
                "{\"v\":1,\"text\":\"" + text + "\"}"));
        return subject;
    }

    private List<String> notes() {
        return stretches.outside().noted().stream()
                .flatMap(some -> some.get().stream())
                .toList();
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

    /** A sealing that came after the theft covers only what was left; the note is what still proves the entry. */
    @Test
    void an_entry_taken_away_before_a_sealing_is_found_after_it_and_its_note_goes_when_it_stands_again() {
        anEntry("一");
        UUID taken = anEntry("二");
        String row = takeAway(taken);
        sealing.run();
        sealing.run();
        assertThat(stretches.findings(stretches.outside())).anyMatch(f -> f.contains(taken.toString()));
        putBack(row);
        assertThat(stretches.findings(stretches.outside())).isEmpty();
        assertThat(notes()).anyMatch(n -> n.contains(taken.toString()));
        sealing.run();
        assertThat(notes()).noneMatch(n -> n.contains(taken.toString()));
        assertThat(stretches.findings(stretches.outside())).isEmpty();
    }

    /** A store or a node that went on while the database was taken back knows of more; that is no theft. */
    @Test
    void notes_of_after_the_moment_of_a_restore_are_put_aside_and_the_others_stay() {
        sealing.run();
        UUID stays = anEntry("一");
        assertThat(restored.putNotesAside("aside-20261201-000000")).isZero();
        UUID later = anEntry("二");
        String row = takeAway(later);
        assertThat(restored.putNotesAside("aside-20261201-000000")).isOne();
        assertThat(notes()).noneMatch(n -> n.contains(later.toString())).anyMatch(n -> n.contains(stays.toString()));
        assertThat(stretches.findings(stretches.outside())).isEmpty();
        putBack(row);
    }

    /** @return what {@link #putBack} needs */
    private String takeAway(UUID subject) {
        String row = Objects.requireNonNull(new JdbcTemplate(owner)
                .queryForObject(
                        "select row_to_json(e) from history.entry e where subject_id = ?", String.class, subject));
        past("delete from history.entry where subject_id = ?", subject);
        return row;
    }

    private void putBack(String row) {
        past(
                "insert into history.entry overriding system value select * from json_populate_record(null::history.entry, ?::json)",
                row);
    }

    /** As the owner does who switches the triggers off. */
    private void past(String statement, Object value) {
        TransactionTemplate alone = new TransactionTemplate(new DataSourceTransactionManager(owner));
        alone.executeWithoutResult(_ -> {
            JdbcTemplate sql = new JdbcTemplate(owner);
            sql.execute("set local session_replication_role = replica");
            assertThat(sql.update(statement, value)).isOne();
        });
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
                new SealedStretches.Outside(lines, stretches.outside().noted()));
    }
}
