package org.shouwen.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.suggestion.CityPhrases;
import org.springframework.beans.factory.annotation.Autowired;

/** What people see when words tell of danger: the agent's red bar, the citizen's stop page, the alarm list. */
class DangerScreensTest extends BrowserTest {
    private static final String PHRASE = "灶上咕噜咕噜直蹿仙气儿";
    private static final String DANGER = "锦山大街8号楼2单元，" + PHRASE + "，老人和孩子还在屋里";
    private static final CurrentUser BUREAU =
            new CurrentUser(UUID.randomUUID(), "b", "营商局甲", null, null, Set.of(Role.BUREAU));

    @Autowired
    CityPhrases phrases;

    @BeforeAll
    void the_city_says_it_so() {
        phrases.add("danger", "fire-brigade", PHRASE, true, BUREAU);
    }

    @Test
    void the_red_bar_stands_within_three_tenths_of_a_second_and_leads_to_the_order() {
        Page agent = as("agent");
        agent.navigate("/desk/intake");
        double fastest = IntStream.range(0, 5)
                .mapToDouble(i -> ((Number) agent.evaluate("""
                        text => new Promise(done => {
                            const area = document.querySelector('textarea[name=content]'), bar = document.getElementById('urgency');
                            const set = t => { area.value = t; area.dispatchEvent(new Event('input', { bubbles: true })); };
                            const wait = (shown, then) => { const look = () => (!!bar.querySelector('.is-danger') === shown ? then() : setTimeout(look, 4)); look(); };
                            set('座椅坏了');
                            wait(false, () => { const from = performance.now(); set(text); wait(true, () => done(performance.now() - from)); });
                        })""", DANGER)).doubleValue())
                .min()
                .orElseThrow();
        assertThat(fastest).as("milliseconds after the last key").isLessThan(300);
        assertThat(agent.locator(".in-urgent")).containsText("119");
        assertThat(agent.locator(".in-urgent")).containsText("请对来电人说");
        shot(agent, "danger-bar");
        agent.check("input[name=kind][value=livelihood]");
        ready(agent).keyboard().press("Alt+g");
        assertThat(agent.locator("select[name=target]")).hasValue("fire-brigade");
        ready(agent).keyboard().press("Alt+u");
        assertThat(agent.locator("select[name=urgentKind]")).hasValue("ruled");
        shot(agent, "danger-bar-order");
        agent.locator("button[value=order]").click();
        assertThat(agent.locator("h1")).containsText("已形成工单");
        shot(agent, "danger-done");
        agent.navigate("/desk/intake");
        agent.fill("textarea[name=content]", "家里返水了，没人管");
        assertThat(agent.locator(".in-urgent")).containsText("下水堵塞室内返水");
        shot(agent, "urgent-bar");
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void whoever_writes_of_danger_on_the_portal_sees_the_number_after_the_first_question() {
        Page phone = page(390, 844);
        phone.navigate("/ask/livelihood");
        phone.fill("textarea[name=content]", DANGER);
        phone.click("#next");
        assertThat(phone.locator(".po-dial.is-first")).hasAttribute("href", "tel:119");
        shot(phone, "stop-phone");
        String number = phone.locator("#number").textContent();
        phone.reload();
        assertThat(phone.locator("#number")).hasText(number);
        assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        phone.locator("summary").click();
        shot(phone, "stop-phone-denial");
        phone.locator("form[action$=denials] button").click();
        assertThat(phone.locator("main")).containsText("已告诉值班人员");
        Page desktop = page();
        desktop.navigate("/ask/livelihood");
        desktop.fill("textarea[name=content]", DANGER + "！");
        desktop.click("#next");
        assertThat(desktop.locator(".po-dial.is-first")).isVisible();
        shot(desktop, "stop-desktop");

        Page agent = as("agent");
        agent.navigate("/desk/alarms");
        assertThat(agent.locator(".in-alarm").first()).containsText(PHRASE);
        shot(agent, "danger-alarms");
        agent.navigate("/desk/appeals");
        shot(agent, "danger-queue");
        agent.navigate("/desk/appeals/" + number);
        shot(agent, "danger-waiting");
        agent.navigate("/desk/alarms");
        agent.locator("#a" + number + " input[name=reason]").fill("已回电：邻居在做直播布景");
        agent.locator("#a" + number + " button[formaction$=dismissals]").click();
        assertThat(agent.locator("#a" + number)).hasCount(0);
        agent.navigate("/appeals/" + number);
        shot(agent, "danger-history");

        Page bureau = as("bureau");
        bureau.navigate("/phrases");
        bureau.fill("input[name=phrase]", "直蹿仙气");
        bureau.selectOption("select[name=guidance]", "fire-brigade");
        bureau.click("form[action$=trials] button[type=submit]");
        assertThat(bureau.locator("#trial")).containsText("会报警");
        shot(bureau, "phrases");
        assertThat(scriptErrors).isEmpty();
    }
}
