package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.servlet.FlashMap;

class SessionFormatTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/v1/session");
    private static final CurrentUser PERSON = new CurrentUser(
            UUID.fromString("01a22145-7caf-75dd-ba60-dd06875aff3f"),
            "heating",
            "热力集团 受理员",
            "heating",
            UUID.fromString("01a22145-7caf-75dd-ba60-dd06875aff40"),
            Set.of(Role.UNIT_DESK, Role.UNIT_LEADER),
            true);

    private static SecurityContext context(CurrentUser person) {
        var authentication = (org.springframework.security.authentication.UsernamePasswordAuthenticationToken)
                SignInFlow.whole(person);
        authentication.setDetails(new WebAuthenticationDetails("192.0.2.1", "a-session"));
        return new SecurityContextImpl(authentication);
    }

    private static Authentication signedIn(@Nullable Object context) {
        return Objects.requireNonNull(((SecurityContext) Objects.requireNonNull(context)).getAuthentication());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void whoever_is_signed_in_is_kept_by_names_and_not_by_classes() throws IOException {
        String kept = text(SessionFormat.write(context(PERSON)));
        assertThat(kept + "\n").isEqualTo(Files.readString(GOLDEN.resolve("signed-in.json")));
        Authentication read = signedIn(SessionFormat.read(kept.getBytes(StandardCharsets.UTF_8)));
        assertThat(read.getPrincipal()).isEqualTo(PERSON);
        assertThat(read.getDetails()).isEqualTo(signedIn(context(PERSON)).getDetails());
        assertThat(read.isAuthenticated()).isTrue();
        assertThat(read.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("UNIT_DESK", "UNIT_LEADER");
    }

    @Test
    void whoever_has_shown_one_factor_of_two_is_kept_too() {
        SecurityContext half = new SecurityContextImpl(SignInFlow.awaiting(PERSON));
        assertThat(SessionFormat.read(SessionFormat.write(half))).isEqualTo(half);
        assertThat(text(SessionFormat.write(half))).startsWith("{\"is\":\"signed-in\"");
    }

    @Test
    void plain_values_and_the_token_of_a_form_keep_their_meaning() {
        for (Object value :
                List.of("文字", true, 5L, Instant.parse("2026-09-30T02:00:00Z"), Map.of("number", "20260930-000001"))) {
            byte[] kept = SessionFormat.write(value);
            assertThat(text(kept)).startsWith("{\"is\":").endsWith(",\"v\":1}");
            assertThat(SessionFormat.read(kept)).isEqualTo(value);
        }
        var token = (DefaultCsrfToken) SessionFormat.read(SessionFormat.write(new DefaultCsrfToken("X", "_csrf", "t")));
        assertThat(token).extracting(DefaultCsrfToken::getToken).isEqualTo("t");
    }

    @Test
    void what_serves_one_redirect_is_kept_as_it_is() {
        FlashMap flash = new FlashMap();
        flash.put("told", "supervision.told.issued");
        assertThat(SessionFormat.read(SessionFormat.write(flash))).isEqualTo(flash);
    }

    @ParameterizedTest
    @ValueSource(strings = {"boundTo", "boundToAddress", "provedAt", "workedAt", "SPRING_SECURITY_CONTEXT"})
    void what_version_0_1_0_wrote_is_read(String attribute) throws IOException {
        byte[] kept = Base64.getDecoder()
                .decode(Files.readString(GOLDEN.resolve(attribute + ".txt")).strip());
        assertThat(kept[0]).isEqualTo((byte) 0xAC);
        Object value = Objects.requireNonNull(SessionFormat.read(kept));
        assertThat(SessionFormat.read(SessionFormat.write(value))).isEqualTo(value);
        if (value instanceof SecurityContext)
            assertThat(signedIn(value).getPrincipal())
                    .isInstanceOfSatisfying(
                            CurrentUser.class, p -> assertThat(p.login()).isIn("agent", "heating-officer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "{\"is\":\"text\"",
                "{\"is\":\"unheard-of\",\"v\":1}",
                "{\"is\":\"signed-in\",\"v\":1}",
                "{\"is\":\"text\",\"value\":\"x\",\"v\":2}",
                "garbage"
            })
    void what_can_not_be_read_is_as_if_it_had_never_been_there(String kept) {
        assertThat(SessionFormat.read(kept.getBytes(StandardCharsets.UTF_8))).isNull();
    }

    @Test
    void a_class_that_is_gone_is_as_if_it_had_never_been_there() throws IOException {
        String bytes = new String(PassingObjects.write(new FlashMap()), StandardCharsets.ISO_8859_1);
        byte[] gone = bytes.replace("FlashMap", "FlashGap").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(SessionFormat.read(gone)).isNull();
    }
}
