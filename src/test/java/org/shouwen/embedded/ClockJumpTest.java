package org.shouwen.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A real product and its database, whose machine's clock jumps under them (Debian's faketime). */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClockJumpTest extends RealProcesses {
    private static final Path FAKETIME = Path.of("/usr/lib/"
            + System.getProperty("os.arch").replace("amd64", "x86_64") + "-linux-gnu/faketime/libfaketimeMT.so.1");

    private final List<String> acknowledged = new ArrayList<>();
    private Path clock;

    @BeforeAll
    void faketime() {
        assumeTrue(Files.exists(FAKETIME), "faketime is not installed");
        clock = folder.resolve("clock");
        jump("+0s");
    }

    @Override
    protected Map<String, String> surroundings() {
        return Map.of(
                "LD_PRELOAD",
                FAKETIME.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                clock.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1");
    }

    private void jump(String by) {
        try {
            Files.writeString(clock, by + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until the product itself says that its clock is as far from this one's. */
    private void awaitJumped(Duration by) {
        Awaitility.await().atMost(Duration.ofSeconds(PATIENCE_SECONDS)).until(() -> {
            HttpResponse<String> page = open(http, "/sign-in");
            assertThat(page.statusCode()).isEqualTo(200);
            Instant said = ZonedDateTime.parse(
                            page.headers().firstValue("Date").orElseThrow(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(Instant.now().plus(by), said).abs().toMinutes() < 5;
        });
    }

    @Test
    @Order(1)
    void two_days_forward_and_three_back_appeals_are_taken_and_numbered_once() throws Exception {
        awaitUp(start(home, port));
        acknowledged.addAll(post(3));
        jump("+2d");
        awaitJumped(Duration.ofDays(2));
        acknowledged.addAll(post(3));
        jump("-1d");
        awaitJumped(Duration.ofDays(-1));
        acknowledged.addAll(post(3));
        assertThat(acknowledged).hasSize(9).doesNotHaveDuplicates();
        assertThat(found(acknowledged)).isEqualTo(9);
    }

    @Test
    @Order(2)
    void jobs_go_on_after_a_jump_back_and_verify_finds_nothing() throws Exception {
        jump("+0s");
        awaitJumped(Duration.ZERO);
        acknowledged.addAll(post(1));
        Awaitility.await("a sealing after the jumps")
                .atMost(Duration.ofSeconds(2 * PATIENCE_SECONDS))
                .until(() -> sealed(acknowledged.getLast()));
        Process verify = launch(home, port, asWhom(), "verify");
        assertThat(verify.waitFor(3 * PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(verify.exitValue()).as(output(verify)).isZero();
        assertThat(output(running())).doesNotContain("\tat ");
    }

    /** Whether the newest entry of an appeal is covered by a seal. */
    private boolean sealed(String number) throws Exception {
        try (EmbeddedPostgres pg = EmbeddedPostgres.start(home, Map.of());
                var db = java.sql.DriverManager.getConnection(pg.jdbcUrl(), pg.user(), pg.password());
                var statement = db.prepareStatement("""
                    select coalesce((select max(through) from history.seal), 0) >= max(e.id) from history.entry e
                    join intake.appeal a on a.id = e.subject_id where a.number = ?
                    """)) {
            statement.setString(1, number);
            try (var rs = statement.executeQuery()) {
                return rs.next() && rs.getBoolean(1);
            }
        }
    }
}
