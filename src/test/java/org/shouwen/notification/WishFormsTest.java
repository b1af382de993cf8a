package org.shouwen.notification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A wish how to be told is chosen on the public form, at the counter and at the desk (Art. 13.7). */
@Import(WaysThatTake.class)
class WishFormsTest extends BrowserTest {

    @Autowired
    Delivery delivery;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @BeforeEach
    void fresh() {
        clock.set("2026-11-23T10:00");
        jdbc.sql("update messages.outbox set state = 'SETTLED' where state <> 'SENT'")
                .update();
        WaysThatTake.carried.clear();
    }

    private List<String> told(String number) {
        while (delivery.carry() > 0) Thread.onSpinWait();
        return WaysThatTake.carried.stream().filter(c -> c.endsWith(number)).toList();
    }

    private String why(String number) {
        return jdbc.sql("select state || ' ' || coalesce(failed, '') from messages.outbox where number = :n")
                .param("n", number)
                .query(String.class)
                .single();
    }

    @Test
    void a_citizen_chooses_it_on_the_form() {
        Page phone = page(390, 844);
        phone.navigate("/ask/consultation");
        phone.fill("textarea[name=content]", "想问居住证到哪里办理");
        phone.click("#next");
        phone.click("#next");
        phone.selectOption("select[name=wish]", "MAIL");
        shot(phone, "portal-ask-wish");
        phone.click("#next");
        phone.click("#send");
        assertThat(phone.locator("#error-wish")).containsText("需要电子邮箱");
        assertThat(phone.locator("select[name=wish]")).hasValue("MAIL");
        phone.fill("input[name=mail]", "li@example.invalid");
        phone.click("#next");
        phone.click("#send");
        assertThat(phone.locator("h1")).containsText("已收到");
        String number = phone.locator("#number").textContent();
        assertThat(told(number)).containsExactly("mail li@example.invalid " + number);
        Page desk = as("dispatcher");
        desk.navigate("/appeals/" + number);
        assertThat(desk.locator("dl.sw-facts").first()).containsText("希望怎样答复");
        assertThat(desk.locator("dl.sw-facts").first()).containsText("电子邮件");
    }

    @Test
    void a_clerk_and_an_agent_choose_it_for_whoever_asks() {
        Page clerk = as("agent");
        clerk.navigate("/desk/counter");
        clerk.fill("[name=content]", "楼道灯不亮，示例小区三号楼");
        clerk.locator("[name=kind]").first().check();
        clerk.fill("[name=phone]", "13811119007");
        clerk.selectOption("select[name=wish]", "TELEPHONE");
        clerk.locator("form[action$='/desk/counter'] button[type=submit]").click();
        clerk.waitForURL("**/desk/counter/receipt");
        String number = jdbc.sql("select number from messages.outbox order by created desc limit 1")
                .query(String.class)
                .single();
        assertThat(told(number)).isEmpty();
        assertThat(why(number)).isEqualTo("NO_NUMBER WISH_TELEPHONE");
        clerk.navigate("/desk/intake");
        clerk.fill("[name=phone]", "13811119008");
        clerk.fill("[name=content]", "问一下公交末班车时间");
        clerk.selectOption("select[name=wish]", "LETTER");
        clerk.locator("button[value=later]").click();
        assertThat(clerk.locator("#error-wish")).containsText("需要通信地址");
    }
}
