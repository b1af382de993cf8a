package org.shouwen.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.Case;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.directory.PlaceCode;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Vault;
import org.shouwen.problems.ChangedOutside;
import org.shouwen.workorder.Command;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ruling 11: words and identities that somebody changed by SQL do not become what the history says. */
@ShouwenTest
class ChangedWordsTest {
    @Autowired
    ByHand byHand;

    @Autowired
    VerificationProbe verification;

    @Autowired
    Cases cases;

    @Autowired
    Vault vault;

    @Autowired
    History history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void time() {
        clock.set("2026-09-30T10:00");
    }

    private void findsOnly(String... parts) {
        assertThat(verification.findings())
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f).contains(parts).doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-"));
    }

    private UUID appellant(Case order) {
        return jdbc.sql("select appellant from intake.appeal where number = :n")
                .param("n", order.number())
                .query(UUID.class)
                .single();
    }

    private void findsNothing() {
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void words_changed_by_sql_are_not_digested_anew_with_a_decision_or_a_correction() throws Exception {
        ApiClient agent = ApiClient.of(port, accounts, "words-agent", Role.AGENT, null);
        ApiClient.Answer made = agent.post("/api/v1/appeals", """
                {"channel":"phone","kind":"livelihood","matterClass":"heat-cold","place":"210603","location":"示例小区",
                 "title":"不热","content":"只有15度","appellant":{"name":"王示例","phone":"13800000017"}}""");
        made.ok();
        String waiting = made.text("/number");
        byHand.past("update intake.appeal set content = '没有问题' where number = ?", waiting);
        ApiClient.Answer refused = agent.post("/api/v1/appeals/" + waiting + "/outcomes", "{\"type\":\"order\"}");
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(409);
        assertThat(refused.body().toString()).contains("changed-outside");
        findsOnly(waiting, "words");
        byHand.past("update intake.appeal set content = '只有15度' where number = ?", waiting);

        Case order = cases.aCase();
        byHand.past(
                "update workorder.matter set content = content || '很热' where order_id = (select id from workorder.work_order where number = ?)",
                order.number());
        assertThatThrownBy(() -> order.then(
                        new Command.CorrectMatter(
                                new org.shouwen.workorder.MatterHeading(
                                        "暖气漏水", "livelihood", "heat-cold", new PlaceCode("210603")),
                                "核对后更正"),
                        People.DISPATCHER))
                .isInstanceOf(ChangedOutside.class);
        findsOnly(order.number(), "words");
        byHand.past(
                "update workorder.matter set content = replace(content, '很热', '') where order_id = (select id from workorder.work_order where number = ?)",
                order.number());
        findsNothing();
    }

    @Test
    void a_value_of_the_vault_that_came_from_another_row_is_named_by_the_appeal() {
        Case one = cases.aCase(Identity.of("王示例", "13800000018", "", ""));
        Case two = cases.aCase(Identity.of("李示例", "13800000019", "", ""));
        String appellant = "(select appellant from intake.appeal where number = ?)";
        byHand.past("create table public.kept_phone as select * from citizens.appellant");
        try {
            byHand.past(
                    "update citizens.appellant a set phone = b.phone from citizens.appellant b where a.id = "
                            + appellant + " and b.id = " + appellant,
                    one.number(),
                    two.number());
            findsOnly("citizens.appellant " + one.number(), "can't be read");
            byHand.past("update citizens.appellant set name = '\\x01'::bytea where id = " + appellant, two.number());
            assertThat(verification.findings()).anyMatch(f -> f.contains("citizens.appellant " + two.number()));
            assertThatThrownBy(() -> vault.scrub(appellant(one))).isInstanceOf(ChangedOutside.class);
            assertThat(history.ofKind(HeldRowAlarms.KIND, java.time.Instant.EPOCH, 100))
                    .anyMatch(a -> a.body().contains("\"name\":\"" + one.number()));
        } finally {
            byHand.past("update citizens.appellant a set phone = k.phone, name = k.name from public.kept_phone k"
                    + " where k.id = a.id");
            byHand.past("drop table public.kept_phone");
        }
        findsNothing();
    }
}
