package org.shouwen.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.util.StringUtils;

/**
 * Writes and reads the cookie that names a session. A part of a page (htmx: {@code HX-Request}) that was sent with a
 * cookie never sets or clears one. It may still be under way when somebody signs in on another page of the same
 * browser: the session it began with is gone by the time its answer is written, an error page would open a new one, and
 * that cookie would take the place of the signed-in one. Whoever had just signed in would stand before the sign-in page.
 */
final class SessionCookie extends DefaultCookieSerializer {
    private static final String ANSWERED = SessionCookie.class.getName() + ".answered";

    SessionCookie(String name, String sameSite) {
        setCookieName(name);
        setSameSite(StringUtils.capitalize(sameSite)); // as the attribute is written: Lax
    }

    /**
     * From here on the request has no cookie: the filter of sessions has saved its session when the answer began, and
     * would read it from the database again at the end, for nothing.
     */
    static void answered(HttpServletRequest request) {
        request.setAttribute(ANSWERED, true);
    }

    private static boolean isAnswered(HttpServletRequest request) {
        return request.getAttribute(ANSWERED) != null;
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return isAnswered(request) ? List.of() : super.readCookieValues(request);
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        if (!isAnswered(value.getRequest()) && !partOfAPage(value.getRequest())) super.writeCookieValue(value);
    }

    private boolean partOfAPage(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null
                && !readCookieValues(request).isEmpty();
    }
}
