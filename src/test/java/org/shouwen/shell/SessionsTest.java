package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** A look at a page writes the session once a minute; what is said in it and how long it lasts are written at once. */
@ShouwenTest
class SessionsTest {
    @Autowired
    SessionRepository<? extends Session> sessions;

    @Autowired
    JdbcClient jdbc;

    private String id = "";
    private Instant opened = Instant.EPOCH;

    @BeforeEach
    void open() {
        open(sessions);
    }

    private <S extends Session> void open(SessionRepository<S> all) {
        S session = all.createSession();
        all.save(session);
        id = session.getId();
        opened = session.getLastAccessedTime().truncatedTo(ChronoUnit.MILLIS);
    }

    private <S extends Session> Session after(SessionRepository<S> all, Consumer<Session> change) {
        S session = Objects.requireNonNull(all.findById(id));
        change.accept(session);
        all.save(session);
        return Objects.requireNonNull(all.findById(session.getId()));
    }

    private Session looked(Duration later) {
        return after(sessions, s -> s.setLastAccessedTime(opened.plus(later)));
    }

    private String row() {
        return jdbc.sql("select xmin::text from accounts.spring_session where session_id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    @Test
    void looks_within_a_minute_write_nothing() {
        String row = row();
        assertThat(looked(Duration.ofSeconds(59)).getLastAccessedTime()).isEqualTo(opened);
        assertThat(row()).isEqualTo(row);
    }

    @Test
    void a_minute_later_it_is_written() {
        assertThat(looked(Duration.ofSeconds(61)).getLastAccessedTime()).isEqualTo(opened.plusSeconds(61));
    }

    @Test
    void and_so_it_is_when_the_clock_was_set_back() {
        assertThat(looked(Duration.ofSeconds(-5)).getLastAccessedTime()).isEqualTo(opened.minusSeconds(5));
    }

    @Test
    void how_long_it_lasts_is_written_at_once() {
        assertThat(after(sessions, s -> s.setMaxInactiveInterval(Duration.ofMinutes(7)))
                        .getMaxInactiveInterval())
                .isEqualTo(Duration.ofMinutes(7));
    }

    @Test
    void and_so_is_another_name_of_it() {
        String before = id;
        Session renamed = after(sessions, Session::changeSessionId);
        assertThat(renamed.getId()).isNotEqualTo(before);
        assertThat(sessions.findById(before)).isNull();
    }

    @Test
    void and_what_is_kept_in_it() {
        assertThat(after(sessions, s -> s.setAttribute("said", "试件")).<String>getAttribute("said"))
                .isEqualTo("试件");
    }
}
