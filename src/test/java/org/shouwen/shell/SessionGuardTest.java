package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** Half an hour without work ends a session, even when a page lies open and asks every few seconds. */
class SessionGuardTest {
    private static final int MINUTE = 60_000;

    /** Used at the moment that the test says, in milliseconds after it was opened. */
    private static final class Used extends MockHttpSession {
        private long at;

        @Override
        public long getLastAccessedTime() {
            return getCreationTime() + at;
        }
    }

    private final Used session = new Used();
    private final MockHttpServletRequest opened = at("/sign-in", 0);

    private MockHttpServletRequest at(String path, int minute) {
        session.at = (long) minute * MINUTE;
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setSession(session);
        return request;
    }

    private boolean letIn(String path, int minute) throws Exception {
        MockFilterChain chain = new MockFilterChain();
        new SessionGuard().doFilter(at(path, minute), new MockHttpServletResponse(), chain);
        return chain.getRequest() != null;
    }

    @Test
    void what_a_page_asks_by_itself_is_no_work() throws Exception {
        SessionGuard.bind(opened);
        for (int minute = 1; minute <= 30; minute++) {
            assertThat(letIn("/desk/alarms/strip", minute)).isTrue();
            assertThat(letIn("/desk/intake/ringing", minute)).isTrue();
        }
        MockHttpServletRequest late = at("/desk/alarms/strip", 31);
        late.addHeader("HX-Request", "true");
        MockHttpServletResponse answer = new MockHttpServletResponse();
        new SessionGuard().doFilter(late, answer, new MockFilterChain());
        assertThat(answer.getStatus())
                .as("no form for signing in within the page")
                .isEqualTo(401);
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void nor_does_it_make_the_time_without_work_longer() throws Exception {
        SessionGuard.bind(opened);
        assertThat(letIn("/desk/alarms/strip", 29)).isTrue();
        assertThat(letIn("/desk/intake", 58)).isFalse();
    }

    @Test
    void what_a_page_sends_after_its_session_has_ended_makes_no_new_one() throws Exception {
        MockHttpServletRequest draft = new MockHttpServletRequest("POST", "/desk/intake/draft");
        draft.addHeader("HX-Request", "true");
        draft.setRequestedSessionId("gone");
        MockHttpServletResponse answer = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        new SessionGuard().doFilter(draft, answer, chain);
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(chain.getRequest()).isNull();
        assertThat(draft.getSession(false)).isNull();
    }

    @Test
    void a_clock_that_is_set_back_neither_ends_it_nor_lets_an_open_page_count_as_work() throws Exception {
        SessionGuard.bind(opened);
        assertThat(letIn("/desk/intake", 20)).isTrue();
        assertThat(letIn("/desk/alarms/strip", -100)).as("two hours back").isTrue();
        assertThat(letIn("/desk/alarms/strip", -71)).isTrue();
        assertThat(letIn("/desk/alarms/strip", -69)).isFalse();
    }

    @Test
    void a_clock_that_is_set_back_by_more_than_a_day_of_work_ends_it() throws Exception {
        SessionGuard.bind(opened);
        assertThat(letIn("/desk/intake", -13 * 60)).isFalse();
    }

    @Test
    void work_keeps_it_open() throws Exception {
        SessionGuard.bind(opened);
        for (int minute = 1; minute <= 11 * 60; minute++)
            assertThat(letIn(minute % 25 == 0 ? "/desk/intake/draft" : "/desk/alarms/strip", minute))
                    .isTrue();
        assertThat(letIn("/desk/intake/draft", 12 * 60 + 1)).isFalse();
    }
}
