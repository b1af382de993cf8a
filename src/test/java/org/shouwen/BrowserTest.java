package org.shouwen;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A real browser on the real application; one browser for all classes of a process, a fresh context for each person. */
@ShouwenTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BrowserTest {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    /** What htmx says when a page is left while it asks for a part of it; a request that failed is sendError. */
    private static final Pattern LEFT_MEANWHILE = Pattern.compile("^htmx:(sendAbort|afterRequest),");

    /**
     * Nothing of a page can be pressed or filled before its scripts have run: a person would not be that quick, and what
     * a test does to a page that is not ready goes wrong by chance on a loaded machine.
     */
    private static final String NOT_BEFORE_IT_IS_READY = """
            new MutationObserver((_, seen) => {
              if (!document.documentElement) return;
              seen.disconnect();
              if (document.readyState === 'complete') return;
              const page = document.documentElement;
              page.style.visibility = 'hidden';
              addEventListener('load', () => {
                page.style.visibility = '';
                if (document.activeElement === document.body) document.querySelector('[autofocus]')?.focus();
              });
            }).observe(document, { childList: true });
            """;

    @LocalServerPort
    protected int port;

    private final List<BrowserContext> contexts = new ArrayList<>();
    protected final List<String> scriptErrors = new ArrayList<>();

    @AfterEach
    void closeContexts() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    /** Before a key is pressed: keys go to no element, and nothing waits by itself until the page listens to them. */
    protected static Page ready(Page page) {
        page.waitForLoadState();
        return page;
    }

    /** An office screen. */
    protected Page page() {
        return page(1366, 768);
    }

    protected Page page(int width, int height) {
        BrowserContext context = OneBrowser.get()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale("zh-CN")
                        .setTimezoneId("Asia/Shanghai")
                        .setBaseURL("http://localhost:" + port));
        context.addInitScript(NOT_BEFORE_IT_IS_READY);
        context.setDefaultTimeout(OneBrowser.PATIENCE_MS);
        contexts.add(context);
        Page page = context.newPage();
        page.onPageError(scriptErrors::add);
        page.onConsoleMessage(m -> {
            if (m.type().equals("error")
                    && !LEFT_MEANWHILE.matcher(m.text()).find()
                    && !m.text().contains("status of 4")
                    && !m.text().matches("(?s).*Error Code 40[13].*")) scriptErrors.add(m.text());
        });
        return page;
    }

    /**
     * Signed in with an account of the demonstration city, on the page that it begins with. The form is sent without the
     * screen, in the browser's name and into its cookies: {@code SignInTest} is about the screen.
     */
    protected Page as(String login) {
        Page page = page();
        APIRequestContext requests = page.context().request();
        Matcher csrf = CSRF.matcher(requests.get("/sign-in").text());
        if (!csrf.find()) throw new IllegalStateException("no form to sign in with");
        String home = requests.post(
                        "/sign-in",
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set("username", login)
                                        .set("password", "shouwen-demo")
                                        .set("_csrf", csrf.group(1))))
                .url();
        if (home.contains("/sign-in")) throw new IllegalStateException("not signed in: " + login);
        page.navigate(home);
        return page;
    }

    /** Kept under target/screenshots, to be looked at; taken with {@code ./shouwen test -Dshouwen.screenshots=true}. */
    protected void shot(Page page, String name) {
        if (!Boolean.getBoolean("shouwen.screenshots")) return;
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }
}
