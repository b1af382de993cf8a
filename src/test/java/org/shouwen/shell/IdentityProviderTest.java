package org.shouwen.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.shouwen.BrowserTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.Account;
import org.shouwen.accounts.Accounts;
import org.shouwen.history.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** People of a city with its own identity provider sign in there; a real provider, a real browser. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IdentityProviderTest extends BrowserTest {
    private static final int PROVIDER = freePort();

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private @Nullable CityProvider provider;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("shouwen.oidc.issuer", () -> "http://127.0.0.1:" + PROVIDER);
        settings.add("shouwen.oidc.client-id", () -> CityProvider.CLIENT);
        settings.add("shouwen.oidc.client-secret", () -> CityProvider.SECRET);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private CityProvider open() {
        return provider = new CityProvider(PROVIDER, "http://localhost:" + port + "/sign-in/back/city");
    }

    @AfterEach
    void close() {
        if (provider != null) provider.close();
    }

    private Page at(String subject) {
        Page page = page();
        page.navigate("/sign-in");
        page.click("a[href='/sign-in/with/city']");
        page.fill("[name=username]", subject);
        page.fill("[name=password]", CityProvider.PASSWORD);
        page.click("button[type=submit]");
        page.waitForURL("http://localhost:" + port + "/**");
        return page;
    }

    private Account account(String login, Role role) {
        return accounts.create(login, login, null, null, Set.of(role)).account();
    }

    /** Before any other: once the provider has said where it is, it is the browser that can't reach it. */
    @Test
    @Order(1)
    void while_the_provider_is_out_of_reach_the_password_still_serves() {
        Page closed = page();
        closed.navigate("/sign-in");
        closed.click("a[href='/sign-in/with/city']");
        assertThat(closed.locator(".sw-problem")).containsText("统一身份认证没有完成登录");
        shot(closed, "provider-closed");
        assertThat(as("agent")).not().hasURL(java.util.regex.Pattern.compile(".*/sign-in.*"));
    }

    @Test
    void the_provider_vouches_for_a_person_and_from_then_on_for_nobody_else_under_the_same_name() {
        CityProvider city = open();
        Account wang = account("wang.fang", Role.CITY_LEADER);
        city.person("u-1", "wang.fang");
        Page page = at("u-1");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/overview"));
        shot(page, "provider-signed-in");
        assertThat(accounts.get(wang.id()).mustChange())
                .as("the first password, which others know, is gone")
                .isFalse();
        assertThat(accounts.get(wang.id()).roles()).containsExactly(Role.CITY_LEADER);
        assertThat(jdbc.sql("select count(*) from accounts.account where id = :id and password is null")
                        .param("id", wang.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        city.person("u-1", "wang.fang2"); // married, say: still the same person
        assertThat(at("u-1")).hasURL(java.util.regex.Pattern.compile(".*/overview"));
        city.person("u-2", "wang.fang"); // the name went to somebody else
        Page stranger = at("u-2");
        assertThat(stranger.locator(".sw-problem")).containsText("属于另一人");
        shot(stranger, "provider-stranger");
        assertThat(stranger.request().get("/desk/dispatch").url()).contains("/sign-in");

        accounts.change(
                wang.with(
                        wang.name(),
                        null,
                        wang.roles(),
                        false,
                        accounts.get(wang.id()).version()),
                Actor.SYSTEM);
        assertThat(at("u-1").locator(".sw-problem")).isVisible();
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void programs_and_strangers_have_no_account_and_much_power_still_needs_a_second_factor() {
        CityProvider city = open();
        accounts.token("board", Set.of(Role.AGENT), null);
        city.person("u-3", "api:board");
        assertThat(at("u-3").locator(".sw-problem")).isVisible();
        city.person("u-4", "nobody.here");
        assertThat(at("u-4").locator(".sw-problem")).isVisible();

        account("li.security", Role.SECURITY);
        city.person("u-5", "li.security");
        assertThat(at("u-5")).hasURL(java.util.regex.Pattern.compile(".*/second-factor"));
    }

    @Test
    void an_answer_that_was_not_asked_for_signs_nobody_in() {
        open();
        Page page = page();
        page.navigate("/sign-in/back/city?code=made-up&state=made-up");
        assertThat(page.locator(".sw-problem")).containsText("统一身份认证没有完成登录");
        assertThat(page.request().get("/home").url()).contains("/sign-in");
    }
}
