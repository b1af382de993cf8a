package org.shouwen.shell;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.Account;
import org.shouwen.accounts.ProviderLogins;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/**
 * 统一身份认证: people of a city that has its own provider (OpenID Connect) sign in there. What they may do stays with
 * their account here, and so does the second factor. Settings: {@code shouwen.oidc.issuer}, {@code client-id},
 * {@code client-secret}, and {@code claim} that holds the login.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty("shouwen.oidc.issuer")
class IdentityProvider {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);

    /** Somebody sits before the sign-in page meanwhile. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final String issuer;
    private final String client;
    private final String secret;
    private final String claim;
    private final ProviderCalls calls = new ProviderCalls(LONGEST);
    private final ProviderLogins logins;
    private final SignInFlow entrance;
    private volatile @Nullable ClientRegistration registration;

    IdentityProvider(
            @Value("${shouwen.oidc.issuer}") String issuer,
            @Value("${shouwen.oidc.client-id}") String client,
            @Value("${shouwen.oidc.client-secret}") String secret,
            @Value("${shouwen.oidc.claim:preferred_username}") String claim,
            ProviderLogins logins,
            SignInFlow entrance) {
        this.issuer = issuer;
        this.client = client;
        this.secret = secret;
        this.claim = claim;
        this.logins = logins;
        this.entrance = entrance;
    }

    /** Its keys are asked for with each sign-in: a provider may change them under the same name. */
    @Bean
    JwtDecoderFactory<ClientRegistration> providerTokens() {
        return calls::decoder;
    }

    void configure(OAuth2LoginConfigurer<?> login) {
        login.loginPage("/sign-in")
                .clientRegistrationRepository((ClientRegistrationRepository) _ -> registration())
                .authorizedClientRepository(KEEPS_NOTHING)
                .authorizationEndpoint(e -> e.baseUri("/sign-in/with"))
                .redirectionEndpoint(e -> e.baseUri("/sign-in/back/*"))
                .tokenEndpoint(e -> e.accessTokenResponseClient(calls.tokens()))
                .userInfoEndpoint(e -> e.oidcUserService(calls.people()))
                .successHandler(this::enter)
                .failureHandler(this::failed)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                        filter.setAuthenticationFailureHandler(IdentityProvider.this::failed);
                        return filter;
                    }
                });
    }

    /** Asked for when first needed, and again until it answers: the desk works without it. */
    private ClientRegistration registration() {
        ClientRegistration known = registration;
        if (known != null) return known;
        ClientRegistration found = ClientRegistrations.fromOidcIssuerLocation(issuer)
                .registrationId("city")
                .clientId(client)
                .clientSecret(secret)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .redirectUri("{baseUrl}/sign-in/back/{registrationId}")
                .scope("openid", "profile")
                .build();
        registration = found;
        return found;
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, Authentication theirs)
            throws ServletException, IOException {
        Optional<Account> account = theirs.getPrincipal() instanceof OidcUser user ? account(user) : Optional.empty();
        if (account.isPresent()) {
            entrance.enter(account.get().signedIn(), request, response);
        } else {
            request.getSession().invalidate();
            response.sendRedirect(request.getContextPath() + "/sign-in?stranger");
        }
    }

    private Optional<Account> account(OidcUser user) {
        String subject = user.getSubject();
        String login = user.getClaimAsString(claim);
        return subject == null || login == null ? Optional.empty() : logins.account(issuer, subject, login);
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        LOG.warn("统一身份认证 identity provider {}: {}", issuer, String.valueOf(why.getMessage()));
        response.sendRedirect(request.getContextPath() + "/sign-in?provider");
    }

    /** The provider's tokens serve for signing in and for nothing after it. */
    private static final OAuth2AuthorizedClientRepository KEEPS_NOTHING = new OAuth2AuthorizedClientRepository() {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registrationId, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registrationId,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}
    };
}
