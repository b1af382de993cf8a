package org.shouwen.appeal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.Actor;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.shouwen.notification.NotificationType;
import org.shouwen.notification.Outbox;
import org.shouwen.notification.SentMessage;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Nothing;
import org.shouwen.regulation.Result;
import org.springframework.beans.factory.annotation.Autowired;

/** Articles 9 and 12.3: whoever is declined may have it looked at again, once, by another officer. */
class ReviewTest extends BrowserTest {
    private static final CurrentUser FIRST = officer("甲", Role.AGENT);
    private static final CurrentUser SECOND = officer("乙", Role.AGENT);

    @Autowired
    Intake intake;

    @Autowired
    Reviews reviews;

    @Autowired
    Appeals appeals;

    @Autowired
    Outbox outbox;

    @Autowired
    VerificationProbe verification;

    private static CurrentUser officer(String name, Role role) {
        return new CurrentUser(UUID.randomUUID(), name, name, null, null, Set.of(role));
    }

    private Receipt declined() {
        NewAppeal a = AnAppeal.saying("楼上装修太吵，没人管")
                .channel("web")
                .location("某小区")
                .happenedAt("昨天")
                .by(Identity.UNNAMED);
        return intake.take(a, new Disposition.Declined("vague", "没有说明是哪一户"), Origin.of(FIRST, null), FIRST)
                .orThrow();
    }

    private static void refused(String words, Result<Nothing> followed) {
        assertThat(followed).isInstanceOfSatisfying(Result.No.class, no -> {
            assertThat(no.refused().under()).isEqualTo(Clause.A12_3);
            assertThat(no.refused().key()).isEqualTo("appeal.refused." + words);
        });
    }

    @Test
    void once_by_another_officer_and_overturned_it_can_not_be_declined_again() {
        Receipt r = declined();
        refused("words-missing", reviews.ask(r.number(), " ", Actor.APPELLANT));
        refused("no-review", reviews.rule(r.number(), true, "x", SECOND, null));
        reviews.ask(r.number(), "写明了是五楼", Actor.APPELLANT).orThrow();
        refused("reviewed-once", reviews.ask(r.number(), "再说一次", Actor.APPELLANT));
        refused("another-officer", reviews.rule(r.number(), true, "x", FIRST, null));
        refused("desk-reviews", reviews.rule(r.number(), true, "x", officer("督", Role.SUPERVISOR), null));
        refused("reason-missing", reviews.rule(r.number(), false, " ", SECOND, null));
        reviews.rule(r.number(), false, "写明了楼层，可以办理", SECOND, null).orThrow();
        assertThat(appeals.get(r.number()).state()).isEqualTo(Appeal.State.WAITING);
        assertThat(intake.decide(r.number(), new Disposition.Declined("vague", "x"), null, FIRST, null))
                .isInstanceOfSatisfying(
                        Result.No.class, no -> assertThat(no.refused().key()).isEqualTo("appeal.refused.overturned"));
        intake.decide(r.number(), new Disposition.Ordered(null, null, null), null, FIRST, null)
                .orThrow();
        refused("reviewed-once", reviews.ask(r.number(), "x", Actor.APPELLANT));
        assertThat(outbox.of(r.number()))
                .extracting(SentMessage::moment)
                .containsExactly(
                        NotificationType.DECLINED,
                        NotificationType.REVIEW_ASKED,
                        NotificationType.REVIEW_OVERTURNED,
                        NotificationType.ORDERED);
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void only_what_was_declined_is_reviewed() {
        Receipt r = declined();
        reviews.ask(r.number(), "不服", Actor.APPELLANT).orThrow();
        reviews.rule(r.number(), true, "确实没有说明地点", SECOND, null).orThrow();
        assertThat(outbox.of(r.number()).getLast().text()).contains("确实没有说明地点");
        assertThat(appeals.get(r.number()).state()).isEqualTo(Appeal.State.DECIDED);
        refused("no-review", reviews.rule(r.number(), false, "x", SECOND, null));
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void asked_on_the_portal_and_ruled_at_the_desk() {
        Receipt r = declined();
        Page person = page(390, 844);
        person.navigate("/lookup");
        person.fill("[name=number]", r.number());
        person.fill("[name=code]", r.code());
        person.click("main button[type=submit]");
        person.fill("form[action$=reviews] [name=words]", "五楼西户，天天晚上十点以后装修");
        person.click("text=申请复核 >> nth=-1");
        assertThat(person.locator(".sw-told")).containsText("已申请复核");
        shot(person, "portal-review");

        Page desk = as("agent");
        desk.navigate("/desk/appeals?tab=reviews");
        desk.click("text=" + r.number());
        assertThat(desk.locator("main")).containsText("五楼西户");
        shot(desk, "review");
        desk.fill("[name=reason]", "补充了具体位置，可以办理");
        desk.click("text=改为受理，重新处理");
        assertThat(desk.locator("main")).containsText("楼上装修太吵");
        person.reload();
        assertThat(person.locator("main")).containsText("经复核，改为受理");
        assertThat(scriptErrors).isEmpty();
    }
}
