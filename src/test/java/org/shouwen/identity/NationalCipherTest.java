package org.shouwen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestDatabase;
import org.shouwen.keys.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** 国密: the vault under SM4-GCM and HMAC-SM3 by a setting. */
@ShouwenTest
@TestPropertySource(properties = {"shouwen.crypto=sm", TestDatabase.FROM_NOTHING + "=true"})
class NationalCipherTest {
    @Autowired
    Vault vault;

    @Autowired
    Keys keys;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void kept_read_and_found_again() {
        UUID id = UuidCreator.getTimeOrderedEpochPlus1();
        transaction.executeWithoutResult(
                _ -> vault.keep(List.of(new IdentityToStore(id, Identity.of("国密人", "13904158888", "振兴区", null)))));
        assertThat(vault.masked(List.of(id)).values()).extracting(Masked::name).containsExactly("国**");
        assertThat(vault.findByPhone(Phone.parse("phone", "13904158888"), 5)).containsExactly(id);
        assertThat(jdbc.sql("select get_byte(name, 0) from citizens.appellant where id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(0x81);
        HMac sm3 = new HMac(new SM3Digest());
        sm3.init(new KeyParameter(keys.key("look-up")));
        byte[] text = "phone:13904158888".getBytes(StandardCharsets.UTF_8);
        sm3.update(text, 0, text.length);
        byte[] expected = new byte[32];
        sm3.doFinal(expected, 0);
        assertThat(jdbc.sql("select phone_hash from citizens.appellant where id = :id")
                        .param("id", id)
                        .query(byte[].class)
                        .single())
                .isEqualTo(expected);
    }
}
