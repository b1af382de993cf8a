package org.shouwen.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A citizen on a phone: send, look up, add, rate. */
class PortalStoryTest extends BrowserTest {
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "agent", "坐席甲", null, null, Set.of(Role.AGENT));

    @Autowired
    Intake intake;

    @Autowired
    JdbcClient jdbc;

    @Test
    void from_the_first_question_to_the_rating() {
        Page phone = page(390, 844);
        phone.navigate("/");
        shot(phone, "portal-home");
        noSideways(phone);
        phone.click("text=求助");
        assertThat(phone.locator(".po-steps")).containsText("第 1 步");
        shot(phone, "portal-ask-what");
        phone.click("#next");
        assertThat(phone.locator("textarea[name=content]")).hasClass(Pattern.compile("is-invalid"));
        phone.fill("textarea[name=content]", "单元门口的路灯不亮，老人晚上不敢出门𠮷😀");
        phone.click("#next");
        phone.selectOption("select[name=place]", "210603");
        phone.fill("input[name=location]", "示例小区3号楼");
        shot(phone, "portal-ask-where");
        phone.click("#next");
        phone.fill("input[name=phone]", "1380000");
        phone.fill("input[name=name]", "吕植树");
        shot(phone, "portal-ask-who");
        phone.click("#next");
        assertThat(phone.locator("#check")).containsText("示例小区3号楼");
        shot(phone, "portal-ask-check");
        phone.click("#send");
        assertThat(phone.locator("#error-phone")).containsText("电话号码无法识别");
        assertThat(phone.locator("input[name=name]")).hasValue("吕植树");
        shot(phone, "portal-ask-wrong");
        phone.fill("input[name=phone]", "138 0000 7777");
        phone.click("#next");
        phone.click("#send");
        assertThat(phone.locator("h1")).containsText("已收到");
        shot(phone, "portal-sent");
        noSideways(phone);
        String number = phone.locator("#number").textContent();
        String code = phone.locator("#code").textContent();

        Page other = page(390, 844);
        other.navigate("/lookup/" + number);
        assertThat(other).hasURL(Pattern.compile("/lookup$"));
        other.fill("input[name=number]", number);
        other.fill("input[name=code]", "22222222");
        other.click("button[type=submit]");
        assertThat(other.locator(".sw-problem")).containsText("请核对编号和查询码");
        assertThat(other.locator("input[name=number]")).hasValue(number);
        shot(other, "portal-lookup");
        other.fill("input[name=code]", code.toLowerCase(java.util.Locale.ROOT));
        other.click("button[type=submit]");
        assertThat(other.locator(".sw-way")).containsText("已收到您的诉求");
        other.fill("textarea[name=text]", "西边那盏也不亮");
        other.locator("form[action$=additions] button").click();
        assertThat(other.locator(".sw-told")).containsText("已补充");
        assertThat(other.locator("body")).containsText("西边那盏也不亮");
        assertThat(other.locator("form[action$=ratings]")).hasCount(0);
        shot(other, "portal-progress");

        intake.decide(number, new Disposition.Answered("路灯所今晚更换灯泡，已电话告知。"), null, AGENT, null)
                .orThrow();
        other.reload();
        assertThat(other.locator("body")).containsText("路灯所今晚更换灯泡");
        other.locator("form[action$=ratings] button").click();
        assertThat(other.locator("#error-resolved")).containsText("请选择一项");
        other.check("input[name=resolved][value=true]");
        other.check("input[name=satisfied][value=false]");
        other.fill("textarea[name=words]", "修得快，电话里态度一般");
        shot(other, "portal-rate");
        other.locator("form[action$=ratings] button").click();
        assertThat(other.locator("body")).containsText("谢谢您的评价");
        assertThat(other.locator("form[action$=ratings]")).hasCount(0);
        noSideways(other);
        assertThat(scriptErrors).isEmpty();
        planted(number, "吕植树", "13800007777");
    }

    @Test
    void without_script_all_questions_stand_on_one_page() {
        Page plain = page(390, 844);
        plain.route("**/ask.js", Route::abort);
        plain.navigate("/ask/suggestion");
        plain.fill("textarea[name=content]", "公园多放几张座椅");
        plain.fill("input[name=location]", "示例公园");
        plain.click("#send");
        assertThat(plain.locator("h1")).containsText("已收到");
    }

    @Test
    void going_back_between_questions_and_reloading_loses_nothing() {
        Page phone = page(390, 844);
        phone.navigate("/ask/complaint");
        phone.fill("textarea[name=content]", "窗口让我跑了三趟");
        phone.click("#next");
        phone.fill("input[name=location]", "某大厅");
        phone.goBack();
        assertThat(phone.locator("textarea[name=content]")).hasValue("窗口让我跑了三趟");
        phone.reload();
        assertThat(phone.locator("textarea[name=content]")).hasValue("窗口让我跑了三趟");
        phone.click("#next");
        assertThat(phone.locator("input[name=location]")).hasValue("某大厅");
    }

    @Test
    void the_limit_explains_itself_to_anyone() {
        Page page = page(390, 844);
        page.navigate("/limits?from=2026-09-30T10:00&workingDays=7");
        assertThat(page.locator(".sw-big")).containsText("2026-10-15");
        assertThat(page.locator(".po-days")).containsText("国庆");
        shot(page, "portal-limits");
        page.navigate("/limits?from=x&workingDays=900");
        assertThat(page.locator("#error-from")).isVisible();
        page.navigate("/?lang=en");
        assertThat(page.locator("h1")).containsText("What is it about?");
        shot(page, "portal-home-en");
    }

    private static void noSideways(Page page) {
        page.waitForLoadState(); // before its style is there a page has another width
        assertThat(page.evaluate("""
                        document.documentElement.scrollWidth <= innerWidth ? '' : [...document.querySelectorAll('main *')]
                          .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                          .map(e => e.tagName + '.' + e.className).join(' ')""")).as("what is wider than the page").isEqualTo("");
    }

    /** Neither name nor number stands anywhere in the database: every column of every table, as text. */
    private void planted(String number, String... words) {
        for (String table : jdbc.sql("""
                        select format('%I.%I', table_schema, table_name) from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                        """).query(String.class).list()) {
            for (String word : words) {
                long found = jdbc.sql("select count(*) from " + table
                                + " t where t::text like :plain or t::text like :hex or t::text like :wide")
                        .param("plain", "%" + word + "%")
                        .param("hex", "%" + hex(word, java.nio.charset.StandardCharsets.UTF_8) + "%")
                        .param("wide", "%" + hex(word, java.nio.charset.StandardCharsets.UTF_16BE) + "%")
                        .query(Long.class)
                        .single();
                assertThat(found).as("%s in %s", word, table).isZero();
            }
        }
        assertThat(jdbc.sql("select count(*) from intake.appeal where number = :n")
                        .param("n", number)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static String hex(String word, java.nio.charset.Charset charset) {
        return java.util.HexFormat.of().formatHex(word.getBytes(charset));
    }
}
