package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

/** A database that went away is told from a fault of ours. */
class DatabaseLossTest {
    private static Throwable within(SQLException e) {
        return new IllegalStateException("outer", new RuntimeException("inner", e));
    }

    @Test
    void a_broken_connection_a_server_that_stops_and_a_pool_that_waited_in_vain_are_losses() {
        for (String state : new String[] {"08006", "08001", "57P01", "57P02", "57P03"})
            assertThat(DatabaseLoss.in(within(new SQLException("x", state))))
                    .as(state)
                    .isTrue();
        assertThat(DatabaseLoss.in(within(new SQLTransientConnectionException("timed out"))))
                .isTrue();
    }

    @Test
    void so_is_what_could_not_be_rolled_back_since_the_connection_broke() {
        Exception outer = new IllegalStateException("Failed to rollback", new SQLException("Connection is closed"));
        assertThat(DatabaseLoss.in(outer)).isTrue();
        Exception suppressing = new IllegalStateException("other");
        suppressing.addSuppressed(within(new SQLException("x", "57P01")));
        assertThat(DatabaseLoss.in(suppressing)).isTrue();
    }

    @Test
    void what_a_statement_did_wrong_is_none() {
        for (String state : new String[] {"23505", "57014", "42703", "40001"})
            assertThat(DatabaseLoss.in(within(new SQLException("x", state))))
                    .as(state)
                    .isFalse();
        assertThat(DatabaseLoss.in(new IllegalStateException())).isFalse();
        assertThat(DatabaseLoss.in(null)).isFalse();
    }

    @Test
    void a_ring_of_causes_ends() {
        Exception one = new Exception("one");
        Exception two = new Exception("two", one);
        one.initCause(two);
        assertThat(DatabaseLoss.in(one)).isFalse();
    }
}
