package org.shouwen.shell.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.shouwen.accounts.Account;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.accounts.Passkeys;
import org.shouwen.problems.BadInput;
import org.shouwen.shell.SignInFlow;
import org.shouwen.throttle.Throttle;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Signing in with a passkey, and making one; the page's script carries what the browser and we say to each other. */
@Controller
class PasskeyScreens {
    private static final String ASKED = "passkeyAsked";
    private static final int FREE_FAILURES = 20; // an office has one address and many people

    private final Passkeys passkeys;
    private final SignInFlow entrance;
    private final Throttle throttle;

    PasskeyScreens(Passkeys passkeys, SignInFlow entrance, Throttle throttle) {
        this.passkeys = passkeys;
        this.entrance = entrance;
        this.throttle = throttle;
    }

    /** Where the page is, as the browser names it. */
    static String origin() {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .replacePath(null)
                .build()
                .toUriString();
    }

    @PostMapping(path = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String challenge(HttpSession session) {
        PublicKeyCredentialRequestOptions options = passkeys.challenge(origin());
        session.setAttribute(ASKED, options);
        return passkeys.write(options);
    }

    @PostMapping(path = "/sign-in/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
    void signIn(
            @RequestBody String credential,
            HttpSession session,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        String from = request.getRemoteAddr();
        Object asked = session.getAttribute(ASKED);
        session.removeAttribute(ASKED);
        boolean waits = throttle.wait("passkey", from).isPositive();
        Optional<Account> account = !waits && asked instanceof PublicKeyCredentialRequestOptions options
                ? passkeys.account(origin(), options, credential)
                : Optional.empty();
        if (account.isPresent()) {
            entrance.enterWhole(account.get().signedIn(), request, response);
        } else {
            throttle.failed("passkey", from, FREE_FAILURES);
            response.setStatus(waits ? 429 : 422);
        }
    }

    @PostMapping(path = "/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String ask(@AuthenticationPrincipal CurrentUser me, HttpSession session) {
        entrance.requireFresh(session);
        PublicKeyCredentialCreationOptions options = passkeys.ask(me, origin());
        session.setAttribute(ASKED, options);
        return passkeys.write(options);
    }

    @PostMapping(path = "/passkeys", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String add(
            @RequestBody String credential,
            @RequestParam(defaultValue = "") String label,
            @AuthenticationPrincipal CurrentUser me,
            HttpSession session) {
        Object asked = session.getAttribute(ASKED);
        session.removeAttribute(ASKED);
        if (!(asked instanceof PublicKeyCredentialCreationOptions options))
            throw new BadInput("passkey", "accounts.bad.passkey");
        passkeys.add(me, origin(), options, credential, label);
        return "";
    }

    @PostMapping("/passkeys/removals")
    String remove(
            @RequestParam(defaultValue = "") String id, @AuthenticationPrincipal CurrentUser me, HttpSession session) {
        entrance.requireFresh(session);
        passkeys.remove(me, id);
        return "redirect:/second-factor";
    }
}
