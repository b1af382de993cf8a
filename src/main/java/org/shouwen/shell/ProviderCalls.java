package org.shouwen.shell;

import java.time.Duration;
import org.shouwen.peers.PeerHttp;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * What is asked of a city's identity provider behind the browser's back. Spring Security's own callers wait without end for
 * a provider that takes a connection and says nothing.
 */
final class ProviderCalls {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final JdkClientHttpRequestFactory requests;

    /** @param longest for a whole answer */
    ProviderCalls(Duration longest) {
        requests = new JdkClientHttpRequestFactory(PeerHttp.client(CONNECT));
        requests.setReadTimeout(longest);
    }

    /** A token for the code that the browser brought. */
    RestClientAuthorizationCodeTokenResponseClient tokens() {
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(c -> c.addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    /** What the provider says of the person. */
    OidcUserService people() {
        DefaultOAuth2UserService asks = new DefaultOAuth2UserService();
        asks.setRestOperations(rest(new OAuth2ErrorResponseErrorHandler()));
        OidcUserService people = new OidcUserService();
        people.setOauth2UserService(asks);
        return people;
    }

    /** Reads the provider's tokens with its published keys, which it is asked for when they are needed. */
    JwtDecoder decoder(ClientRegistration provider) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        String.valueOf(provider.getProviderDetails().getJwkSetUri()))
                .restOperations(new RestTemplate(requests))
                .build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(), new OidcIdTokenValidator(provider)));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }

    private RestTemplate rest(OAuth2ErrorResponseErrorHandler errors) {
        RestTemplate rest = new RestTemplate(requests);
        rest.setErrorHandler(errors);
        return rest;
    }
}
