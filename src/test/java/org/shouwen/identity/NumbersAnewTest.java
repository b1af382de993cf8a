package org.shouwen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.history.ByHand;
import org.shouwen.keys.Hmac;
import org.shouwen.keys.KeyVersions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Article 21: numbers are found under their earlier form until their digests are made anew. */
@ShouwenTest
class NumbersAnewTest {
    @Autowired
    Vault vault;

    @Autowired
    NumbersAnew anew;

    @Autowired
    KeyVersions versions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ByHand byHand;

    @Autowired
    TransactionTemplate transaction;

    private UUID kept(String phone) {
        UUID id = UuidCreator.getTimeOrderedEpochPlus1();
        transaction.executeWithoutResult(
                _ -> vault.keep(List.of(new IdentityToStore(id, Identity.of("某人", phone, "", null)))));
        return id;
    }

    private byte[] digest(UUID id) {
        return jdbc.sql("select phone_hash from citizens.appellant where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    private List<UUID> found(String phone) {
        return vault.findByPhone(Phone.parse("phone", phone), 9);
    }

    @Test
    void a_number_kept_before_is_found_in_every_form_while_and_after_its_digest_is_made_anew() {
        UUID old = kept("3128801");
        byte[] today = digest(old);
        Hmac hmac = versions.suite().hmac(versions.key(PhoneHash.KEY, KeyVersions.FIRST));
        byHand.asBefore("update citizens.appellant set phone_hash = ? where id = ?", hmac.of("phone:3128801"), old);
        jdbc.sql("delete from citizens.number_form").update();
        UUID fresh = kept("0415-3128801");
        assertThat(found("3128801")).containsExactly(fresh, old);
        assertThat(found("+86 415 3128801")).containsExactly(fresh, old);
        assertThat(vault.samePerson(old, 9)).containsExactly(fresh, old);
        assertThat(vault.samePerson(fresh, 9)).containsExactly(fresh, old);
        anew.run();
        assertThat(digest(old)).isEqualTo(today).isEqualTo(digest(fresh));
        assertThat(found("0415 312 8801 转 8")).containsExactly(fresh, old);
        assertThat(vault.masked(List.of(old)).get(old))
                .extracting(Masked::phone)
                .isEqualTo("0415-***8801");
    }

    @Test
    void numbers_of_a_city_that_corrects_its_area_code_are_found_meanwhile() {
        jdbc.sql("delete from citizens.number_form").update();
        anew.run();
        UUID old = kept("3128802");
        jdbc.sql("insert into citizens.number_form (area_code, begun_at, done_at) values ('0416', now(), now())")
                .update();
        Hmac hmac = versions.suite().hmac(versions.key(PhoneHash.KEY, KeyVersions.FIRST));
        byHand.asBefore("update citizens.appellant set phone_hash = ? where id = ?", hmac.of("phone:04163128802"), old);
        assertThat(found("0415-3128802")).containsExactly(old);
        assertThat(found("0416-3128802")).as("another city's, today").doesNotContain(kept("3128803"));
        jdbc.sql("delete from citizens.number_form").update();
        anew.run();
        assertThat(found("3128802")).containsExactly(old);
    }
}
