package org.shouwen.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.accounts.Passkeys;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Forms;
import org.shouwen.shell.Menu;
import org.shouwen.shell.SignInFlow;
import org.shouwen.throttle.Throttle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sign-in, the first page and the own password. */
@Controller
class SiteScreens {
    /** Why somebody is shown the sign-in page again. */
    private static final List<String> TOLD =
            List.of("failed", "wait", "late", "out", "stranger", "provider", "changed", "ended");

    private static final int FREE_FAILURES = 10;

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final Throttle throttle;
    private final Forms forms;
    private final Menu menu;
    private final String issuer;

    SiteScreens(
            Accounts accounts,
            Passkeys passkeys,
            Throttle throttle,
            Forms forms,
            Menu menu,
            @Value("${shouwen.oidc.issuer:}") String issuer) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.throttle = throttle;
        this.forms = forms;
        this.menu = menu;
        this.issuer = issuer;
    }

    @GetMapping("/sign-in")
    String signIn(HttpServletRequest request, Model model) {
        HttpSession session = request.getSession(false);
        Object login = session == null ? null : session.getAttribute("signInLogin");
        model.addAttribute("login", login == null ? "" : login);
        for (String told : TOLD) model.addAttribute(told, request.getParameter(told) != null);
        model.addAttribute("provided", !issuer.isEmpty());
        model.addAttribute("passkeys", passkeys.usableAt(PasskeyScreens.origin()));
        model.addAttribute("demonstration", accounts.demonstration());
        return "shell/sign-in";
    }

    @GetMapping("/home")
    String home(@AuthenticationPrincipal CurrentUser me) {
        return "redirect:" + menu.firstPage(me);
    }

    @GetMapping("/password")
    String password(@AuthenticationPrincipal CurrentUser me, Model model) {
        model.addAttribute("mustChange", accounts.get(me.account()).mustChange());
        model.addAttribute("shortest", Accounts.shortestPassword(me));
        return "shell/password";
    }

    @PostMapping("/password")
    String changePassword(
            @AuthenticationPrincipal CurrentUser me,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String again,
            Model model,
            HttpSession session) {
        boolean refused = forms.refused(model, () -> {
            if (!fresh.equals(again)) throw new BadInput("again", "site.bad.passwords-differ");
            if (throttle.take("password", me.account().toString(), FREE_FAILURES)
                    .isPositive()) throw new BadInput("old", "site.sign-in.wait");
            accounts.changePassword(me.account(), old, fresh, session.getId(), me.actor());
        });
        if (refused) return password(me, model);
        throttle.succeeded("password", me.account().toString());
        SignInFlow.changed(session);
        return "redirect:" + menu.firstPage(me);
    }
}
