package org.shouwen.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import org.shouwen.accounts.CurrentUser;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A session belongs to the browser that it was opened in, and for those who can see or change much also to its address;
 * carried elsewhere it is worth nothing. Theirs end after half an hour without work, and every one after twelve hours; a
 * clock that is set back by less lets them go on.
 */
final class SessionGuard extends OncePerRequestFilter {
    private static final String BOUND = "boundTo";
    private static final String TO_ADDRESS = "boundToAddress";
    private static final String PROVED_AT = "provedAt";
    private static final String WORKED = "workedAt";

    /** What a page that lies open asks by itself, which is nobody's work. */
    private static final Set<String> BY_ITSELF =
            Set.of("/desk/alarms/strip", "/desk/intake/ringing", "/desk/intake/speech");

    private static final Duration SHORT = Duration.ofMinutes(30);
    private static final Duration LONG = Duration.ofHours(4);
    private static final Duration LONGEST = Duration.ofHours(12);

    /** How long after signing in another way of signing in can be added. */
    private static final Duration FRESH = Duration.ofMinutes(15);

    /** Half-way through signing in: only here, and not for long. */
    static void bind(HttpServletRequest request) {
        bind(request, true);
    }

    static void bind(HttpServletRequest request, CurrentUser person, Instant now) {
        bind(request, person.sensitive());
        request.getSession().setAttribute(PROVED_AT, now);
    }

    private static void bind(HttpServletRequest request, boolean sensitive) {
        HttpSession session = request.getSession();
        session.setAttribute(TO_ADDRESS, sensitive);
        session.setAttribute(BOUND, mark(request, sensitive));
        session.setAttribute(WORKED, session.getLastAccessedTime());
        session.setMaxInactiveInterval((int) (sensitive ? SHORT : LONG).toSeconds());
    }

    /** Whether the person has just proved who they are. */
    static boolean fresh(HttpSession session, Instant now) {
        return session.getAttribute(PROVED_AT) instanceof Instant at
                && now.isBefore(at.plus(FRESH))
                && now.isAfter(at.minus(FRESH)); // a clock that was set back proves nothing for longer
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(BOUND) instanceof String bound
                && (!bound.equals(mark(request, Boolean.TRUE.equals(session.getAttribute(TO_ADDRESS))))
                        || Math.abs(session.getLastAccessedTime() - session.getCreationTime()) > LONGEST.toMillis()
                        || idle(session, request))) {
            session.invalidate();
            if (request.getHeader("HX-Request") == null && request.getMethod().equals("POST")) {
                chain.doFilter(
                        request, response); // without a session: what was typed is shown again, and nothing is done
                return;
            }
            if (request.getHeader("HX-Request") != null) response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            else response.sendRedirect(request.getContextPath() + BackToSignIn.ENDED);
            return;
        }
        if (session == null && request.getRequestedSessionId() != null && sentByItself(request)) {
            // looking at its token would make a session, in the place of the one in which somebody signs in meanwhile
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        chain.doFilter(request, response);
        // an error may still get its page, with whoever asked in its head
        if (response.isCommitted() && response.getStatus() < 400 && !request.isAsyncStarted())
            SessionCookie.answered(request);
    }

    private static boolean sentByItself(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null && !request.getMethod().equals("GET");
    }

    private static boolean idle(HttpSession session, HttpServletRequest request) {
        long now = session.getLastAccessedTime();
        long worked = session.getAttribute(WORKED) instanceof Long at ? at : session.getCreationTime();
        if (now - worked > 1000L * session.getMaxInactiveInterval()) return true;
        boolean setBack = worked - now > 60_000; // else a page that lies open would be work until the clock caught up
        if (setBack || (!BY_ITSELF.contains(request.getServletPath()) && now - worked > 60_000))
            session.setAttribute(WORKED, now);
        return false;
    }

    private static String mark(HttpServletRequest request, boolean address) {
        try {
            String of = request.getHeader("User-Agent") + (address ? "|" + request.getRemoteAddr() : "");
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
