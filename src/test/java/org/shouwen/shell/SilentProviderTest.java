package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** An identity provider that takes every connection and never says a word keeps nobody for longer than a moment. */
class SilentProviderTest {
    private static final Duration LONGEST = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private ServerSocket silent;
    private ClientRegistration provider;
    private final ProviderCalls calls = new ProviderCalls(LONGEST);

    @BeforeEach
    void open() throws Exception {
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress()); // the kernel takes connections for it
        String at = "http://127.0.0.1:" + silent.getLocalPort();
        provider = ClientRegistration.withRegistrationId("city")
                .clientId("shouwen")
                .clientSecret("secret")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(at)
                .scope("openid", "profile")
                .authorizationUri(at + "/authorize")
                .tokenUri(at + "/token")
                .jwkSetUri(at + "/keys")
                .userInfoUri(at + "/person")
                .userNameAttributeName("sub")
                .build();
    }

    @AfterEach
    void close() throws Exception {
        silent.close();
    }

    private static void ends(ThrowingCallable call) {
        long before = System.nanoTime();
        assertThatThrownBy(call).hasRootCauseInstanceOf(HttpTimeoutException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(PATIENCE);
    }

    @Test
    void when_it_is_asked_for_a_token() {
        OAuth2AuthorizationRequest asked = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri("http://127.0.0.1/authorize")
                .clientId("shouwen")
                .redirectUri("http://127.0.0.1")
                .state("s")
                .build();
        OAuth2AuthorizationResponse answered = OAuth2AuthorizationResponse.success("code")
                .redirectUri("http://127.0.0.1")
                .state("s")
                .build();
        ends(() -> calls.tokens()
                .getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(
                        provider, new OAuth2AuthorizationExchange(asked, answered))));
    }

    @Test
    void when_it_is_asked_who_the_person_is() {
        Instant now = Instant.EPOCH;
        Instant later = now.plusSeconds(60);
        ends(() -> calls.people()
                .loadUser(new OidcUserRequest(
                        provider,
                        new OAuth2AccessToken(
                                OAuth2AccessToken.TokenType.BEARER,
                                "t",
                                now,
                                later,
                                java.util.Set.of("openid", "profile")),
                        OidcIdToken.withTokenValue("t")
                                .subject("p")
                                .issuedAt(now)
                                .expiresAt(later)
                                .build())));
    }

    @Test
    void when_it_is_asked_for_its_keys() {
        // signed by nobody: the keys are asked for first
        String token = "eyJhbGciOiJSUzI1NiIsImtpZCI6Im9uZSJ9.eyJzdWIiOiJwIn0.c2ln";
        ends(() -> calls.decoder(provider).decode(token));
    }
}
