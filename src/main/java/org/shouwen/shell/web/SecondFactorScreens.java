package org.shouwen.shell.web;

import io.nayuki.qrcodegen.QrCode;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.accounts.Passkeys;
import org.shouwen.accounts.SecondFactor;
import org.shouwen.problems.Forms;
import org.shouwen.shell.SignInFlow;
import org.shouwen.throttle.Throttle;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second step of signing in, and setting up the authenticator. */
@Controller
class SecondFactorScreens {
    private static final int FREE_FAILURES = 5;
    private final SecondFactor secondFactor;
    private final Passkeys passkeys;
    private final SignInFlow entrance;
    private final Throttle throttle;
    private final Forms forms;

    SecondFactorScreens(
            SecondFactor secondFactor, Passkeys passkeys, SignInFlow entrance, Throttle throttle, Forms forms) {
        this.secondFactor = secondFactor;
        this.passkeys = passkeys;
        this.entrance = entrance;
        this.throttle = throttle;
        this.forms = forms;
    }

    @GetMapping("/sign-in/second")
    String ask(@Nullable Authentication who) {
        return SignInFlow.awaitsSecondFactor(who) ? "shell/second" : "redirect:/sign-in";
    }

    @PostMapping("/sign-in/second")
    @Nullable
    String check(
            @RequestParam(defaultValue = "") String code,
            @Nullable Authentication who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws ServletException, IOException {
        if (!SignInFlow.awaitsSecondFactor(who) || who == null || !(who.getPrincipal() instanceof CurrentUser person))
            return "redirect:/sign-in";
        String account = person.account().toString();
        if (throttle.take("second", account, FREE_FAILURES).isPositive())
            return again(model, response, "site.sign-in.wait", 429);
        if (!secondFactor.passes(person.account(), code)) return again(model, response, "site.second.wrong", 422);
        throttle.succeeded("second", account);
        entrance.pass(person, request, response);
        return null;
    }

    private static String again(Model model, HttpServletResponse response, String key, int status) {
        response.setStatus(status);
        model.addAttribute("wrong", key);
        return "shell/second";
    }

    @GetMapping("/second-factor")
    String show(@AuthenticationPrincipal CurrentUser me, HttpSession session, Model model) {
        model.addAttribute("fresh", entrance.fresh(session));
        model.addAttribute("has", secondFactor.has(me.account()));
        model.addAttribute("passkeys", passkeys.of(me.account()));
        model.addAttribute("usable", passkeys.usableAt(PasskeyScreens.origin()));
        if (!secondFactor.has(me.account())) {
            String address = secondFactor.begin(me);
            model.addAttribute("picture", picture(address));
            model.addAttribute(
                    "secret", address.replaceAll(".*secret=([A-Z2-7]+).*", "$1").replaceAll("(.{4})", "$1 "));
        }
        return "shell/second-factor";
    }

    @PostMapping("/second-factor")
    String confirm(
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal CurrentUser me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        HttpSession session = request.getSession();
        boolean refused = forms.refused(model, () -> {
            entrance.requireFresh(session);
            model.addAttribute("codes", secondFactor.confirm(me, code, session.getId()));
        });
        if (!refused) entrance.enrolled(me, request, response);
        return show(me, request.getSession(), model);
    }

    /** As a picture within the page: nothing of it goes through an address. */
    private static String picture(String address) {
        QrCode qr = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        int side = qr.size + 8;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < qr.size; y++)
            for (int x = 0; x < qr.size; x++)
                if (qr.getModule(x, y)) path.append("M%d,%dh1v1h-1z".formatted(x + 4, y + 4));
        String svg =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"><path fill=\"#fff\" d=\"M0,0h%dv%dH0z\"/><path d=\"%s\"/></svg>"
                        .formatted(side, side, side, side, path);
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }
}
