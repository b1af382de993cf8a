package org.shouwen.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.SignedIn;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** A password that somebody else set opens one page only: the one that changes it. */
@Component
public class FirstPassword extends SavedRequestAwareAuthenticationSuccessHandler implements HandlerInterceptor {
    private static final String MUST_CHANGE = "mustChangePassword";
    private final Accounts accounts;

    FirstPassword(Accounts accounts) {
        this.accounts = accounts;
        setDefaultTargetUrl("/home");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (authentication.getPrincipal() instanceof SignedIn person
                && accounts.get(person.account()).mustChange()) {
            request.getSession().setAttribute(MUST_CHANGE, true);
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        HttpSession session = request.getSession(false);
        if (session == null || session.getAttribute(MUST_CHANGE) == null) return true;
        if (request.getHeader("HX-Request") != null) { // a part of a page: nothing to put there
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return false;
        }
        response.sendRedirect(request.getContextPath() + "/password");
        return false;
    }

    /** The session is free from here on. */
    public static void changed(HttpSession session) {
        session.removeAttribute(MUST_CHANGE);
    }
}
