package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every screen in the dark, at 200 % zoom, on a phone and in English: nothing cut off, nothing left untranslated. */
class LooksTest extends BrowserTest {
    @Autowired
    JdbcClient jdbc;

    private Map<String, List<String>> screens() {
        String order = jdbc.sql(
                        "select number from workorder.work_order where state = 'IN_HAND' and lead_unit = 'heating' order by number limit 1")
                .query(String.class)
                .single();
        return Map.of(
                "agent",
                        List.of(
                                "/desk/intake",
                                "/desk/appeals",
                                "/desk/undelivered",
                                "/nuisances",
                                "/appeals/" + order),
                "dispatcher",
                        List.of(
                                "/desk/dispatch",
                                "/desk/reports",
                                "/desk/requests",
                                "/desk/alarms",
                                "/handovers",
                                "/orders/" + order),
                "heating", List.of("/unit/inbox?tab=IN_HAND", "/unit/intake", "/roster", "/orders/" + order),
                "supervisor", List.of("/supervision", "/supervisions", "/callbacks"),
                "bureau", List.of("/board", "/breaches", "/filings", "/phrases"),
                "security", List.of("/grants", "/looks", "/second-factor"),
                "auditor", List.of("/audit"),
                "admin",
                        List.of(
                                "/admin/messages",
                                "/admin/units",
                                "/admin/units/heating",
                                "/admin/duties",
                                "/admin/accounts",
                                "/admin/calendar",
                                "/editions"),
                "", List.of("/", "/ask/livelihood", "/ask/complaint", "/lookup", "/limits", "/sign-in"));
    }

    /** One visit to each screen: a page loads anew for neither the dark nor another width. */
    @Test
    void nothing_is_cut_off_and_everything_is_readable() {
        List<String> faint = new ArrayList<>();
        List<String> wide = new ArrayList<>();
        screens().forEach((who, paths) -> {
            Page page = who.isEmpty() ? page() : as(who);
            for (String path : paths) {
                String name = path.replaceAll("\\W+", "-");
                page.setViewportSize(1366, 768);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                page.navigate(path);
                for (Object worst : (List<?>) page.evaluate(CONTRAST)) faint.add("light " + path + " " + worst);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                for (Object worst : (List<?>) page.evaluate(CONTRAST)) faint.add("dark " + path + " " + worst);
                shot(page, "dark" + name);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                for (int width : new int[] {683, 390}) { // twice the size on an office screen; a phone
                    page.setViewportSize(width, 800);
                    shot(page, "width-" + width + name);
                    int scroll = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
                    if (scroll > width + 1) wide.add(width + " " + path + " needs " + scroll);
                }
            }
        });
        assertThat(wide).isEmpty();
        assertThat(faint).as("WCAG 2.2, 1.4.3: at least 4.5 to 1").isEmpty();
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void in_English_every_label_is_English() {
        List<String> left = new ArrayList<>();
        screens().forEach((who, paths) -> {
            Page page = who.isEmpty() ? page() : as(who);
            page.navigate(paths.getFirst() + (paths.getFirst().contains("?") ? "&" : "?") + "lang=en");
            for (String path : paths) {
                page.navigate(path);
                shot(page, "english" + path.replaceAll("\\W+", "-"));
                for (Object label : (List<?>) page.evaluate(LABELS)) left.add(path + " " + label);
                if (page.content().contains("??")) left.add(path + " a key without words");
            }
        });
        assertThat(left).isEmpty();
    }

    /** Texts whose colour stands out less than 4.5 to 1 from what lies behind. */
    private static final String CONTRAST = """
            () => {
              const lum = c => { const f = v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; };
                return .2126 * f(c[0]) + .7152 * f(c[1]) + .0722 * f(c[2]); };
              const canvas = document.createElement('canvas'); canvas.width = canvas.height = 1;
              const ctx = canvas.getContext('2d', { willReadFrequently: true });
              const rgba = s => { ctx.clearRect(0, 0, 1, 1); ctx.fillStyle = s; ctx.fillRect(0, 0, 1, 1); return [...ctx.getImageData(0, 0, 1, 1).data]; };
              const behind = e => { for (; e; e = e.parentElement) { const s = getComputedStyle(e); if (s.backgroundImage !== 'none') return null;
                const c = rgba(s.backgroundColor); if (c[3] > 250) return c; if (c[3] > 5) return null; } return rgba(getComputedStyle(document.body).backgroundColor); };
              const bad = new Set();
              for (const e of document.querySelectorAll('main *, header *')) {
                if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
                if (!e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || e.closest('svg') || e.disabled || e.closest('[disabled]')) continue;
                const b = behind(e); if (!b) continue;
                const f = rgba(getComputedStyle(e).color); if (f[3] < 250) continue;
                const [x, y] = [lum(f), lum(b)].sort((p, q) => q - p);
                const ratio = (x + .05) / (y + .05);
                if (ratio < 4.45) bad.add(e.tagName + '.' + e.className + ' ' + ratio.toFixed(2) + ' ' + e.textContent.trim().slice(0, 12));
              }
              return [...bad].slice(0, 8);
            }""";

    /** Labels, headings, buttons and tabs that hold Chinese; what people and units wrote is theirs. */
    private static final String LABELS = """
            () => [...new Set([...document.querySelectorAll('label > span, th, h1, h2, h3, button, summary, nav a, legend, .sw-quiet > label')]
                .filter(e => e.checkVisibility() && !e.closest('[data-own-words]'))
                .map(e => [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.textContent).join(' ') || (e.children.length ? '' : e.textContent))
                .map(t => t.trim()).filter(t => /[\\u4e00-\\u9fff]/.test(t)))].slice(0, 12)""";
}
