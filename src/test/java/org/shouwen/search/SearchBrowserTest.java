package org.shouwen.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.Cases;
import org.shouwen.TestClock;
import org.shouwen.identity.Identity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The main path in a browser: a key, some words, a filter, back, a thing that was found. */
@Import(IndexRun.class)
class SearchBrowserTest extends BrowserTest {
    @Autowired
    IndexRun index;

    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @BeforeEach
    void time() {
        clock.set("2026-09-30T10:00");
    }

    @Test
    void by_the_keyboard_to_what_was_meant_and_back() {
        for (int i = 0; i < 3; i++)
            cases.aCase(Cases.coldFlat().title("暖气管道漏水 " + i).by(Identity.UNNAMED))
                    .dispatchedTo(i == 0 ? "housing" : "heating");
        index.now();
        Page desk = as("dispatcher");
        desk.navigate("/desk/dispatch");
        ready(desk).keyboard().press("/");
        assertThat(desk.locator(".sw-search [name=q]")).isFocused();
        ready(desk).keyboard().type("管道漏水");
        ready(desk).keyboard().press("Enter");
        assertThat(desk).hasURL(Pattern.compile(".*/search\\?q=.*"));
        assertThat(desk.locator(".sr-count")).containsText("3");
        assertThat(desk.locator(".sr-hit")).hasCount(3);
        shot(desk, "search-dispatcher");
        desk.locator("input[name=unit][value=housing]").check();
        assertThat(desk).hasURL(Pattern.compile(".*unit=housing.*"));
        assertThat(desk.locator(".sr-hit")).hasCount(1);
        assertThat(desk.locator("input[name=unit][value=housing]")).isFocused();
        shot(desk, "search-filtered");
        desk.goBack();
        assertThat(desk.locator(".sr-hit")).hasCount(3);
        Locator first = desk.locator(".sr-hit h2 a").first();
        first.click();
        assertThat(desk).hasURL(Pattern.compile(".*/orders/.*"));
        for (String login : List.of("agent", "heating-officer", "supervisor", "bureau", "mayor")) {
            Page page = as(login);
            page.navigate("/search?q=%E6%BC%8F%E6%B0%B4");
            shot(page, "search-" + login);
            page.setViewportSize(390, 844);
            shot(page, "search-phone-" + login);
        }
        Page large = as("agent");
        large.setViewportSize(683, 384); // 200 % of an office screen
        large.navigate("/search?q=%E6%BC%8F%E6%B0%B4");
        shot(large, "search-zoom");
        large.navigate("/search");
        shot(large, "search-blank-zoom");
        org.assertj.core.api.Assertions.assertThat(
                        large.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("nothing to be scrolled sideways")
                .isEqualTo(true);
        Page blank = as("agent");
        blank.navigate("/search");
        shot(blank, "search-blank");
        blank.navigate("/search/exports");
        shot(blank, "search-exports");
        org.assertj.core.api.Assertions.assertThat(scriptErrors).isEmpty();
    }
}
