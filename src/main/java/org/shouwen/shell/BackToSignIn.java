package org.shouwen.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Whoever opens a page without being signed in is led to the sign-in page; it says so when their session has ended. */
final class BackToSignIn extends LoginUrlAuthenticationEntryPoint {
    /** Where the page tells that the session has ended. */
    static final String ENDED = "/sign-in?ended";

    BackToSignIn() {
        super("/sign-in");
    }

    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid()
                ? ENDED
                : getLoginFormUrl();
    }
}
