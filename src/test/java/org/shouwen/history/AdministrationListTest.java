package org.shouwen.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.upgrade.Golden;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The auditor's list of administration: a restore stands on it, and its partial index holds the kinds that it asks for. */
@ShouwenTest
class AdministrationListTest {
    private static final Pattern WORD = Pattern.compile("'([a-z_]+)'");

    @Autowired
    History history;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_restore_stands_on_the_list() {
        clock.set("2026-11-20T10:00");
        String said = Golden.entry("installation/Restored").toString();
        transaction.executeWithoutResult(_ ->
                history.append(Subject.of("installation", "home"), clock.instant(), Actor.SYSTEM, "Restored", said));
        assertThat(history.administration(null, 200).items())
                .filteredOn(e -> e.subject().kind().equals("installation"))
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.type()).isEqualTo("Restored"));
    }

    @Test
    void the_index_holds_the_kinds_that_the_list_asks_for() throws Exception {
        String source = Files.readString(Path.of("src/main/java/org/shouwen/history/HistoryStore.java"));
        String asked = source.substring(source.indexOf("Page<Recorded> administration("));
        String index = jdbc.sql("select indexdef from pg_indexes where schemaname = 'history' and indexname = :name")
                .param("name", "entry_administration")
                .query(String.class)
                .single();
        assertThat(words(index)).contains("installation").isEqualTo(words(asked.substring(0, asked.indexOf(';'))));
    }

    private static List<String> words(String sql) {
        return WORD.matcher(sql).results().map(m -> m.group(1)).toList();
    }
}
