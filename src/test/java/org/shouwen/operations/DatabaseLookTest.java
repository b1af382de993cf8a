package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shouwen.TestDatabase;

/** What is read of the database itself: whether it takes writes. */
class DatabaseLookTest {
    private final String name = TestDatabase.create();
    private final DataSource database = TestDatabase.dataSource(name);

    @Test
    void a_copy_that_only_reads_is_seen() throws Exception {
        assertThat(DatabaseLook.replica(database)).isFalse();
        try (Connection db = database.getConnection();
                Statement sql = db.createStatement()) { // what a standby answers
            sql.execute("create schema standby");
            sql.execute(
                    "create function standby.pg_is_in_recovery() returns boolean language sql as $$ select true $$");
            sql.execute("alter database %s set search_path = standby, pg_catalog".formatted(name));
        }
        assertThat(DatabaseLook.replica(database)).isTrue();
    }
}
