package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shouwen.TestDatabase;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What is read of the database itself: its clock, and whether it takes writes. */
class DatabaseLookTest {
    private final String name = TestDatabase.create();
    private final DataSource database = TestDatabase.dataSource(name);

    @Test
    void a_busy_pool_is_no_wrong_clock() throws Exception {
        AtomicReference<Instant> machine =
                new AtomicReference<>(InstantSource.system().instant().minusSeconds(20));
        DataSource busy = new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                machine.updateAndGet(t -> t.plus(Duration.ofSeconds(20)));
                return super.getConnection();
            }
        };
        assertThat(DatabaseLook.at(busy, machine::get).clockSeconds()).isBetween(-5.0, 5.0);
    }

    @Test
    void a_copy_that_only_reads_is_seen() throws Exception {
        assertThat(DatabaseLook.at(database, InstantSource.system()).replica()).isFalse();
        try (Connection db = database.getConnection();
                Statement sql = db.createStatement()) { // what a standby answers
            sql.execute("create schema standby");
            sql.execute(
                    "create function standby.pg_is_in_recovery() returns boolean language sql as $$ select true $$");
            sql.execute("alter database %s set search_path = standby, pg_catalog".formatted(name));
        }
        assertThat(DatabaseLook.at(database, InstantSource.system()).replica()).isTrue();
    }
}
