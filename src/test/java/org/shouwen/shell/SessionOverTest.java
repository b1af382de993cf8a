package org.shouwen.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.Citizen;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.OwnAppeals;
import org.shouwen.appeal.Receipt;
import org.shouwen.history.Actor;
import org.shouwen.identity.Identity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A session that ended costs nothing that was typed, and nobody is told that their role may not. */
class SessionOverTest extends BrowserTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    Intake intake;

    @Autowired
    OwnAppeals own;

    private void sessionsEnd() {
        jdbc.sql("delete from accounts.spring_session").update();
    }

    @Test
    void a_citizens_form_comes_back_filled_and_is_sent_at_the_second_click() {
        Page phone = page(390, 844);
        phone.route("**/ask.js", com.microsoft.playwright.Route::abort);
        phone.navigate("/ask/livelihood");
        phone.fill("textarea[name=content]", "试件：会话已过期也要收下");
        phone.fill("input[name=location]", "试件路9号");
        sessionsEnd();
        phone.click("#send");
        assertThat(phone.locator("main")).not().containsText("角色");
        assertThat(phone.locator("textarea[name=content]")).hasValue("试件：会话已过期也要收下");
        shot(phone, "session-over-portal");
        phone.click("main button[type=submit]");
        assertThat(phone.locator("h1")).containsText("已收到");
    }

    @Test
    void what_was_typed_on_the_look_up_page_comes_back_with_it() throws Exception {
        Receipt r = intake.submit(
                AnAppeal.saying("试件：查询页").channel("web").location("试件路").by(Identity.UNNAMED),
                Origin.portal(null),
                Actor.APPELLANT);
        Page phone = page(390, 844);
        phone.navigate("/lookup");
        phone.fill("[name=number]", r.number());
        phone.fill("[name=code]", r.code());
        phone.click("main button[type=submit]");
        phone.fill("textarea[name=text]", "西边那盏也不亮");
        sessionsEnd();
        phone.locator("form[action$=additions] button").click();
        assertThat(phone.locator("textarea[name=text]")).hasValue("西边那盏也不亮");
        phone.click("main button[type=submit]");
        assertThat(phone.locator("main")).containsText("请再输入一次查询码");
        phone.fill("[name=code]", r.code());
        phone.click("main button[type=submit]");
        assertThat(phone.locator("form[action$=additions] textarea")).hasValue("西边那盏也不亮");
        phone.locator("form[action$=additions] button").click();
        assertThat(phone.locator(".sw-told")).containsText("已补充");
    }

    @Test
    void an_officers_note_waits_until_they_have_signed_in_again_in_another_window() {
        Page unit = as("dispatcher");
        unit.navigate("/password");
        Page second = unit.context().newPage();
        unit.evaluate(
                "() => { const f = document.createElement('form'); f.method = 'post'; f.action = '/orders/20260101-000001/notes';"
                        + "const t = document.createElement('textarea'); t.name = 'text'; t.value = '已与现场联系'; f.append(t);"
                        + "f.append(document.querySelector('main [name=_csrf]').cloneNode());"
                        + "document.body.append(f); window.kept = f; }");
        sessionsEnd();
        unit.evaluate("() => window.kept.submit()");
        assertThat(unit.locator("textarea[name=text]")).hasValue("已与现场联系");
        assertThat(unit.locator("main")).containsText("在新窗口登录");
        shot(unit, "session-over");
        second.navigate("/sign-in");
        second.fill("[name=username]", "dispatcher");
        second.fill("[name=password]", "shouwen-demo");
        second.click("main button[type=submit]");
        unit.click("main button[type=submit]");
        assertThat(unit.locator("textarea[name=text]")).hasValue("已与现场联系");
        assertThat(unit.locator("main")).not().containsText("在新窗口登录");
        unit.click("main button[type=submit]");
        assertThat(unit.locator("main")).not().containsText("再次提交");
    }

    @Test
    void codes_behind_choices_are_sent_again_but_not_shown_as_if_somebody_had_typed_them() throws Exception {
        String page = new Citizen(port)
                .post(
                        "/lookup/20260101-000001/ratings",
                        Map.of(),
                        Map.of("resolved", "false", "satisfied", "true", "words", "fine", "_csrf", "old"))
                .body();
        assertThat(page).contains("fine</textarea>").contains("name=\"resolved\" value=\"false\"");
        assertThat(page).doesNotContain("false</textarea>").doesNotContain("true</textarea>");
        for (String code : new String[] {
            "true", "heat-cold", "AWAITING_RECEIPT", "heating", "3", "01a224fe-49fd-7a5c-be59-447e216033fc"
        })
            assertThat(new SessionOver.Field("matterClass", code).telling())
                    .as(code)
                    .isFalse();
        for (String typed : new String[] {"13900000161", "0415-3123456", "市民 王", "12 rooms", "2026-11-29 09:00"})
            assertThat(new SessionOver.Field("phone", typed).telling())
                    .as(typed)
                    .isTrue();
    }

    @Test
    void the_sign_in_page_left_open_works_at_the_first_try() {
        Page page = page();
        page.navigate("/sign-in");
        page.fill("[name=username]", "agent");
        page.fill("[name=password]", "shouwen-demo");
        sessionsEnd();
        page.click("main button[type=submit]");
        assertThat(page).not().hasURL(java.util.regex.Pattern.compile("sign-in"));
    }

    @Test
    void a_form_that_another_site_sent_is_not_shown() throws Exception {
        var http = java.net.http.HttpClient.newHttpClient();
        HttpResponse<String> in = http.send(
                java.net.http.HttpRequest.newBuilder(
                                java.net.URI.create("http://localhost:" + port + "/orders/1/notes"))
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("text=x&_csrf=old"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(in.statusCode()).isEqualTo(403);
        HttpResponse<String> late =
                new Citizen(port).post("/orders/1/notes", Map.of(), Map.of("text", "打了字", "_csrf", "old"));
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(late.body()).contains("打了字").doesNotContain("角色");
    }
}
