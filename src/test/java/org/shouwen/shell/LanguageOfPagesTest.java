package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwen.Citizen;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * No page mixes languages: every page that can be reached by links, as every account of the demonstration city and as a
 * citizen, in both languages. What people wrote and what offices are called stays as it is.
 */
@ShouwenTest
class LanguageOfPagesTest {
    /** Pages that one account is led to, at most; lists lead to very many of one kind. */
    private static final int PAGES = 90;

    private static final int OF_ONE_KIND = 3;

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    private static final Pattern LATIN = Pattern.compile("(?<![A-Za-z0-9_.-])[A-Za-z][A-Za-z_-]{2,}(?![A-Za-z0-9_.-])");
    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}][\\p{IsHan}、，。：；！？“”（）〔〕《》 ]*");

    /** Words that a Chinese office writes in Latin letters: formats, keys, makes. */
    private static final Set<String> AS_IN_CHINESE = Set.of(
            "true",
            "false",
            "shouwen-demo",
            "API",
            "CSV",
            "xlsx",
            "GeoJSON",
            "PNG",
            "JPEG",
            "xls",
            "txt",
            "Excel",
            "JSON",
            "PDF",
            "OFD",
            "Alt",
            "Ctrl",
            "Esc",
            "Enter",
            "Tab",
            "Shift",
            "English",
            "If-Match",
            "docx",
            "YAML",
            "GBK",
            "UTF",
            "Unicode",
            "SHA",
            "https",
            "kafka");

    private static final Set<String> MESSAGES = Set.of("/admin/messages", "/appeals/*");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private interface Pages {
        String get(String path) throws Exception;
    }

    @Test
    void no_page_mixes_languages() throws Exception {
        Map<String, Pages> visitors = new TreeMap<>();
        for (String login : jdbc.sql("select login from accounts.account where demonstration")
                .query(String.class)
                .list()) {
            ScreenClient person = ScreenClient.as(port, login);
            visitors.put(login, path -> person.get(path).body());
        }
        Citizen citizen = new Citizen(port);
        visitors.put("", path -> citizen.get(path).body());
        Map<String, String> mixed = new TreeMap<>();
        Set<String> kinds = new LinkedHashSet<>();
        for (Map.Entry<String, Pages> v : visitors.entrySet()) {
            for (Map.Entry<String, String> page : walk(v.getValue(), "zh").entrySet()) {
                kinds.add(kind(page.getKey()));
                latin(page.getValue()).forEach(w -> mixed.putIfAbsent("zh " + w, kind(page.getKey())));
            }
            Set<String> data = new CityWords(jdbc).all();
            for (Map.Entry<String, String> page : walk(v.getValue(), "en").entrySet())
                han(page.getValue(), data, MESSAGES.contains(kind(page.getKey())))
                        .forEach(w -> mixed.putIfAbsent("en " + w, kind(page.getKey())));
        }
        assertThat(kinds).as("kinds of pages that were walked").hasSizeGreaterThan(45);
        assertThat(mixed).isEmpty();
    }

    private static String kind(String path) {
        return path.replaceAll("\\?.*", "")
                .replaceAll("\\d{8}-\\d{6}|[0-9a-f]{8}-[0-9a-f-]{27}|\\d{4}(?=/|$)", "*")
                .replaceAll("(?<=/admin/units/)[a-z-]+$", "*");
    }

    private Map<String, String> walk(Pages pages, String language) throws Exception {
        Map<String, String> seen = new HashMap<>();
        Map<String, Integer> kinds = new HashMap<>();
        pages.get("/?lang=" + language);
        Deque<String> open = new ArrayDeque<>(pages());
        while (!open.isEmpty() && seen.size() < PAGES) {
            String path = open.poll();
            if (seen.containsKey(path) || kinds.merge(kind(path), 1, Integer::sum) > OF_ONE_KIND) continue;
            String page = pages.get(path);
            if (!page.contains("<html")) continue;
            seen.put(path, page);
            Matcher links = LINK.matcher(page);
            while (links.find()) {
                String to = links.group(1).replace("&amp;", "&");
                if (!to.matches("(?s).*(\\.(css|js|csv|png|svg|ico|docx|xlsx)|lang=|/papers/|webjars|sign-out).*"))
                    open.add(to);
            }
        }
        return seen;
    }

    /** Every page that has an address of its own, from the table of who may go where. */
    private static List<String> pages() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/access.txt")).stream()
                .filter(l -> l.startsWith("GET /") && !l.contains("{") && !l.contains("/api/") && !l.contains(".csv"))
                .map(l -> l.substring(4).replaceAll(" .*", ""))
                .toList();
    }

    /** Latin words of a Chinese page that are no codes of units or logins in a column for them. */
    private Set<String> latin(String page) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> codes = codes();
        for (String text : ShownText.of(page)) {
            Matcher m = LATIN.matcher(text);
            while (m.find())
                if (!AS_IN_CHINESE.contains(m.group()) && !codes.contains(m.group()))
                    found.add(m.group() + " in: " + text);
        }
        return found;
    }

    private Set<String> codes() {
        return Stream.of("select code from directory.unit", "select login from accounts.account")
                .flatMap(sql -> jdbc.sql(sql).query(String.class).list().stream())
                .collect(Collectors.toSet());
    }

    /** @param messages whether the page shows messages to citizens, which are in Chinese from end to end */
    private static Set<String> han(String page, Set<String> data, boolean messages) {
        Set<String> found = new LinkedHashSet<>();
        for (String text : ShownText.of(page)) {
            if (messages && !text.matches("(?s).*[A-Za-z]{2}.*")) continue;
            String rest = text;
            for (String known : data) rest = rest.replace(known, "");
            rest = rest.replaceAll("because of \"[^\"]*\"", ""); // what the caller said, quoted
            rest = rest.replaceAll("^.\\*\\*$|^\\p{IsHan}(\\*|＊)+", "");
            Matcher m = HAN.matcher(rest);
            if (m.find() && !text.equals("中文"))
                found.add(m.group() + " in: " + (text.length() > 160 ? text.substring(0, 160) : text));
        }
        return found;
    }
}
