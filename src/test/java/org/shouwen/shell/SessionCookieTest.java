package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** What a page sends by itself does not throw out whoever signs in beside it. */
class SessionCookieTest {
    private final MapSessionRepository sessions =
            new MapSessionRepository(new java.util.concurrent.ConcurrentHashMap<>());
    private final SessionRepositoryFilter<MapSession> filter = new SessionRepositoryFilter<>(sessions);

    SessionCookieTest() {
        CookieHttpSessionIdResolver resolver = new CookieHttpSessionIdResolver();
        resolver.setCookieSerializer(new SessionCookie("shouwen", "lax"));
        filter.setHttpSessionIdResolver(resolver);
    }

    /** What the answer sets, when the request brings the cookie of a session that is gone and asks for one. */
    private MockHttpServletResponse answer(boolean part, boolean cookie, boolean ends) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/desk/intake/answers");
        if (part) request.addHeader("HX-Request", "true");
        MapSession kept = sessions.createSession();
        if (ends) sessions.save(kept);
        if (cookie)
            request.setCookies(new Cookie(
                    "shouwen",
                    java.util.Base64.getEncoder()
                            .encodeToString(kept.getId().getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain(new jakarta.servlet.http.HttpServlet() {
            @Override
            protected void service(HttpServletRequest asked, HttpServletResponse answer) {
                asked.getSession().setAttribute("token", "x");
                if (ends) asked.getSession().invalidate();
            }
        }));
        return response;
    }

    @Test
    void a_part_of_a_page_opens_no_session_in_the_place_of_the_one_it_came_with() throws Exception {
        assertThat(answer(true, true, false).getHeaders("Set-Cookie")).isEmpty();
    }

    @Test
    void nor_does_it_take_the_cookie_away() throws Exception {
        assertThat(answer(true, true, true).getHeaders("Set-Cookie")).isEmpty();
        assertThat(answer(false, true, true).getHeader("Set-Cookie")).contains("Max-Age=0");
    }

    @Test
    void a_page_does_and_so_does_what_came_without_any() throws Exception {
        assertThat(answer(false, true, false).getHeader("Set-Cookie"))
                .startsWith("shouwen=")
                .contains("HttpOnly", "SameSite=Lax");
        assertThat(answer(true, false, false).getHeader("Set-Cookie")).startsWith("shouwen=");
    }
}
