package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.history.ByHand;
import org.shouwen.history.VerificationProbe;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.ChangedOutside;
import org.shouwen.problems.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** The life of an article: draft, checked by a second person, published, replaced, withdrawn; and what is found of it. */
@ShouwenTest
class ArticlesTest {
    private static final UnitId HEATING = new UnitId("heating");
    private static final CurrentUser OFFICER = person("热力甲", "heating", Role.UNIT_OFFICER);
    private static final CurrentUser LEADER = person("热力乙", "heating", Role.UNIT_LEADER);
    private static final CurrentUser HOUSING = person("住建", "housing", Role.UNIT_LEADER);
    private static final CurrentUser SUPERVISOR = person("督办", null, Role.SUPERVISOR);

    @Autowired
    Articles articles;

    @Autowired
    AnswerSearch search;

    @Autowired
    VerificationProbe verification;

    @Autowired
    ByHand byHand;

    @Autowired
    TestClock clock;

    @BeforeEach
    void time() {
        clock.set("2026-09-30T10:00");
    }

    private static CurrentUser person(String name, @Nullable String unit, Role role) {
        return new CurrentUser(UUID.randomUUID(), name, name, unit, null, Set.of(role));
    }

    static ArticleContent content(String title, String text) {
        return new ArticleContent(
                ArticleKind.POLICY,
                HEATING,
                title,
                text,
                new ArticleContent.Source("丹政发〔2026〕3号", "丹东市城市供热条例", "第八条", LocalDate.of(2026, 1, 5)),
                ArticleContent.Enterprise.NONE,
                null,
                null,
                true);
    }

    private ArticleVersion published(String title, String text) {
        ArticleVersion draft = articles.write(content(title, text), OFFICER);
        articles.check(draft.id(), LEADER);
        return articles.publish(draft.id(), SUPERVISOR);
    }

    private static void refused(String words, ThrowingCallable does) {
        assertThatThrownBy(does)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.key()).isEqualTo("knowledge.refused." + words));
    }

    /** Ruling 11: its row is journalled whole, and the next act would else write the change into the history. */
    @Test
    void words_that_were_changed_by_sql_are_not_checked() {
        ArticleVersion draft = articles.write(content("怎样报修暖气", "打8890。"), OFFICER);
        byHand.past("update knowledge.article_version set text = '打999。' where id = ?", draft.id());
        assertThatThrownBy(() -> articles.check(draft.id(), LEADER)).isInstanceOf(ChangedOutside.class);
        assertThat(verification.findings()).isNotEmpty().allMatch(f -> f.contains("怎样报修暖气 1"));
        byHand.past("update knowledge.article_version set text = '打8890。' where id = ?", draft.id());
        articles.check(draft.id(), LEADER);
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void nobody_checks_their_own_words_and_nothing_unchecked_is_published() {
        refused("not-yours", () -> articles.write(content("室温不达标怎么办", "先测温。"), HOUSING));
        ArticleVersion draft = articles.write(content("室温不达标怎么办", "室温低于十八度的，先测温，再按日退费。"), OFFICER);
        gone("我家室温不达标，供暖不热", "按日退费");
        refused("own-words", () -> articles.check(draft.id(), OFFICER));
        refused("checks", () -> articles.check(draft.id(), HOUSING));
        refused("not-checked", () -> articles.publish(draft.id(), SUPERVISOR));
        articles.check(draft.id(), LEADER);
        refused("publishes", () -> articles.publish(draft.id(), LEADER));
        ArticleVersion out = articles.publish(draft.id(), SUPERVISOR);
        assertThat(out.reviewBy()).isEqualTo(LocalDate.of(2027, 3, 29));
        found("我家室温不达标，供暖不热", "按日退费");
        assertThat(search.find("我家室温不达标，供暖不热", 3)).anySatisfy(a -> {
            assertThat(a.version().id()).isEqualTo(out.id());
            assertThat(a.told()).contains("按日退费").endsWith("（《丹东市城市供热条例》（丹政发〔2026〕3号）第八条）");
        });
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void a_change_leaves_what_is_published_until_the_next_version_is() {
        ArticleVersion first = published("报停供热的日期", "每年九月三十日以前到营业厅办理报停。");
        ArticleVersion next = articles.change(first.id(), content("报停供热的日期", "每年十月十五日以前到营业厅办理报停。"), OFFICER);
        assertThat(next.version()).isEqualTo(2);
        assertThatThrownBy(() -> articles.change(first.id(), content("报停供热的日期", "十月底以前。"), OFFICER))
                .isInstanceOf(BadInput.class);
        assertThat(search.find("什么时候报停供热", 1).getFirst().told()).contains("九月三十日");
        articles.check(next.id(), LEADER);
        articles.publish(next.id(), SUPERVISOR);
        assertThat(articles.versions(first.article()))
                .extracting(ArticleVersion::state)
                .containsExactly(ArticleVersion.State.PUBLISHED, ArticleVersion.State.REPLACED);
        found("什么时候报停供热", "十月十五日");
        articles.withdraw(next.id(), SUPERVISOR);
        gone("什么时候报停供热", "十月十五日");
        assertThat(verification.findings()).isEmpty();
    }

    /** The index is made anew beside the one in use; asked until it is there. */
    private void found(String question, String words) {
        until(() -> search.find(question, 3).stream().anyMatch(a -> a.told().contains(words)));
    }

    private void gone(String question, String words) {
        until(() -> search.find(question, 3).stream().noneMatch(a -> a.told().contains(words)));
    }

    static void until(java.util.function.BooleanSupplier there) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within ten seconds").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void what_does_not_hold_today_answers_nothing_today() {
        ArticleContent c = content("冬季供热补贴怎么领", "困难家庭凭证件到社区领取冬季供热补贴。");
        ArticleContent later = new ArticleContent(
                c.kind(),
                c.unit(),
                c.title(),
                c.text(),
                c.source(),
                c.enterprise(),
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2027, 3, 31),
                true);
        ArticleVersion draft = articles.write(later, OFFICER);
        articles.check(draft.id(), LEADER);
        articles.publish(draft.id(), SUPERVISOR);
        gone("冬季供热补贴怎么领", "社区领取");
        clock.set("2026-11-01T08:00");
        found("冬季供热补贴怎么领", "社区领取");
        clock.set("2027-04-01T08:00");
        gone("冬季供热补贴怎么领", "社区领取");
    }

    @Test
    void bad_input_names_its_field() {
        ArticleContent c = content("标题", "内容");
        assertThatThrownBy(() -> articles.write(
                        new ArticleContent(
                                ArticleKind.POLICY,
                                HEATING,
                                "标题",
                                "内容",
                                ArticleContent.Source.NONE,
                                c.enterprise(),
                                null,
                                null,
                                false),
                        OFFICER))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        e -> assertThat(e.fields().getFirst().field()).isEqualTo("sourceTitle"));
        assertThatThrownBy(() -> articles.write(content(" ", "内容"), OFFICER)).isInstanceOf(BadInput.class);
        assertThat(search.find("热", 3)).isEmpty();
        assertThat(search.find(null, 3)).isEmpty();
        search.find("问".repeat(10_000), 3);
    }
}
