package org.shouwen.reporting.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a page as they stand on it, with typed cells: what the reader may see, filtered as they filtered it. Buttons
 * and forms in cells are left out, as are tables marked {@code data-stays}, which hold what people said.
 */
final class PageSheets {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d{1,12}\\.\\d{1,6}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MINUTE = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}");

    private PageSheets() {}

    /** @param heads empty where the page gives none */
    record Sheet(String title, List<String> filter, List<String> heads, List<List<@Nullable Object>> rows) {}

    /** @param html of the whole page */
    static Sheet of(String html) {
        Document page = Jsoup.parse(html);
        Element main = Objects.requireNonNullElse(page.selectFirst("main"), page.body());
        Element title = main.selectFirst("h1");
        List<String> filter = new ArrayList<>();
        for (Element field : main.select("form[method=get] input[name], form[method=get] select[name]"))
            filter(field, filter);
        // a table that goes on says so in its file too
        for (Element cut : main.select("table.sw-list:not([data-stays]) + nav.sw-more:has(a[rel=next]) > span"))
            filter.add(cut.text());
        List<String> heads = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Element table : main.select("table.sw-list:not([data-stays])")) table(table, heads, rows);
        return new Sheet(title == null ? "" : title.text(), filter, heads, rows);
    }

    private static void filter(Element field, List<String> filter) {
        String value = field.tagName().equals("select") ? chosen(field) : field.attr("value");
        if (value.isBlank() || field.attr("type").equals("hidden")) return;
        Element label = field.closest("label");
        String name = label == null
                ? field.attr("aria-label")
                : label.ownText() + label.select("span").text();
        filter.add((name.isBlank() ? field.attr("name") : name) + " " + value);
    }

    private static String chosen(Element select) {
        Element option = select.selectFirst("option[selected]");
        return option == null || option.attr("value").isEmpty() ? "" : option.text();
    }

    /** The first table's heads stand on top; those of a further one stand in a row of their own, under its heading. */
    private static void table(Element table, List<String> heads, List<List<@Nullable Object>> rows) {
        List<String> own = table.select("thead tr th").eachText();
        Element card = table.closest(".sw-card");
        Element heading = card == null ? null : card.selectFirst("h2");
        if (heads.isEmpty() && rows.isEmpty()) heads.addAll(own);
        else {
            rows.add(List.of());
            if (heading != null) rows.add(List.of(heading.text()));
            if (!own.isEmpty()) rows.add(new ArrayList<>(own));
        }
        for (Element tr : table.select("tbody tr")) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (Element cell : tr.select("> td, > th")) cells.add(typed(cell));
            rows.add(cells);
        }
    }

    private static @Nullable Object typed(Element cell) {
        Element shown = cell.clone();
        shown.select("form, button, [aria-hidden=true]").remove();
        Element time = shown.selectFirst("time[title]");
        String text = time != null && MINUTE.matcher(time.attr("title")).matches() ? time.attr("title") : shown.text();
        return typed(text.strip());
    }

    /** A number, a day, a minute or a text; null for an empty cell and for a dash. */
    static @Nullable Object typed(String text) {
        if (text.isEmpty() || text.equals("–")) return null;
        if (WHOLE.matcher(text).matches() && !code(text)) return Long.parseLong(text);
        if (DECIMAL.matcher(text).matches()) return new BigDecimal(text);
        try {
            if (DAY.matcher(text).matches()) return LocalDate.parse(text);
            if (MINUTE.matcher(text).matches()) return LocalDateTime.parse(text.replace(' ', 'T'));
        } catch (java.time.DateTimeException e) {
            return text;
        }
        return text;
    }

    /** Whoever writes a nought in front means a code, and a number of eleven digits and more is no count. */
    private static boolean code(String text) {
        return text.length() > 10 || (text.length() > 1 && text.startsWith("0"));
    }
}
