package org.shouwen.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is proposed beside the agent's fields: what is typed is never written over, what is sure is marked (ruling 16). */
class ProposalsBesideFieldsTest extends BrowserTest {
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void noDrafts() {
        jdbc.sql("delete from desk.draft").update();
        scriptErrors.clear();
    }

    private static void proposedFirst(Page agent, String field) {
        agent.locator("[data-take=" + field + "]").first().waitFor();
    }

    @Test
    void nothing_that_the_agent_typed_is_written_over() {
        Page agent = as("agent");
        agent.navigate("/desk/intake");
        agent.fill("[name=name]", "张示例");
        agent.check("input[name=kind][value=suggestion]");
        agent.locator("[name=content]").focus();
        ready(agent).keyboard().type("我要投诉，我叫李示例，住站前，暖气不热");
        proposedFirst(agent, "placeName");
        assertThat(agent.locator("[data-take=name]")).hasCount(0);
        agent.fill("[name=placeName]", "元宝区");
        ready(agent).keyboard().press("Alt+p");
        ready(agent).keyboard().press("Alt+a");
        assertThat(agent.locator("[name=placeName]")).hasValue("元宝区");
        assertThat(agent.locator("[name=name]")).hasValue("张示例");
        assertThat(agent.locator("input[name=kind][value=suggestion]")).isChecked();
        assertThat(agent.locator("#p-kind")).isHidden();
    }

    @Test
    void what_is_chosen_is_no_longer_proposed() {
        Page agent = as("agent");
        agent.navigate("/desk/intake");
        agent.locator("[name=content]").focus();
        ready(agent).keyboard().type("暖气不热，水管也漏水");
        assertThat(agent.locator("#p-class")).isVisible();
        agent.selectOption("[name=matterClass]", new SelectOption().setIndex(2));
        assertThat(agent.locator("#p-class")).isHidden();
    }

    @Test
    void who_is_sure_is_filled_in_and_marked_and_taken_back_with_the_words() {
        Page agent = as("agent");
        agent.navigate("/desk/intake");
        agent.locator("[name=content]").focus();
        ready(agent).keyboard().type("我要投诉窗口骂人");
        assertThat(agent.locator("input[name=kind][value=complaint]")).isChecked();
        assertThat(agent.locator("label.is-proposed")).containsText("投诉");
        assertThat(agent.locator("#p-kind")).containsText("已按建议填");
        shot(agent, "proposed-sure");
        agent.fill("[name=content]", "路灯的事");
        assertThat(agent.locator("input[name=kind][value=complaint]")).not().isChecked();
        ready(agent).keyboard().press("?");
        agent.locator("h1").click();
        agent.fill("[name=content]", "住站前，路灯不亮");
        proposedFirst(agent, "placeName");
        agent.locator("h1").click();
        agent.locator("[data-take=placeName]").first().click();
        assertThat(agent.locator("[name=placeName]")).hasValue("振兴区 站前街道");
    }
}
