package org.shouwen.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.shouwen.shell.SessionOver;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** A form that came after its session had ended, filled as it was sent. */
@Controller
class SessionOverScreens {
    @RequestMapping(SessionOver.PAGE)
    String show(HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!(request.getAttribute(SessionOver.FORM) instanceof SessionOver.Form form)) return "redirect:/";
        boolean signedIn =
                SessionOver.signedIn(SecurityContextHolder.getContext().getAuthentication());
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        model.addAttribute("form", form);
        model.addAttribute("mustSignIn", form.staff() && !signedIn);
        return "shell/session-over";
    }
}
