package org.shouwen.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work that a killed node had picked is not lost to it. */
@ShouwenTest
class KilledNodeTest {
    private static final String NAME = "of-a-killed-node";

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Test
    void what_a_killed_node_had_picked_is_done_within_half_a_minute() throws Exception {
        jdbc.sql("""
                        insert into jobs.own_thread_tasks (task_name, task_instance, execution_time, picked, picked_by,
                            last_heartbeat, version)
                        values (:name, 'recurring', now() - interval '13 seconds', true, 'a node that was killed',
                            now() - interval '13 seconds', 2)
                        """).param("name", NAME).update();
        CountDownLatch done = new CountDownLatch(1);
        OwnThreadJob job = new OwnThreadJob() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public Duration every() {
                return Duration.ofSeconds(1);
            }

            @Override
            public void run() {
                done.countDown();
            }
        };
        Jobs jobs = new Jobs(
                dataSource, List.of(job), Optional.empty(), new ClockWatch(InstantSource.system(), jdbc, List.of()));
        try {
            jobs.start();
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            jobs.stop();
        }
    }
}
