package org.shouwen.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every page with a list or table has an export as xlsx, or stands in {@code no-export.txt} with the reason why not. */
class EveryListLeavesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern LIST = Pattern.compile("<table class=\"sw-list|parts :: more\\(|class=\"sw-rows");
    private static final Pattern SHEET = Pattern.compile("parts :: sheet\\('([^']*)'");

    private static final Pattern LINK = Pattern.compile("@\\{(/[^(\\s]*)\\([^\"]*sheet='xlsx'");

    private static Map<String, String> pages() throws IOException {
        Map<String, String> pages = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(TEMPLATES)) {
            for (Path p :
                    all.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
                String text = Files.readString(p);
                if (LIST.matcher(text).find()) pages.put(TEMPLATES.relativize(p).toString(), text);
            }
        }
        return pages;
    }

    private static Map<String, String> reasons() throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/no-export.txt"))) {
            if (line.isBlank() || line.startsWith("#")) continue;
            String[] parts = line.split("\\s*:\\s*", 2);
            reasons.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        return reasons;
    }

    private static boolean leaves(String text) {
        return text.contains(".xlsx")
                || SHEET.matcher(text).find()
                || LINK.matcher(text).find()
                || text.contains("@{/search/exports}");
    }

    @Test
    void every_page_with_a_table_has_an_export_or_a_reason_why_not() throws IOException {
        Map<String, String> reasons = reasons();
        List<String> neither = new ArrayList<>();
        pages().forEach((page, text) -> {
            if (!leaves(text) && reasons.getOrDefault(page, "").length() < 10) neither.add(page);
        });
        assertThat(neither)
                .as("add parts :: sheet(path), or a reason to no-export.txt")
                .isEmpty();
    }

    @Test
    void no_reason_outlives_its_need() throws IOException {
        Map<String, String> pages = pages();
        assertThat(reasons().keySet())
                .as("pages that are gone, have no table any more or have an export")
                .allSatisfy(
                        p -> assertThat(leaves(pages.getOrDefault(p, ".xlsx"))).isFalse());
    }

    @Test
    void what_offers_its_table_is_answered_and_nothing_else_is() throws IOException {
        TreeSet<String> offered = new TreeSet<>();
        for (String text : pages().values()) {
            for (Pattern p : List.of(SHEET, LINK)) {
                Matcher m = p.matcher(text);
                while (m.find()) offered.add(m.group(1));
            }
        }
        assertThat(new TreeSet<>(PageSheetFilter.PAGES)).isEqualTo(offered);
    }
}
