package org.shouwen.shell;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.accounts.HeldAccounts;
import org.shouwen.accounts.SecondFactor;
import org.shouwen.problems.BadInput;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionFixationProtectionStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * What comes before anything else: the second factor where there is one, a password of one's own, and a second factor
 * for those who can see or change much.
 */
@Component
public class SignInFlow extends SavedRequestAwareAuthenticationSuccessHandler implements HandlerInterceptor {
    static final String SECOND_FACTOR = "AWAITS_SECOND_FACTOR";
    private static final String MUST_CHANGE = "mustChangePassword";
    private static final String MUST_ENROL = "mustEnrolSecondFactor";

    /**
     * A new session, not a new name for the old one: what the browser's other pages ask at this moment would write the
     * old name back.
     */
    private static final SessionAuthenticationStrategy ANEW = new SessionFixationProtectionStrategy();

    private final Accounts accounts;
    private final SecondFactor secondFactor;
    private final InstantSource clock;
    private final HeldAccounts held;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SignInFlow(Accounts accounts, SecondFactor secondFactor, InstantSource clock, HeldAccounts held) {
        this.held = held;
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.clock = clock;
        setDefaultTargetUrl("/home");
    }

    /** The session is the person's from here on, as far as they have proved who they are. */
    public void enter(CurrentUser person, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        enter(secondFactor.has(person.account()) ? awaiting(person) : whole(person), request, response);
    }

    /** Two factors at once were right. */
    public void enterWhole(CurrentUser person, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        enter(whole(person.twice()), request, response);
    }

    /** The second factor was right. */
    public void pass(CurrentUser awaiting, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        enterWhole(accounts.get(awaiting.account()).signedIn(), request, response);
    }

    private void enter(Authentication authentication, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        keep(authentication, request, response);
        onAuthenticationSuccess(request, response, authentication);
    }

    private void keep(Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        ANEW.onAuthentication(authentication, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** Known by one factor only: no role yet. */
    static Authentication awaiting(CurrentUser person) {
        CurrentUser without = new CurrentUser(person.account(), person.login(), person.name(), null, null, Set.of());
        return UsernamePasswordAuthenticationToken.authenticated(
                without, null, List.of(new SimpleGrantedAuthority(SECOND_FACTOR)));
    }

    static Authentication whole(CurrentUser person) {
        List<SimpleGrantedAuthority> roles = person.roles().stream()
                .map(r -> new SimpleGrantedAuthority(r.name()))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(person, null, roles);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (authentication.getPrincipal() instanceof CurrentUser person && !held.person(person.account())) {
            request.getSession().invalidate();
            SecurityContextHolder.clearContext();
            response.sendRedirect(request.getContextPath() + "/sign-in?changed");
            return;
        }
        if (awaitsSecondFactor(authentication)) {
            SessionGuard.bind(request);
            response.sendRedirect(request.getContextPath() + "/sign-in/second");
            return;
        }
        if (authentication.getPrincipal() instanceof CurrentUser person) {
            SessionGuard.bind(request, person, clock.instant());
            if (accounts.get(person.account()).mustChange())
                request.getSession().setAttribute(MUST_CHANGE, true);
            if (person.sensitive() && !secondFactor.has(person.account()) && !accounts.demonstrates(person.account()))
                request.getSession().setAttribute(MUST_ENROL, true);
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        HttpSession session = request.getSession(false);
        if (session == null) return true;
        boolean change = session.getAttribute(MUST_CHANGE) != null;
        boolean enrol = session.getAttribute(MUST_ENROL) != null
                && !request.getRequestURI().equals(request.getContextPath() + "/second-factor");
        if (!change && !enrol) return true;
        if (request.getHeader("HX-Request") != null) { // a part of a page: nothing to put there
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return false;
        }
        response.sendRedirect(request.getContextPath() + (change ? "/password" : "/second-factor"));
        return false;
    }

    /**
     * Another way of signing in is added, or one taken away, only by whoever has just proved who they are.
     *
     * @throws BadInput when that is too long ago
     */
    public void requireFresh(HttpSession session) {
        if (!fresh(session)) throw new BadInput("session", "site.bad.sign-in-again");
    }

    /** Whether the person has just proved who they are. */
    public boolean fresh(HttpSession session) {
        return SessionGuard.fresh(session, clock.instant());
    }

    /** The session is free from here on. */
    public static void changed(HttpSession session) {
        session.removeAttribute(MUST_CHANGE);
    }

    /** A second factor is there now, and its first code was right. */
    public void enrolled(CurrentUser person, HttpServletRequest request, HttpServletResponse response) {
        request.getSession().removeAttribute(MUST_ENROL);
        keep(whole(person.twice()), request, response);
    }

    /** The password was right; nothing is open before the second factor. */
    public static boolean awaitsSecondFactor(@Nullable Authentication authentication) {
        return authentication != null
                && authentication.getAuthorities().stream().anyMatch(a -> SECOND_FACTOR.equals(a.getAuthority()));
    }
}
