package org.shouwen.identity;

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
import org.shouwen.history.ByHand;
import org.shouwen.history.VerificationProbe;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Article 21: one row that somebody changed stops no rotation. */
@ShouwenTest
class RotationOfChangedRowsTest {
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

    /** Ruling 11: a row that was changed by SQL is left as it is, with an alarm, and keeps no other one under the old key. */
    @Test
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
