package org.shouwen.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** WeChat's key is 43 characters; the last of them says two bits that belong to no byte, and may be any of the 62. */
class WechatKeyTest {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    @Test
    void a_key_is_taken_whatever_its_last_character_is() {
        for (int at = 0; at < LETTERS.length(); at++) {
            char last = LETTERS.charAt(at);
            WechatCrypto ours = new WechatCrypto("token", "A".repeat(42) + last, "wx0000000000000001");
            assertThat(ours.signature("1", "2"))
                    .as("key that ends with " + last)
                    .hasSize(40);
        }
    }
}
