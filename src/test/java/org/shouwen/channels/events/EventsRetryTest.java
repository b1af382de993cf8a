package org.shouwen.channels.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;

/** Who fails is tried again and misses nothing; who fails for good is stopped until a person resumes it. */
@ShouwenTest
class EventsRetryTest extends ToldCity {
    @Test
    void who_fails_is_tried_again_later_and_misses_nothing() {
        endpoint.status = 500;
        cases.aCase();
        told();
        assertThat(endpoint.got).hasSize(1);
        told();
        assertThat(endpoint.got).as("not before its time").hasSize(1);
        assertThat(shown().state()).isEqualTo("failing");
        assertThat(shown().cursor().lastError()).isEqualTo("HTTP 500");
        endpoint.got.clear();
        endpoint.status = 204;
        clock.pass(Duration.ofSeconds(2));
        told();
        assertThat(endpoint.events()).isNotEmpty();
        assertThat(shown().state()).isEqualTo("told");
        assertThat(shown().waits()).isZero();
    }

    @Test
    void a_person_has_it_tried_again_at_once() throws Exception {
        endpoint.status = 500;
        cases.aCase();
        told();
        assertThat(ScreenClient.as(port, "admin").get("/admin/event-receivers").body())
                .contains("立即重试");
        endpoint.got.clear();
        endpoint.status = 204;
        receivers.resume(receiver.id(), ADMIN);
        told();
        assertThat(endpoint.events()).isNotEmpty();
    }

    @Test
    void who_says_that_it_is_gone_is_stopped_until_a_person_resumes_it() {
        endpoint.status = 410;
        cases.aCase();
        told();
        assertThat(shown().state()).isEqualTo("stopped");
        endpoint.status = 204;
        endpoint.got.clear();
        clock.pass(Duration.ofHours(2));
        told();
        assertThat(endpoint.got).isEmpty();
        receivers.resume(receiver.id(), ADMIN);
        told();
        assertThat(endpoint.events()).isNotEmpty();
        receivers.pause(receiver.id(), ADMIN);
        endpoint.got.clear();
        cases.aCase();
        told();
        assertThat(endpoint.got).as("paused by a person").isEmpty();
        receivers.resume(receiver.id(), ADMIN);
        told();
        assertThat(endpoint.events()).isNotEmpty();
        assertThat(receivers.renewSecret(receiver.id(), ADMIN)).isNotBlank();
    }

    @ParameterizedTest(name = "a node whose clock is {0} s from that of the database")
    @ValueSource(ints = {90, -90})
    void what_another_node_tells_is_its_own_until_its_lease_has_run_out(int away) {
        cases.aCase();
        clock.set(jdbc.sql("select clock_timestamp()")
                .query(Timestamp.class)
                .single()
                .toInstant()
                .plusSeconds(away));
        leasedByAnother(60);
        told();
        assertThat(endpoint.got).isEmpty();
        leasedByAnother(-1);
        told();
        assertThat(endpoint.events()).isNotEmpty();
    }

    private void leasedByAnother(int seconds) {
        jdbc.sql("""
                        update events.cursor set lease = gen_random_uuid(),
                            lease_until = clock_timestamp() + make_interval(secs => :seconds) where receiver = :id
                        """).param("seconds", seconds).param("id", receiver.id()).update();
    }

    private Receiver.Shown shown() {
        return receivers.all().stream()
                .filter(s -> s.receiver().id().equals(receiver.id()))
                .findFirst()
                .orElseThrow();
    }
}
