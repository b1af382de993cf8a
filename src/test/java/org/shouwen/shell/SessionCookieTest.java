package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
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
        filter.setHttpSessionIdResolver(resolver());
    }

    private static CookieHttpSessionIdResolver resolver() {
        CookieHttpSessionIdResolver resolver = new CookieHttpSessionIdResolver();
        resolver.setCookieSerializer(new SessionCookie("shouwen", "lax"));
        return resolver;
    }

    /** What the answer sets, when the request brings the cookie of a session that is gone and asks for one. */
    private MockHttpServletResponse answer(boolean part, boolean cookie, boolean ends) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/desk/intake/answers");
        if (part) request.addHeader("HX-Request", "true");
        MapSession kept = sessions.createSession();
        if (ends) sessions.save(kept);
        if (cookie) request.setCookies(cookie(kept));
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

    @Test
    void a_page_reads_its_session_once() throws Exception {
        assertThat(read(new SessionGuard())).isEqualTo(1);
        assertThat(read()).as("the filter alone reads it again at the end").isEqualTo(2);
    }

    @Test
    void the_page_of_an_error_still_knows_who_asked() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/orders/none");
        request.setCookies(cookie(sessions.createSession()));
        MockHttpServletResponse response = new MockHttpServletResponse();
        new SessionGuard().doFilter(request, response, (_, answer) -> ((HttpServletResponse) answer).sendError(404));
        assertThat(new SessionCookie("shouwen", "lax").readCookieValues(request))
                .hasSize(1);
    }

    private int read(jakarta.servlet.Filter... inner) throws Exception {
        AtomicInteger reads = new AtomicInteger();
        MapSessionRepository counted = new MapSessionRepository(new java.util.concurrent.ConcurrentHashMap<>()) {
            @Override
            public @Nullable MapSession findById(String id) {
                reads.incrementAndGet();
                return super.findById(id);
            }
        };
        SessionRepositoryFilter<MapSession> outer = new SessionRepositoryFilter<>(counted);
        outer.setHttpSessionIdResolver(resolver());
        MapSession kept = counted.createSession();
        counted.save(kept);
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/orders");
        request.setCookies(cookie(kept));
        outer.doFilter(
                request,
                new MockHttpServletResponse(),
                new MockFilterChain(
                        new jakarta.servlet.http.HttpServlet() {
                            @Override
                            protected void service(HttpServletRequest asked, HttpServletResponse answer)
                                    throws java.io.IOException {
                                asked.getSession();
                                answer.getWriter().write("page");
                                answer.flushBuffer();
                            }
                        },
                        inner));
        return reads.get();
    }

    private static Cookie cookie(MapSession session) {
        return new Cookie(
                "shouwen",
                java.util.Base64.getEncoder()
                        .encodeToString(session.getId().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
