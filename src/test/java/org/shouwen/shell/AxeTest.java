package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.Citizen;
import org.shouwen.ScreenClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * axe finds nothing serious on any kind of page that links lead to, as any account of the demonstration city and as a
 * citizen (WCAG 2.1 A and AA): each kind of page once, in the browser, as the first account that is led to it.
 */
class AxeTest extends BrowserTest {
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    @Autowired
    JdbcClient jdbc;

    private interface Pages {
        String get(String path) throws Exception;
    }

    @Test
    void no_page_has_a_serious_fault() throws Exception {
        String axe = source();
        Map<String, Map<String, String>> walk = walk();
        Set<String> faults = new TreeSet<>();
        int seen = 0;
        for (Map.Entry<String, Map<String, String>> visitor : walk.entrySet()) {
            Page page = visitor.getKey().isEmpty() ? page() : as(visitor.getKey());
            for (Map.Entry<String, String> kind : visitor.getValue().entrySet()) {
                page.navigate(kind.getValue());
                if (kind.getKey().equals("/desk/intake")) page.fill("textarea[name=content]", "家里暖气不热，只有十五度，老人受不了");
                shot(page, "walk-" + visitor.getKey() + kind.getKey().replaceAll("[/*?]", "_"));
                page.evaluate(axe);
                faults.addAll(faults(page, kind.getKey()));
                seen++;
            }
            page.close();
        }
        assertThat(seen).as("kinds of pages").isGreaterThan(45);
        assertThat(faults).isEmpty();
    }

    @Test
    void a_fault_is_found() throws Exception {
        Page page = page();
        page.navigate("/");
        page.evaluate(
                "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/favicon.ico\"><input>')");
        page.evaluate(source());
        assertThat(faults(page, "/").toString()).contains("image-alt", "label");
    }

    @SuppressWarnings("unchecked")
    private static List<String> faults(Page page, String kind) {
        Map<String, Object> found = (Map<String, Object>) page.evaluate("""
                () => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })
                    .then(r => ({ violations: r.violations.map(v => ({ id: v.id, impact: v.impact,
                        where: v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + n.failureSummary) })) }))
                """);
        List<String> all = new ArrayList<>();
        for (Map<String, Object> v : (List<Map<String, Object>>) Objects.requireNonNull(found.get("violations")))
            if (SERIOUS.contains(String.valueOf(v.get("impact"))))
                all.add(v.get("id") + " on " + kind + ": " + v.get("where"));
        return all;
    }

    /** By visitor, the kinds of pages that nobody before was led to, with a path of each. */
    private Map<String, Map<String, String>> walk() throws Exception {
        Map<String, Pages> visitors = new TreeMap<>();
        for (String login : jdbc.sql("select login from accounts.account where demonstration")
                .query(String.class)
                .list()) {
            ScreenClient person = ScreenClient.as(port, login);
            visitors.put(login, path -> person.get(path).body());
        }
        Citizen citizen = new Citizen(port);
        visitors.put("", path -> citizen.get(path).body());
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        Set<String> kinds = new TreeSet<>();
        for (Map.Entry<String, Pages> v : visitors.entrySet()) {
            Map<String, String> own = new LinkedHashMap<>();
            Deque<String> open = new ArrayDeque<>(addresses());
            while (!open.isEmpty()) {
                String path = open.poll();
                String kind = kind(path);
                if (kinds.contains(kind)) continue;
                String page = v.getValue().get(path);
                if (!page.contains("<html") || page.contains("sw-refused")) continue;
                if (!page.contains("您的角色不能打开这个页面")) {
                    kinds.add(kind);
                    own.put(kind, path);
                }
                Matcher links = LINK.matcher(page);
                while (links.find()) {
                    String to = links.group(1).replace("&amp;", "&");
                    if (!to.matches(
                            "(?s).*(\\.(css|js|csv|png|svg|ico|docx|xlsx)|lang=|/papers/|webjars|sign-out|referral|paper).*"))
                        open.add(to);
                }
            }
            all.put(v.getKey(), own);
        }
        return all;
    }

    private static List<String> addresses() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/access.txt")).stream()
                .filter(l -> l.startsWith("GET /") && !l.contains("{") && !l.contains("/api/") && !l.contains(".csv"))
                .map(l -> l.substring(4).replaceAll(" .*", ""))
                .toList();
    }

    private static String kind(String path) {
        return path.replaceAll("\\?.*", "")
                .replaceAll("\\d{8}-\\d{6}|[0-9a-f]{8}-[0-9a-f-]{27}|\\d{4}(?=/|$)", "*")
                .replaceAll("(?<=/admin/units/)[a-z-]+$", "*")
                .replaceAll("(?<=/figures/)[a-z-]+", "*");
    }

    private static String source() throws IOException {
        try (InputStream in =
                AxeTest.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
