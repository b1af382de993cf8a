package org.shouwen.accounts;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * 通行密钥: signing in with what the device keeps and the person unlocks by finger, face or code. That is two factors at
 * once, and nothing that could be told to a false page: a passkey answers to one address only.
 */
@Service
@Transactional
public class Passkeys {
    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final int MOST = 10;

    private final PasskeyStore store;
    private final AccountStore accounts;
    private final History history;
    private final InstantSource clock;
    private final String address;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final Map<String, Webauthn4JRelyingPartyOperations> parties = new ConcurrentHashMap<>();

    /** @param address under which people open the site, such as {@code https://8890.example.gov.cn}; may be empty */
    Passkeys(
            PasskeyStore store,
            AccountStore accounts,
            History history,
            InstantSource clock,
            @Value("${shouwen.url:}") String address) {
        this.store = store;
        this.accounts = accounts;
        this.history = history;
        this.clock = clock;
        this.address = address.strip().replaceAll("/+$", "");
    }

    /** @param id in base64url */
    public record Kept(String id, String label, Instant made, Instant used) {}

    /** Whether a page at this origin can use passkeys: the site's own address, or this very machine. */
    public boolean usableAt(String origin) {
        return address.isEmpty() ? URI.create(origin).getHost().equals("localhost") : origin.equals(address);
    }

    @Transactional(readOnly = true)
    public List<Kept> of(UUID account) {
        return store.findByUserId(PasskeyStore.bytes(account)).stream()
                .map(c -> new Kept(
                        c.getCredentialId().toBase64UrlString(), c.getLabel(), c.getCreated(), c.getLastUsed()))
                .toList();
    }

    /** What the browser makes a new passkey from; to be kept until {@link #add}. */
    public PublicKeyCredentialCreationOptions ask(CurrentUser me, String origin) {
        if (of(me.account()).size() >= MOST) throw new BadInput("passkey", "accounts.bad.passkeys", MOST);
        return party(origin)
                .createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(
                        UsernamePasswordAuthenticationToken.authenticated(me, null, List.of())));
    }

    /** @throws BadInput naming {@code passkey} or {@code label} */
    public void add(
            CurrentUser me, String origin, PublicKeyCredentialCreationOptions asked, String credential, String typed) {
        String label = Text.required("label", typed, 40);
        if (!PasskeyStore.account(asked.getUser().getId()).equals(me.account())) throw bad("asked for another account");
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> made =
                    json.readValue(credential, new TypeReference<>() {});
            party(origin)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            asked, new RelyingPartyPublicKey(made, label)));
        } catch (BadInput e) {
            throw e;
        } catch (RuntimeException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
        history.append(new Subject("account", me.account()), clock.instant(), me.actor(), "PasskeyAdded", "{}");
    }

    /** Takes away one of the person's own; another's is as if it were not there. */
    public void remove(CurrentUser me, String id) {
        if (of(me.account()).stream().noneMatch(k -> k.id().equals(id))) return;
        store.delete(Bytes.fromBase64(id));
        history.append(new Subject("account", me.account()), clock.instant(), me.actor(), "PasskeyRemoved", "{}");
    }

    /** What the browser answers with a passkey; to be kept until {@link #account}. */
    public PublicKeyCredentialRequestOptions challenge(String origin) {
        return party(origin)
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    /** The active account whose passkey answered; empty when the answer is worth nothing. */
    public Optional<Account> account(String origin, PublicKeyCredentialRequestOptions asked, String credential) {
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> answer =
                    json.readValue(credential, new TypeReference<>() {});
            return Optional.ofNullable(party(origin).authenticate(new RelyingPartyAuthenticationRequest(asked, answer)))
                    .flatMap(person -> accounts.find(PasskeyStore.account(person.getId())))
                    .filter(Account::active);
        } catch (RuntimeException e) {
            LOG.info("passkey refused: {}", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** As the browser reads options. */
    public String write(Object options) {
        return json.writeValueAsString(options);
    }

    private static BadInput bad(String why) {
        LOG.info("passkey not added: {}", why);
        return new BadInput("passkey", "accounts.bad.passkey");
    }

    private Webauthn4JRelyingPartyOperations party(String origin) {
        if (!usableAt(origin)) throw new BadInput("passkey", "accounts.bad.passkey-address");
        return parties.computeIfAbsent(origin, this::made);
    }

    private Webauthn4JRelyingPartyOperations made(String origin) {
        var operations = new Webauthn4JRelyingPartyOperations(
                store,
                store,
                PublicKeyCredentialRpEntity.builder()
                        .id(URI.create(origin).getHost())
                        .name("首问")
                        .build(),
                Set.of(origin));
        operations.setCustomizeCreationOptions(o -> o.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build()));
        operations.setCustomizeRequestOptions(o -> o.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }
}
