package org.shouwen.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What the product takes to keep a password: at least what OWASP asks of Argon2id (19 MiB, 2 passes, 1 lane). */
class PasswordsTest {
    @Test
    void a_password_is_kept_by_argon2id_with_nineteen_mebibytes_and_two_passes() {
        PasswordEncoder product = new Passwords().passwordEncoder();
        String kept = product.encode("鸭绿江断桥-7391");
        assertThat(kept).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(product.encode("鸭绿江断桥-7391"))
                .as("each with a salt of its own")
                .isNotEqualTo(kept);
        assertThat(product.matches("鸭绿江断桥-7391", kept)).isTrue();
        assertThat(product.matches("鸭绿江断桥-7392", kept)).isFalse();
    }
}
