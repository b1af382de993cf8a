package org.shouwen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.desk.DraftUpkeep;
import org.shouwen.desk.Drafts;
import org.shouwen.history.ByHand;
import org.shouwen.history.VerificationProbe;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Article 21: a new key for the vault while everything runs; in one class, for keys are remembered as long as the process. */
@ShouwenTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RotationTest {
    private static final Phone NUMBER = Phone.parse("phone", "13904157777");

    @Autowired
    Vault vault;

    @Autowired
    Rotation rotation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftUpkeep upkeep;

    @Autowired
    ByHand byHand;

    @Autowired
    VerificationProbe verification;

    @Autowired
    TestClock clock;

    private UUID kept(String name) {
        UUID id = UuidCreator.getTimeOrderedEpochPlus1();
        transaction.executeWithoutResult(
                _ -> vault.keep(List.of(new IdentityToStore(id, Identity.of(name, "13904157777", "", null)))));
        return id;
    }

    private List<Integer> versions() {
        return jdbc.sql("select distinct get_byte(phone, 0) from citizens.appellant where phone is not null order by 1")
                .query(Integer.class)
                .list();
    }

    private long hashes(UUID... people) {
        return jdbc.sql("select count(distinct phone_hash) from citizens.appellant where id = any(:people)")
                .param("people", people)
                .query(Long.class)
                .single();
    }

    @Test
    @Order(1)
    void old_values_stay_readable_and_are_encrypted_anew_in_steps() {
        UUID old = kept("老钥匙");
        String key = vault.phoneKey(NUMBER);
        byte[] draft = vault.hide(old, "draft", "草稿里的话");
        assertThat(versions()).containsExactly(1);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        UUID agent = UUID.randomUUID();
        drafts.save(agent, java.util.Map.of("key", UUID.randomUUID().toString(), "name", "老钥匙"));
        rotation.run(List.of(), new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("identity.2");
        assertThat(said.toString(StandardCharsets.UTF_8))
                .as("and that they must be backed up")
                .contains("look-up.2", "请立即备份新密钥", "Back the new keys up now")
                .as("by which command, as no earlier copy of the keys is enough")
                .contains("旧密钥副本里没有", "再执行一次 ./shouwen backup", "no earlier backup or copy of the keys")
                .contains("Run ./shouwen backup DIR --keys=FOLDER again");
        UUID fresh = kept("新钥匙");
        assertThat(versions()).containsExactly(1, 2);
        rotation.run();
        assertThat(versions())
                .as("not before every node writes under the new key")
                .containsExactly(1, 2);
        assertThat(vault.findByPhone(NUMBER, 10)).containsExactly(fresh, old);
        assertThat(vault.samePerson(old, 10)).containsExactly(fresh, old);
        clock.pass(Duration.ofMinutes(3));
        UUID later = kept("再后来");
        assertThat(hashes(old, fresh))
                .as("not before every node finds it under the new key")
                .isEqualTo(1);
        assertThat(hashes(old, later)).isEqualTo(2);
        assertThat(vault.findByPhone(NUMBER, 10))
                .as("found under the old key and the new one")
                .containsExactly(later, fresh, old);
        rotation.run();
        assertThat(versions()).containsExactly(2);
        upkeep.run();
        assertThat(jdbc.sql("select distinct get_byte(body, 0) from desk.draft")
                        .query(Integer.class)
                        .list())
                .as("nor do drafts stay under the old one")
                .containsExactly(2);
        assertThat(drafts.open(agent, Drafts.CALL)).containsEntry("name", "老钥匙");
        assertThat(hashes(old, fresh, later)).isEqualTo(1);
        assertThat(vault.phoneKey(NUMBER))
                .as("measures for calls rest on it")
                .isEqualTo(key)
                .isEqualTo(vault.phoneKeys(List.of(old)).get(old));
        assertThat(vault.masked(List.of(old, fresh)).values())
                .extracting(Masked::name)
                .containsExactlyInAnyOrder("老**", "新**");
        assertThat(vault.findByPhone(NUMBER, 10)).containsExactly(later, fresh, old);
        assertThat(vault.unhide(old, "draft", draft)).isEqualTo("草稿里的话");
        rotation.run();
        rotation.run(List.of(), new PrintStream(said, true, StandardCharsets.UTF_8));
        clock.pass(Duration.ofMinutes(3));
        rotation.run();
        assertThat(versions()).containsExactly(3);
    }

    /** Ruling 11: a row that was changed by SQL is left as it is, with an alarm, and keeps no other one under the old key. */
    @Test
    @Order(2)
    void changed_rows_are_left_out_and_the_others_go_on() {
        UUID unreadable = kept("甲示例");
        UUID otherDigest = kept("乙示例");
        UUID good = kept("丙示例");
        byHand.past("create table public.kept_rows as select * from citizens.appellant");
        byHand.past("update citizens.appellant set phone = '\\x010203' where id = ?", unreadable);
        byHand.past("update citizens.appellant set phone_hash = sha256('x') where id = ?", otherDigest);
        rotation.run(List.of(), new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        clock.pass(Duration.ofMinutes(3));
        rotation.run();
        int current = version(good);
        UUID fresh = kept("丁示例");
        assertThat(version(fresh)).as("the good one is under the key of today").isEqualTo(current);
        assertThat(version(otherDigest)).isLessThan(current);
        assertThat(verification.findings()).hasSize(2).allMatch(f -> f.startsWith("citizens.appellant "));
        byHand.past("update citizens.appellant a set phone = k.phone, phone_hash = k.phone_hash from public.kept_rows k"
                + " where k.id = a.id and a.id in ('" + unreadable + "', '" + otherDigest + "')");
        byHand.past("drop table public.kept_rows");
        assertThat(verification.findings()).isEmpty();
        assertThat(vault.findByPhone(NUMBER, 10)).contains(unreadable, otherDigest, good);
    }

    private int version(UUID id) {
        return jdbc.sql("select get_byte(phone, 0) from citizens.appellant where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
