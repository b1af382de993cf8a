package org.shouwen.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;

/** The administrator's page says in plain words and figures whether all is well. */
class ConditionPageTest extends BrowserTest {
    private static Locator line(Page page, String what) {
        return page.locator("tr[data-what=" + what + "]");
    }

    @Test
    void each_line_says_what_was_measured() {
        Page admin = as("admin");
        admin.navigate("/admin/condition");
        assertThat(line(admin, "disk")).containsText(Pattern.compile("可用 \\d+(\\.\\d GB| MB)"));
        assertThat(line(admin, "clock")).containsText(Pattern.compile("与数据库相差 -?[\\d,]+ (秒|分|小时)"));
        assertThat(line(admin, "backup")).containsText("请处理");
        assertThat(admin.locator("main")).not().containsText("operations.");
        shot(admin, "condition");
        admin.navigate("/admin/condition?lang=en");
        assertThat(line(admin, "disk")).containsText(Pattern.compile("\\d+(\\.\\d GB| MB) free"));
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void a_moment_is_shown_as_one_and_the_code_of_where_keys_lie_is_not_shown() {
        Condition backup = new Condition("backup", Condition.Level.GOOD, "2026-11-30T02:00:00Z");
        assertThat(ConditionView.line(backup).moment()).isNotNull();
        Condition keys = new Condition("keys", Condition.Level.GOOD, "APART");
        assertThat(List.of(ConditionView.line(keys).figure())).containsExactly("");
        Condition outbox = new Condition("outbox", Condition.Level.WATCH, "1364");
        assertThat(ConditionView.line(outbox).seconds()).isEqualTo(1364L);
    }
}
