package org.shouwen.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.ChangedOutside;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ShouwenTest
class VaultTest {
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "agent", "坐席", null, null, Set.of(Role.AGENT));

    @Autowired
    Vault vault;

    @Autowired
    History history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void the_same_number_is_the_same_person_newest_first() {
        UUID first = kept(Identity.of("王小明", "138 0415 7788", "", null));
        UUID second = kept(Identity.of("", "+86-13804157788", "", null));
        UUID other = kept(Identity.of("王小明", "13804157789", "", null));
        assertThat(vault.findByPhone(Phone.parse("phone", "13804157788"), 10)).containsExactly(second, first);
        assertThat(vault.samePerson(other, 10)).containsExactly(other);
        assertThat(vault.masked(List.of(first)).get(first)).isEqualTo(new Masked(first, "王**", "138****7788", ""));
    }

    @Test
    void nothing_in_the_row_can_be_read_or_moved_to_another_row() {
        UUID one = kept(Identity.of("赵密密", "13904150001", "振兴区某街1号", "10.9.8.7", "oWx-planted-77"));
        UUID two = kept(Identity.of("钱多多", "13904150002", "元宝区某街2号", "10.9.8.6"));
        String dump = jdbc.sql("""
                        select string_agg(encode(coalesce(name, '') || coalesce(phone, '')
                            || coalesce(address, '') || coalesce(ip, '') || coalesce(channel_account, ''), 'escape'), '') from citizens.appellant
                        """).query(String.class).single();
        assertThat(dump).isNotEmpty().doesNotContain("13904150001", "10.9.8.7", "oWx-planted-77");
        assertThat(vault.look(one, AGENT, "10.0.0.7", "微信回复").channelAccount()).isEqualTo("oWx-planted-77");
        jdbc.sql("""
                        update citizens.appellant set name = (select name from citizens.appellant where id = :one)
                        where id = :two
                        """).param("one", one).param("two", two).update();
        assertThatThrownBy(() -> vault.masked(List.of(two)))
                .isInstanceOf(ChangedOutside.class)
                .hasMessageNotContaining("赵密密");
        jdbc.sql("delete from citizens.appellant where id = :two")
                .param("two", two)
                .update();
    }

    @Test
    void each_look_is_on_record_and_needs_a_reason() {
        UUID id = kept(Identity.of("孙回访", "0415-2123456转8", "东港市", null));
        assertThatThrownBy(() -> vault.look(id, AGENT, "10.0.0.7", "  ")).isInstanceOf(BadInput.class);
        Identity seen = vault.look(id, AGENT, "10.0.0.7", "回访核实");
        assertThat(seen.name()).isEqualTo("孙回访");
        assertThat(String.valueOf(seen.phone())).doesNotContain("2123456");
        assertThat(seen.toString()).doesNotContain("孙回访");
        assertThat(history.of(new Subject(Vault.KIND, id))).singleElement().satisfies(e -> {
            assertThat(e.by().account()).isEqualTo(AGENT.account());
            assertThat(e.body()).contains("回访核实").doesNotContain("孙");
        });
    }

    @Test
    void a_persons_own_name_and_number_leave_the_words_that_others_read() {
        UUID id = kept(Identity.of("周文静", "13804150099", "", null));
        assertThat(vault.scrub(id).of("我是周文静，电话13804150099，邻居13900000000"))
                .isEqualTo("我是周**，电话138****0099，邻居139****0000");
    }

    private UUID kept(Identity identity) {
        UUID id = UuidCreator.getTimeOrderedEpochPlus1();
        transaction.executeWithoutResult(_ -> vault.keep(List.of(new IdentityToStore(id, identity))));
        return id;
    }
}
