package org.shouwen.supervision;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Disposition.Ordered;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.Receipt;
import org.shouwen.directory.UnitId;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.shouwen.notification.NotificationType;
import org.shouwen.notification.Outbox;
import org.shouwen.notification.SentMessage;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;

/** Ruling 2: a calendar is asked for by one and loaded by another; units, assisting ones too, and who waits are told what moved. */
class MovedLimitsToldTest extends BrowserTest {
    private static final CurrentUser DISPATCHER =
            new CurrentUser(UUID.randomUUID(), "d", "d", null, null, Set.of(Role.DISPATCHER, Role.AGENT));

    @Autowired
    TestClock clock;

    @Autowired
    Intake intake;

    @Autowired
    WorkOrders orders;

    @Autowired
    Outbox outbox;

    @Autowired
    VerificationProbe verification;

    @Test
    void units_and_whoever_waits_see_what_moved_after_a_second_person_loaded_it() {
        clock.set("2026-12-28T10:00");
        Receipt receipt = taken("暖气不热");
        Receipt joined = taken("我家也不热");
        String number = receipt.number();
        orders.act(
                        number,
                        new Command.Dispatch(new UnitId("heating"), List.of(new UnitId("housing")), "ordinary"),
                        DISPATCHER,
                        null)
                .orThrow();
        orders.act(joined.number(), new Command.Join(number), DISPATCHER, null).orThrow();
        Page admin = as("admin");
        admin.navigate("/admin/calendar?year=2027");
        admin.locator("details summary").last().click();
        admin.fill(
                "textarea[name=text]",
                "date,working,name\n2027-01-01,false,元旦\n2027-01-02,false,元旦\n2027-01-03,false,元旦\n2027-01-04,false,元旦");
        admin.locator("details button[type=submit]").last().click();
        assertThat(admin.locator("input[name=noNotice]")).isVisible();
        admin.locator("input[name=noNotice]").check();
        admin.locator("button[name=confirm]").click();
        admin.navigate("/calendar-askings");
        assertThat(admin.locator("form[action$='/loadings']")).hasCount(0);
        Page bureau = as("bureau");
        bureau.navigate("/calendar-askings");
        assertThat(bureau.locator("main")).containsText("没有通知文号");
        shot(bureau, "calendar-asking");
        bureau.locator("form[action$='/loadings'] button").click();
        assertThat(bureau.locator("main")).containsText("已载入");
        assertThat(bureau.locator("tr:has-text('" + number + "'):has-text('配合')"))
                .hasCount(1);
        for (String unit : List.of("heating", "housing")) {
            Page page = as(unit);
            page.navigate("/unit/inbox");
            assertThat(page.locator(".sw-told")).containsText("按放假安排作了变动");
            page.locator(".sw-told a").click();
            assertThat(page.locator("tr:has-text('" + number + "'):has-text('配合')"))
                    .hasCount(unit.equals("housing") ? 1 : 0);
            shot(page, "moved-limits-" + unit);
        }
        for (Receipt waiting : List.of(receipt, joined)) {
            assertThat(outbox.of(waiting.number()).stream().map(SentMessage::moment))
                    .as("%s is told once", waiting.number())
                    .containsOnlyOnce(NotificationType.LIMIT_MOVED);
            Page person = page();
            person.navigate("/lookup");
            person.fill("[name=number]", waiting.number());
            person.fill("[name=code]", waiting.code());
            person.locator("main button[type=submit]").first().click();
            assertThat(person.locator("main")).containsText("按国家放假安排，答复时限由");
            shot(person, "moved-limits-citizen-" + (waiting.equals(joined) ? "joined" : "leading"));
        }
        Page other = as("zhenxing");
        other.navigate("/unit/moved-limits");
        assertThat(other.locator("main")).not().containsText(number);
        assertThat(verification.findings()).isEmpty();
        assertThat(scriptErrors).isEmpty();
    }

    private Receipt taken(String words) {
        return intake.take(
                        AnAppeal.saying(words).title(words).by(Identity.UNNAMED),
                        new Ordered(null, null, null),
                        Origin.portal(null),
                        DISPATCHER)
                .orThrow();
    }
}
