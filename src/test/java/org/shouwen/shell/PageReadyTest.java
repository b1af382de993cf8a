package org.shouwen.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;

/** Tests wait for a page to be ready before they fill and press; and a form that was sent before that has done the same. */
class PageReadyTest extends BrowserTest {
    private static final String SCRIPTS = "**/*.js";

    /** A script that comes late keeps the page from being pressed until it has run. */
    @Test
    void nothing_is_pressed_before_the_scripts_have_run() {
        Page page = as("admin");
        List<Route> held = new ArrayList<>();
        page.route("**/shell/shouwen.js", held::add);
        page.evaluate("location.href = '/admin/calendar?year=2027'");
        page.waitForCondition(() -> !held.isEmpty());
        Locator load = page.locator("details.sw-act > summary");
        load.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        assertThat(load).isHidden();
        held.forEach(Route::resume);
        load.click();
        assertThat(page.evaluate("document.readyState")).isEqualTo("complete");
        assertThat(page.locator("textarea[name=text]")).isVisible();
    }

    /** Scripts that never come: the page's forms go all the same. */
    @Test
    void forms_do_the_same_without_their_scripts() {
        Page page = as("admin");
        page.route(SCRIPTS, Route::abort);
        page.navigate("/admin/calendar?year=2027");
        page.locator("details summary").last().click();
        page.fill("textarea[name=text]", "date,working,name\n2027-13-01,false,元旦");
        page.locator("details button[type=submit]").last().click();
        assertThat(page.locator(".sw-problem")).isVisible();
        assertThat(page.locator("textarea[name=text]")).hasValue("date,working,name\n2027-13-01,false,元旦");
    }
}
