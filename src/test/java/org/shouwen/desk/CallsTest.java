package org.shouwen.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.BrowserTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** A caller's number is a hint: whatever a telephone system sends for it, the call rings. */
class CallsTest extends BrowserTest {
    @Autowired
    Accounts accounts;

    @Autowired
    JsonMapper json;

    @Test
    void a_call_rings_whatever_stands_for_its_number() throws Exception {
        ApiClient telephone = ApiClient.of(port, accounts, "telephone", Role.TELEPHONE, null);
        List<String> sent = new ArrayList<>(List.of(
                "13800000001",
                "013800000001",
                "12583113800000001",
                "95013800000001",
                "anonymous",
                "",
                "\u0000",
                "x".repeat(3000),
                "sip:unknown@unknown.invalid",
                "+",
                "📞"));
        for (String number : sent)
            assertThat(telephone
                            .post("/api/v1/calls", json.writeValueAsString(Map.of("agent", "agent", "phone", number)))
                            .status())
                    .as(number)
                    .isEqualTo(204);
        for (String body : List.of(
                "{\"agent\":\"agent\"}",
                "{\"agent\":\"agent\",\"phone\":null}",
                "{\"agent\":\"agent\",\"phone\":13800000001}"))
            assertThat(telephone.post("/api/v1/calls", body).status()).as(body).isEqualTo(204);
        Page agent = as("agent");
        agent.navigate("/desk/intake?lang=zh");
        assertThat(agent.locator(".sw-ringing")).containsText("138****0001");
        agent.locator(".sw-ringing button").click();
        assertThat(agent.locator("[name=phone]")).hasValue("13800000001");
        agent.fill("[name=content]", "第一个电话");
        telephone.post("/api/v1/calls", "{\"agent\":\"agent\",\"phone\":\"anonymous\"}");
        assertThat(agent.locator(".sw-ringing")).containsText("号码未显示");
        shot(agent, "intake-withheld");
        agent.locator(".sw-ringing button").click();
        assertThat(agent.locator("[name=phone]")).hasValue("");
        assertThat(agent.locator("[name=content]")).hasValue("");
        assertThat(agent.locator("#rang")).hasText("号码未显示");
        telephone.post("/api/v1/calls", "{\"agent\":\"agent\",\"phone\":\"1234567\"}");
        assertThat(agent.locator(".sw-ringing")).containsText("1234567");
        agent.locator(".sw-ringing button").click();
        assertThat(agent.locator("[name=phone]")).hasValue("");
        assertThat(agent.locator("#rang")).containsText("1234567");
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void three_spellings_of_a_landline_are_one_caller() {
        Page agent = as("agent");
        agent.navigate("/desk/intake?lang=zh");
        for (String number : List.of("3123456", "0415-3123456", "+86 415 3123456", "0415 312 3456 转 8")) {
            agent.fill("[name=phone]", number);
            assertThat(agent.locator("#caller")).containsText("***3456");
            agent.fill("[name=phone]", "");
            assertThat(agent.locator("#caller")).not().containsText("***3456");
        }
    }
}
