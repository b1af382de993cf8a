package org.shouwen.accounts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.access.Role;
import org.shouwen.history.VerificationProbe;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passkeys in a real browser, with an authenticator that the browser plays. */
class PasskeysTest extends BrowserTest {
    @Autowired
    Accounts accounts;

    @Autowired
    Passkeys passkeys;

    @Autowired
    SecondFactor secondFactor;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    VerificationProbe verification;

    /** A device with a finger on it. */
    private static final class Device {
        private final CDPSession cdp;
        private final String id;

        Device(Page page) {
            cdp = page.context().newCDPSession(page);
            cdp.send("WebAuthn.enable");
            JsonObject options = new JsonObject();
            options.addProperty("protocol", "ctap2");
            options.addProperty("transport", "internal");
            options.addProperty("hasResidentKey", true);
            options.addProperty("hasUserVerification", true);
            options.addProperty("isUserVerified", true);
            options.addProperty("automaticPresenceSimulation", true);
            JsonObject what = new JsonObject();
            what.add("options", options);
            id = cdp.send("WebAuthn.addVirtualAuthenticator", what)
                    .get("authenticatorId")
                    .getAsString();
        }

        void verifies(boolean right) {
            JsonObject what = new JsonObject();
            what.addProperty("authenticatorId", id);
            what.addProperty("isUserVerified", right);
            cdp.send("WebAuthn.setUserVerified", what);
        }
    }

    private void add(Page page, String label) {
        page.navigate("/second-factor");
        page.fill("[name=label]", label);
        page.click("form[data-passkey] button");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(label)))
                .isVisible();
    }

    private static void signOut(Page page) {
        page.click("summary:has-text('示例')");
        page.click("form[action='/sign-out'] button");
        page.waitForURL("**/sign-in?out");
    }

    @Test
    void a_device_signs_a_person_in_until_it_is_taken_away() {
        Page page = as("agent");
        Device device = new Device(page);
        add(page, "值班室电脑");
        shot(page, "passkeys");
        signOut(page);
        page.click("form[data-passkey] button");
        assertThat(page).hasURL(Pattern.compile(".*/desk/intake"));
        signOut(page);

        device.verifies(false);
        page.click("form[data-passkey] button");
        assertThat(page.locator("[data-failed]")).isVisible();
        shot(page, "passkey-refused");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        device.verifies(true);

        secondFactor.reset(
                accounts.byLogin("agent").orElseThrow().id(),
                new CurrentUser(UUID.randomUUID(), "s", "安全", null, null, Set.of(Role.SECURITY)));
        page.click("form[data-passkey] button");
        assertThat(page.locator("[data-failed]")).isVisible();
        assertThat(verification.findings()).isEmpty();
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void an_answer_counts_once_and_only_for_what_was_asked() {
        Page page = as("supervisor");
        new Device(page);
        add(page, "手机");
        signOut(page);
        String[] said = new String[1];
        page.onRequest(r -> {
            if (r.url().endsWith("/sign-in/passkey")) said[0] = r.postData();
        });
        page.click("form[data-passkey] button");
        page.waitForURL(url -> !url.contains("/sign-in"));
        signOut(page);
        String csrf = page.locator("main input[name=_csrf]").first().inputValue();
        RequestOptions again = RequestOptions.create()
                .setHeader("X-CSRF-TOKEN", csrf)
                .setHeader("Content-Type", "application/json")
                .setData(said[0]);
        assertThat(page.request().post("/sign-in/passkey", again).status())
                .as("nothing was asked")
                .isEqualTo(422);
        page.request().post("/sign-in/passkey/options", RequestOptions.create().setHeader("X-CSRF-TOKEN", csrf));
        assertThat(page.request().post("/sign-in/passkey", again).status())
                .as("another question")
                .isEqualTo(422);
        assertThat(page.request().get("/supervision").url()).contains("/sign-in");
        assertThat(page.request().post("/sign-in/passkey/options").status())
                .as("not from a foreign page")
                .isEqualTo(403);
    }

    @Test
    void nobody_takes_away_anothers_and_a_closed_account_stays_closed() {
        Page page = as("mayor");
        new Device(page);
        add(page, "平板");
        Account mayor = accounts.byLogin("mayor").orElseThrow();
        String id = passkeys.of(mayor.id()).getFirst().id();
        passkeys.remove(accounts.byLogin("agent").orElseThrow().signedIn(), id);
        assertThat(passkeys.of(mayor.id())).hasSize(1);
        signOut(page);
        accounts.change(
                mayor.with(mayor.name(), null, mayor.roles(), false, mayor.version()),
                org.shouwen.history.Actor.SYSTEM);
        page.click("form[data-passkey] button");
        assertThat(page.locator("[data-failed]")).isVisible();
    }

    @Test
    void only_at_the_sites_own_address() {
        assertThat(passkeys.usableAt("http://localhost:8890")).isTrue();
        assertThat(passkeys.usableAt("http://127.0.0.1:8890")).isFalse();
        assertThat(passkeys.usableAt("https://evil.example")).isFalse();
    }
}
