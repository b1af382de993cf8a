package org.shouwen.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.util.StringUtils;

/**
 * Writes and reads the cookie that names a session. A part of a page (htmx: {@code HX-Request}) that was sent with a
 * cookie never sets or clears one. It may still be under way when somebody signs in on another page of the same
 * browser: the session it began with is gone by the time its answer is written, an error page would open a new one, and
 * that cookie would take the place of the signed-in one. Whoever had just signed in would stand before the sign-in page.
 */
final class SessionCookie extends DefaultCookieSerializer {
    SessionCookie(String name, String sameSite) {
        setCookieName(name);
        setSameSite(StringUtils.capitalize(sameSite)); // as the attribute is written: Lax
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        if (!partOfAPage(value.getRequest())) super.writeCookieValue(value);
    }

    private boolean partOfAPage(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null
                && !readCookieValues(request).isEmpty();
    }
}
