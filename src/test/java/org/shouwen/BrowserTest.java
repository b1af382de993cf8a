package org.shouwen;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A real browser on the real application; one browser for a class, a fresh context for each person. */
@ShouwenTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BrowserTest {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    @LocalServerPort
    protected int port;

    private @Nullable Playwright playwright;
    private @Nullable Browser browser;
    private final List<BrowserContext> contexts = new ArrayList<>();
    protected final List<String> scriptErrors = new ArrayList<>();

    @BeforeAll
    void openBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(ARGUMENTS));
    }

    @AfterEach
    void closeContexts() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    @AfterAll
    void closeBrowser() {
        if (browser != null) browser.close();
        if (playwright != null) playwright.close();
    }

    /** An office screen. */
    protected Page page() {
        return page(1366, 768);
    }

    protected Page page(int width, int height) {
        BrowserContext context = java.util.Objects.requireNonNull(browser)
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale("zh-CN")
                        .setTimezoneId("Asia/Shanghai")
                        .setBaseURL("http://localhost:" + port));
        context.setDefaultTimeout(15_000);
        contexts.add(context);
        Page page = context.newPage();
        page.onPageError(scriptErrors::add);
        page.onConsoleMessage(m -> {
            if (m.type().equals("error")
                    && !m.text().contains("status of 4")
                    && !m.text().matches("(?s).*Error Code 40[13].*")) scriptErrors.add(m.text());
        });
        return page;
    }

    /** Signed in with an account of the demonstration city. */
    protected Page as(String login) {
        Page page = page();
        page.navigate("/sign-in");
        page.fill("input[name=username]", login);
        page.fill("input[name=password]", "shouwen-demo");
        page.click("button[type=submit]");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    /** Kept under target/screenshots, to be looked at. */
    protected void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no chromium: ./shouwen test says how to install it"));
    }
}
