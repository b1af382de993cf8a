package org.shouwen.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** An agent's keyboard that counts: each key, and each character that is typed, is one. */
final class CountedKeys {
    private final Page agent;
    private int keys;

    CountedKeys(Page agent) {
        this.agent = agent;
    }

    int count() {
        return keys;
    }

    /** The page it types on. */
    Page page() {
        return agent;
    }

    void press(String... pressed) {
        for (String key : pressed) {
            agent.keyboard().press(key);
            keys++;
        }
    }

    void type(String words) {
        agent.keyboard().type(words);
        keys += words.codePointCount(0, words.length());
    }

    void proposedFirst(String field) {
        agent.locator("[data-take=" + field + "]").first().waitFor();
    }

    void choose(String field, int downs) {
        agent.locator("[name=" + field + "]").first().focus();
        keys++; // Tab
        for (int i = 0; i < downs; i++) press("ArrowDown");
    }

    /** The kind by its group of radios: Tab, then arrows; the class by the list, opened by typing is not possible in Chinese. */
    void kindAndClass(String kind, String matterClass) {
        List<String> kinds = List.of("consultation", "livelihood", "service", "complaint", "suggestion");
        agent.locator("[name=kind]").first().focus();
        press("Space");
        keys++; // Tab
        for (int i = 0; i < kinds.indexOf(kind); i++) press("ArrowRight");
        Object at = agent.evaluate(
                "c => [...document.querySelector('[name=matterClass]').options].findIndex(o => o.value === c)",
                matterClass);
        choose("matterClass", ((Number) at).intValue());
    }

    void field(String name, String words) {
        agent.locator("[name=" + name + "]").focus();
        keys++; // Tab
        type(words);
    }

    void place(String words, String whole) {
        press("F4");
        type(words);
        assertThat(agent.locator("#places option").first()).hasAttribute("value", whole);
    }
}
