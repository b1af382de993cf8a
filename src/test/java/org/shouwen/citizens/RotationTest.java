package org.shouwen.citizens;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Article 21: a new key for the vault while everything runs. */
@ShouwenTest
class RotationTest {
    @Autowired
    Vault vault;

    @Autowired
    Rotation rotation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private UUID kept(String name) {
        UUID id = UuidCreator.getTimeOrderedEpochPlus1();
        transaction.executeWithoutResult(
                _ -> vault.keep(List.of(new Kept(id, Identity.of(name, "13904157777", "", null)))));
        return id;
    }

    private List<Integer> versions() {
        return jdbc.sql("select distinct get_byte(phone, 0) from citizens.appellant where phone is not null order by 1")
                .query(Integer.class)
                .list();
    }

    @Test
    void old_values_stay_readable_and_are_encrypted_anew_in_steps() {
        UUID old = kept("老钥匙");
        byte[] draft = vault.hide(old, "draft", "草稿里的话");
        assertThat(versions()).containsExactly(1);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        rotation.run(List.of(), new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("identity.2");
        UUID fresh = kept("新钥匙");
        assertThat(versions()).containsExactly(1, 2);
        rotation.run();
        assertThat(versions())
                .as("not before every node writes under the new key")
                .containsExactly(1, 2);
        clock.pass(Duration.ofMinutes(3));
        rotation.run();
        assertThat(versions()).containsExactly(2);
        assertThat(vault.masked(List.of(old, fresh)).values())
                .extracting(Masked::name)
                .containsExactlyInAnyOrder("老**", "新**");
        assertThat(vault.findByPhone(Phone.parse("phone", "13904157777"), 10)).containsExactly(fresh, old);
        assertThat(vault.unhide(old, "draft", draft)).isEqualTo("草稿里的话");
        rotation.run();
        rotation.run(List.of(), new PrintStream(said, true, StandardCharsets.UTF_8));
        clock.pass(Duration.ofMinutes(3));
        rotation.run();
        assertThat(versions()).containsExactly(3);
    }
}
