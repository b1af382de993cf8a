package org.shouwen.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/**
 * What proves whom at the login. The digests were worked out with openssl over the octets that the papers of CMPP 2.0 and 3.0
 * name: account 901234, secret "shouwen", 1123100000.
 */
class CmppLoginTest {
    private static final byte[] LOGIN =
            CmppLogin.body("901234", "shouwen", CmppVersion.of("2.0"), Instant.parse("2026-11-23T02:00:00Z"));

    private static byte[] answer(int octets, String proof) {
        return ByteBuffer.allocate(octets + 17)
                .put(octets, HexFormat.of().parseHex(proof))
                .array();
    }

    @Test
    void we_prove_that_we_know_the_secret() {
        assertThat(HexFormat.of().formatHex(LOGIN, 6, 22)).isEqualTo("d816fc1ceeaa741f57f874880a3eda02");
    }

    @Test
    void the_gateway_proves_it_with_a_status_of_one_octet_or_of_four() {
        assertThat(CmppLogin.proved(LOGIN, answer(1, "b850fbf94c66f13e92835f0ccc264ee7"), "shouwen"))
                .isTrue();
        assertThat(CmppLogin.proved(LOGIN, answer(4, "4aa7488322cc9ff950ec37838031d763"), "shouwen"))
                .isTrue();
        assertThat(CmppLogin.proved(LOGIN, answer(1, "4aa7488322cc9ff950ec37838031d763"), "shouwen"))
                .as("some libraries say it so in 2.0")
                .isTrue();
    }

    @Test
    void another_proof_or_none_or_our_own_sent_back_proves_nothing() {
        assertThat(CmppLogin.proved(LOGIN, answer(1, "b850fbf94c66f13e92835f0ccc264ee7"), "other"))
                .isFalse();
        assertThat(CmppLogin.proved(LOGIN, answer(1, "00".repeat(16)), "shouwen"))
                .isFalse();
        assertThat(CmppLogin.proved(LOGIN, answer(1, "d816fc1ceeaa741f57f874880a3eda02"), "shouwen"))
                .isFalse();
        assertThat(CmppLogin.proved(LOGIN, new byte[5], "shouwen")).isFalse();
        assertThat(CmppLogin.proved(LOGIN, new byte[0], "shouwen")).isFalse();
    }
}
