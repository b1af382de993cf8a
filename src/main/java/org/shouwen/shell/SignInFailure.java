package org.shouwen.shell;

import org.springframework.security.authentication.LockedException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the sign-in page with the login still typed; which of the two was wrong is not said. */
final class SignInFailure {
    static final AuthenticationFailureHandler HANDLER = (request, response, why) -> {
        String login = request.getParameter("username");
        request.getSession().setAttribute("signInLogin", login == null ? "" : login.strip());
        response.sendRedirect(
                request.getContextPath() + "/sign-in?" + (why instanceof LockedException ? "wait" : "failed"));
    };

    private SignInFailure() {}
}
