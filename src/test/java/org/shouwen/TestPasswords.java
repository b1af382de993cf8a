package org.shouwen;

import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Passwords of the tests, by the product's algorithm at a hundredth of its cost: hundreds sign in. What the product
 * itself takes for one is held by {@code PasswordsTest}.
 */
@TestConfiguration(proxyBeanMethods = false)
class TestPasswords {
    @Bean
    @Primary
    PasswordEncoder cheapPasswords() {
        return new DelegatingPasswordEncoder("argon2", Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, 256, 1)));
    }
}
