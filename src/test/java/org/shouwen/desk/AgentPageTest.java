package org.shouwen.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an agent looks at all day: it leaves room, says times in words, says who works on what, and stays itself. */
class AgentPageTest extends BrowserTest {
    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void morning() {
        clock.set("2026-09-28T10:00");
    }

    @Test
    void at_200_percent_zoom_the_outcomes_leave_room_to_type() {
        Page agent = as("agent");
        agent.setViewportSize(683, 384); // 1366 × 768 at 200 %
        agent.navigate("/desk/intake");
        agent.locator("[name=content]").scrollIntoViewIfNeeded();
        var field = agent.locator("[name=content]").boundingBox();
        var bar = agent.locator(".in-outcomes").boundingBox();
        assertThat(bar.y).as("the outcomes stand below the form").isGreaterThan(field.y + field.height);
        assertThat(agent.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing is to be scrolled sideways")
                .isEqualTo(true);
        shot(agent, "intake-200-percent");
    }

    @Test
    void the_watermark_crosses_nothing_that_is_typed_and_is_no_text_of_the_page() {
        Page agent = as("agent");
        agent.navigate("/desk/intake");
        assertThat(agent.locator(".sw-watermark span").first())
                .hasAttribute("data-mark", Pattern.compile("坐席 示例 2026-09-28.*"));
        assertThat(agent.locator(".sw-watermark")).hasText("");
        assertThat(agent.evaluate("""
                () => Number(getComputedStyle(document.querySelector('.sw-watermark')).zIndex)
                    < Number(getComputedStyle(document.querySelector('[name=content]')).zIndex)
                """)).isEqualTo(true);
        agent.fill("[name=content]", "家里只有十五度，已经三天了");
        shot(agent, "intake-watermark");
    }

    @Test
    void how_long_an_urgent_order_waits_is_said_in_words() {
        Page agent = as("agent");
        agent.navigate("/desk/alarms");
        assertThat(agent.locator("[data-since]").first()).hasText(Pattern.compile("\\d+ (天|小时|分|秒).*"));
        assertThat(agent.locator("[data-since]").first()).not().hasText(Pattern.compile(".*\\d:\\d\\d.*"));
        shot(agent, "alarms-in-words");
    }

    @Test
    void the_queue_says_kind_and_who_works_on_it() {
        String waiting = jdbc.sql("select number from intake.appeal where state = 'WAITING' order by id limit 1")
                .query(String.class)
                .single();
        Page dispatcher = as("dispatcher");
        dispatcher.navigate("/desk/appeals/" + waiting);
        dispatcher.fill("[name=location]", "示例小区2号楼");
        assertThat(dispatcher.locator("#draft")).not().hasText("");
        Page agent = as("agent");
        agent.navigate("/desk/appeals");
        assertThat(agent.locator("tbody tr td:last-child time").allTextContents())
                .as("oldest first")
                .isSorted();
        var row = agent.locator("tr", new Page.LocatorOptions().setHasText(waiting));
        assertThat(row).containsText("派单员 示例 正在处理");
        assertThat(row).containsText(Pattern.compile("咨询|民生诉求|便民服务|投诉|建议"));
        shot(agent, "queue-with-kind");
    }

    @Test
    void what_is_not_there_is_said_in_the_frame_of_who_asks() {
        Page agent = as("agent");
        assertThat(agent.navigate("/orders/20990101-000001").status()).isEqualTo(404);
        assertThat(agent.locator(".sw-nav")).containsText("诉求队列");
        shot(agent, "not-found-staff");
        assertThat(agent.navigate("/no-such-page").status()).isIn(403, 404);
        assertThat(agent.locator(".sw-nav")).containsText("诉求队列");
        Page citizen = page();
        citizen.navigate("/lookup/none");
        assertThat(citizen.locator(".sw-nav")).hasCount(0);
    }
}
