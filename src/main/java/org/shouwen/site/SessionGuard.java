package org.shouwen.site;

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
import java.util.HexFormat;
import org.shouwen.accounts.SignedIn;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A session belongs to the browser that it was opened in, and for those who can see or change much also to its address;
 * carried elsewhere it is worth nothing. Theirs end after half an hour without work.
 */
final class SessionGuard extends OncePerRequestFilter {
    private static final String BOUND = "boundTo";
    private static final String TO_ADDRESS = "boundToAddress";
    private static final Duration SHORT = Duration.ofMinutes(30);

    static void bind(HttpServletRequest request, SignedIn person) {
        HttpSession session = request.getSession();
        boolean sensitive = person.sensitive();
        session.setAttribute(TO_ADDRESS, sensitive);
        session.setAttribute(BOUND, mark(request, sensitive));
        if (sensitive) session.setMaxInactiveInterval((int) SHORT.toSeconds());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(BOUND) instanceof String bound
                && !bound.equals(mark(request, Boolean.TRUE.equals(session.getAttribute(TO_ADDRESS))))) {
            session.invalidate();
            response.sendRedirect(request.getContextPath() + "/sign-in");
            return;
        }
        chain.doFilter(request, response);
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
