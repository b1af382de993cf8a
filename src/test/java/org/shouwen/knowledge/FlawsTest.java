package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.history.VerificationProbe;
import org.shouwen.problems.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** "This is wrong" and "this is missing": tasks of the owner. */
@ShouwenTest
class FlawsTest {
    private static final UnitId HEATING = new UnitId("heating");
    private static final CurrentUser OFFICER = person("热力甲", "heating", Role.UNIT_OFFICER);
    private static final CurrentUser LEADER = person("热力乙", "heating", Role.UNIT_LEADER);
    private static final CurrentUser HOUSING = person("住建", "housing", Role.UNIT_LEADER);
    private static final CurrentUser SUPERVISOR = person("督办", null, Role.SUPERVISOR);

    @Autowired
    Articles articles;

    @Autowired
    Flaws flaws;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    VerificationProbe verification;

    private static CurrentUser person(String name, @Nullable String unit, Role role) {
        return new CurrentUser(UUID.randomUUID(), name, name, unit, null, Set.of(role));
    }

    private ArticleVersion published(String title, String text) {
        ArticleVersion draft = articles.write(ArticlesTest.content(title, text), OFFICER);
        articles.check(draft.id(), LEADER);
        return articles.publish(draft.id(), SUPERVISOR);
    }

    private static void refused(String words, ThrowingCallable does) {
        assertThatThrownBy(does)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.key()).isEqualTo("knowledge.refused." + words));
    }

    @Test
    void what_is_wrong_is_a_task_of_the_owner_and_names_nobody() {
        ArticleVersion out = published("暖气片漏水找谁", "拨打热力集团服务电话。");
        Flaw wrong = flaws.wrong(out.article(), "电话13898765432打不通", Actor.APPELLANT);
        assertThat(wrong.words()).doesNotContain("13898765432");
        assertThat(wrong.unit()).isEqualTo(HEATING);
        assertThat(flaws.open(OFFICER, null, 10).items()).contains(wrong);
        assertThat(flaws.open(HOUSING, null, 10).items()).doesNotContain(wrong);
        refused("not-yours", () -> flaws.settle(wrong.id(), "已改", HOUSING));
        flaws.settle(wrong.id(), "号码已更新", OFFICER);
        refused("settled", () -> flaws.settle(wrong.id(), "再改", OFFICER));
        Flaw missing = flaws.missing("没有物业费标准", OFFICER.actor());
        assertThat(flaws.open(SUPERVISOR, null, 10).items()).contains(missing);
        assertThat(verification.findings()).isEmpty();
        jdbc.sql("update knowledge.article_version set text = '别的' where id = :id")
                .param("id", out.id())
                .update();
        assertThat(verification.findings())
                .anySatisfy(f -> assertThat(f.toString()).contains("article"));
        jdbc.sql("update knowledge.article_version set text = '拨打热力集团服务电话。' where id = :id")
                .param("id", out.id())
                .update();
    }
}
