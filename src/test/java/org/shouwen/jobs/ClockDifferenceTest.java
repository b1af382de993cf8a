package org.shouwen.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shouwen.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** How far the database's clock is from this machine's is told as it was measured for recurring work. */
class ClockDifferenceTest {
    private final DataSource database = TestDatabase.dataSource(TestDatabase.create());

    private double told(InstantSource machine, DataSource source) {
        return new ClockWatch(machine, machine, JdbcClient.create(source), List.of())
                .at(Instant.EPOCH).stream()
                        .filter(g -> g.name().equals("shouwen_clock_difference_seconds"))
                        .findFirst()
                        .orElseThrow()
                        .value();
    }

    @Test
    void a_clock_that_is_behind_is_told_and_one_that_is_right_is_not() {
        assertThat(told(InstantSource.system(), database)).isBetween(-5.0, 5.0);
        assertThat(told(() -> InstantSource.system().instant().minusSeconds(60), database))
                .isBetween(55.0, 65.0);
    }

    @Test
    void a_busy_pool_is_no_wrong_clock() {
        AtomicReference<Instant> machine =
                new AtomicReference<>(InstantSource.system().instant().minusSeconds(20));
        DataSource busy = new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                machine.updateAndGet(t -> t.plus(Duration.ofSeconds(20)));
                return super.getConnection();
            }
        };
        assertThat(told(machine::get, busy)).isBetween(-5.0, 5.0);
    }
}
