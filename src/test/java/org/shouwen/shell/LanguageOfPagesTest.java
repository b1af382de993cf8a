package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
    private static final Pattern SHOWN =
            Pattern.compile("(?s)>([^<>]+)<|(?:placeholder|aria-label|title|alt|data-confirm)=\"([^\"]+)\"");
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
            "SHA");

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
            Set<String> data = data();
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

    private static List<String> shown(String page) {
        String visible = page.replaceAll("(?s)<(script|style|kbd|code)[ >].*?</\\1>", "")
                .replaceAll("(?s)<!--.*?-->", "")
                .replaceAll("(?s)<textarea.*?</textarea>", "");
        List<String> all = new ArrayList<>();
        Matcher m = SHOWN.matcher(visible);
        while (m.find()) {
            String text = m.group(1) != null ? m.group(1) : m.group(2);
            // what is stored, as it is stored, and names of places to fill in a text
            if (text != null
                    && !text.isBlank()
                    && !text.strip().startsWith("&#123;")
                    && !text.strip().startsWith("{"))
                all.add(unescaped(text.strip()).replaceAll("\\{\\w+}", ""));
        }
        return all;
    }

    private static String unescaped(String text) {
        return text.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** Latin words of a Chinese page that are no codes of units or logins in a column for them. */
    private Set<String> latin(String page) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> codes = codes();
        for (String text : shown(page)) {
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
        for (String text : shown(page)) {
            if (messages && !text.matches("(?s).*[A-Za-z]{2}.*")) continue;
            String rest = text;
            for (String known : data) rest = rest.replace(known, "");
            rest = rest.replaceAll("^.\\*\\*$|^\\p{IsHan}(\\*|＊)+", "");
            Matcher m = HAN.matcher(rest);
            if (m.find() && !text.equals("中文"))
                found.add(m.group() + " in: " + (text.length() > 160 ? text.substring(0, 160) : text));
        }
        return found;
    }

    /** What the city's own people and tables say, longest first; what an edition calls things is not among it. */
    private Set<String> data() throws IOException {
        List<String> all = new ArrayList<>(List.of("首问", "一股煤气味", "承办单位 示例"));
        try (Stream<Path> rules = Files.list(Path.of("src/main/resources/regulation"))) {
            for (Path file : rules.toList())
                Files.readAllLines(file).stream()
                        .filter(l -> l.matches("(city|title): .*"))
                        .forEach(l -> all.add(l.replaceAll("^\\w+: ", "")));
        }
        Matcher told = Pattern.compile("\"([^\"]*\\p{IsHan}[^\"]*)\"")
                .matcher(Files.readString(Path.of("src/main/java/org/shouwen/starter/StarterAppeals.java")));
        while (told.find()) all.add(told.group(1)); // what its units report
        for (String sql : List.of(
                "select name from directory.unit union select head from directory.unit union select leader_in_charge from directory.unit union select desk from directory.unit",
                "select name from directory.section union select name from directory.officer union select post from directory.officer",
                "select name from directory.place",
                "select name from directory.matter_class",
                "select name from accounts.account",
                "select notice from calendar.year"))
            all.addAll(jdbc.sql(sql).query(String.class).list());
        for (String file : List.of("appeals.csv"))
            for (String cell : Files.readString(Path.of("src/main/resources/starter/dandong/" + file))
                    .split("[,\n]", -1)) if (!cell.isBlank()) all.add(cell.strip());
        return all.stream()
                .filter(t -> t != null && !t.isBlank() && HAN.matcher(t).find())
                .sorted((a, b) -> b.length() - a.length())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
