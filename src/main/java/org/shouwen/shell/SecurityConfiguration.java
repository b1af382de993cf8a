package org.shouwen.shell;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.shouwen.access.AccessRule;
import org.shouwen.access.Role;
import org.shouwen.accounts.Account;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.accounts.SecondFactor;
import org.shouwen.throttle.Throttle;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** Sessions for screens, tokens for the API; what is open to whom stands in {@link AccessTable}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication // commands have no screens to guard
public class SecurityConfiguration {
    /** So many wrong passwords in a row cost no waiting. */
    private static final int FREE_FAILURES = 5;

    private static final AccessDeniedHandlerImpl DENIED = new AccessDeniedHandlerImpl();

    private static final String CSP =
            "default-src 'self'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none';"
                    + " form-action 'self'; base-uri 'none'; object-src 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, AccessTable access, Accounts accounts, ApiErrors errors)
            throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> rules(requests, access.api()))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(errors::notSignedIn).accessDeniedHandler(errors::notAllowed))
                .addFilterBefore(new TokenFilter(accounts), UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(new UnitFilter(), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain screens(
            HttpSecurity http, AccessTable access, SignInFlow entrance, ObjectProvider<IdentityProvider> provider)
            throws Exception {
        provider.ifAvailable(p -> http.oauth2Login(p::configure));
        return http.authorizeHttpRequests(requests -> rules(requests, access.screens()))
                .formLogin(form ->
                        form.loginPage("/sign-in").successHandler(entrance).failureHandler(SignInFailure.HANDLER))
                .logout(out -> out.logoutRequestMatcher(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-out"))
                        .logoutSuccessUrl("/sign-in?out"))
                .csrf(c -> c.ignoringRequestMatchers(SessionOver::leftOpen))
                .exceptionHandling(e -> e.accessDeniedHandler(SecurityConfiguration::denied)
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(
                                        HttpStatus.UNAUTHORIZED), // a part of a page: no sign-in form inside it
                                request -> request.getHeader("HX-Request") != null)
                        .defaultAuthenticationEntryPointFor(new BackToSignIn(), AnyRequestMatcher.INSTANCE))
                .addFilterBefore(new SessionGuard(), CsrfFilter.class)
                .addFilterAfter(new UnitFilter(), AuthorizationFilter.class)
                .sessionManagement(s -> s.sessionFixation(f -> f.migrateSession()))
                .requestCache(c -> c.requestCache(pages()))
                .headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives(CSP))
                        .frameOptions(f -> f.deny())
                        .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(p -> p.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                        .crossOriginOpenerPolicy(c -> c.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(c -> c.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
                .build();
    }

    /** A sign-in page that has lain open too long is shown anew. */
    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException, ServletException {
        String signIn = request.getContextPath() + "/sign-in";
        if (e instanceof CsrfException && request.getRequestURI().equals(signIn))
            response.sendRedirect(signIn + "?late");
        else if (e instanceof CsrfException && SessionOver.came(request)) SessionOver.show(request, response);
        else DENIED.handle(request, response, e);
    }

    /** After signing in people go on where they were, when that was a page. */
    private static HttpSessionRequestCache pages() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> request.getMethod().equals("GET")
                && String.valueOf(request.getHeader("Accept")).contains("text/html"));
        return cache;
    }

    @Bean
    AuthenticationProvider signInByPassword(Accounts accounts, SecondFactor secondFactor, Throttle throttle) {
        Semaphore hashing = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication asked) {
                String login = asked.getName().strip().toLowerCase(Locale.ROOT);
                String from = asked.getDetails() instanceof WebAuthenticationDetails d ? d.getRemoteAddress() : "";
                if (throttle.wait("login", login).isPositive()
                        || throttle.wait("address", from).isPositive())
                    throw new LockedException("too many failures lately");
                Optional<Account> account = authenticated(login, from, asked);
                if (account.isEmpty()) {
                    throttle.failed("login", login, FREE_FAILURES);
                    throttle.failed("address", from, 10 * FREE_FAILURES); // an office has one address and many people
                    throw new BadCredentialsException("login or password is wrong");
                }
                throttle.succeeded("login", login);
                CurrentUser person = account.get().signedIn();
                return secondFactor.has(person.account()) ? SignInFlow.awaiting(person) : SignInFlow.whole(person);
            }

            // hashing a password takes a processor's time: a flood of guesses must not take all of it
            private Optional<Account> authenticated(String login, String from, Authentication asked) {
                boolean mine = false;
                try {
                    mine = hashing.tryAcquire(2, TimeUnit.SECONDS);
                    if (!mine
                            || throttle.wait("login", login).isPositive()
                            || throttle.wait("address", from).isPositive())
                        throw new LockedException("too many at once");
                    return accounts.authenticate(asked.getName(), String.valueOf(asked.getCredentials()));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new LockedException("interrupted", e);
                } finally {
                    if (mine) hashing.release();
                }
            }

            @Override
            public boolean supports(Class<?> type) {
                return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
            }
        };
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            List<AccessRule> rules) {
        for (AccessRule rule : rules) {
            if (rule.isOpen()) {
                requests.requestMatchers(rule.pattern()).permitAll();
            } else {
                requests.requestMatchers(HttpMethod.GET, rule.pattern()).hasAnyAuthority(names(rule.roles()));
                requests.requestMatchers(rule.pattern()).hasAnyAuthority(names(rule.writers()));
            }
        }
        requests.anyRequest().denyAll();
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Enum::name).toArray(String[]::new);
    }
}
