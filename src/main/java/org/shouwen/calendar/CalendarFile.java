package org.shouwen.calendar;

import java.util.ArrayList;
import java.util.List;
import org.shouwen.problems.BadInput;
import org.shouwen.tables.Columns;
import org.shouwen.tables.Table;
import org.shouwen.tables.TableReader;
import org.shouwen.tables.Template;

/**
 * A year's calendar as a table that a person can write: the notice's number in a line of its own above ({@code # number},
 * or a title), headings ({@code date,working,name} or 日期, 上班 or 放假, 名称; may be missing), then a line for each day
 * the notice names.
 */
public final class CalendarFile {
    private static final Columns COLUMNS = new Columns(
            List.of(
                    Columns.Column.of("date", "2027-01-01", "日期", "时间"),
                    Columns.Column.of("working", "false", "上班", "是否上班", "是否工作日", "工作日", "安排", "类型"),
                    Columns.Column.of("off", "", "放假", "是否放假", "休息", "是否休息"),
                    Columns.Column.of("name", "元旦", "名称", "节日", "节假日", "假日")),
            List.of(List.of("date"), List.of("working", "off")));
    private static final Columns TO_FILL_IN = new Columns(
            COLUMNS.all().stream().filter(c -> !c.code().equals("off")).toList(), COLUMNS.required());

    private static final List<String> WITHOUT_HEADINGS = List.of("date", "working", "name");

    private CalendarFile() {}

    /** A file of any kind that {@link TableReader} reads. @throws BadInput naming the line and what to do */
    public static YearCalendar read(byte[] file) {
        return year(TableReader.table(file, COLUMNS, WITHOUT_HEADINGS));
    }

    /** What was typed or pasted. @throws BadInput naming the line and what to do */
    public static YearCalendar read(String text) {
        return year(TableReader.text(text, COLUMNS, WITHOUT_HEADINGS));
    }

    /** The calendar as text that {@link #read(String)} reads back. */
    public static String write(YearCalendar year) {
        StringBuilder text = new StringBuilder();
        if (!year.notice().isEmpty()) text.append("# ").append(year.notice()).append('\n');
        text.append(String.join(",", WITHOUT_HEADINGS)).append('\n');
        for (SpecialDay d : year.days())
            text.append(d.date())
                    .append(',')
                    .append(d.working())
                    .append(',')
                    .append(quoted(d.name()))
                    .append('\n');
        return text.toString();
    }

    /** A table to fill in, with an example, as CSV. */
    public static byte[] template(boolean chinese) {
        return Template.csv(TO_FILL_IN, chinese);
    }

    private static YearCalendar year(Table table) {
        boolean named = table.lines().stream().anyMatch(l -> l.cell("name") != null);
        if (!named && !table.unknown().isEmpty())
            throw new BadInput("file", "calendar.bad.headings", String.join("、", table.unknown()));
        List<SpecialDay> days = new ArrayList<>();
        for (Table.Line line : table.lines()) days.addAll(days(line));
        return YearCalendar.of(notice(table.above()), days);
    }

    /** The first remark; else the first title that holds a document's number. */
    private static String notice(List<String> above) {
        return above.stream()
                .filter(a -> a.startsWith("#"))
                .map(a -> a.substring(1).strip())
                .findFirst()
                .orElseGet(() -> above.stream()
                        .filter(a -> a.matches(".*[〔\\[（(]\\d{4}[〕\\]）)].*号.*"))
                        .findFirst()
                        .orElse(""));
    }

    /** One day, or those of a span such as 2027年1月1日至3日. */
    private static List<SpecialDay> days(Table.Line line) {
        int at = line.line();
        BadInput.Field problem = line.problem();
        if (problem != null) throw new BadInput("file", "calendar.bad.unreadable", at);
        String typed = line.get("date");
        DaySpan span = DaySpan.of(typed).orElseThrow(() -> new BadInput("file", "calendar.bad.date", at, typed));
        String working = line.get("working");
        String off = line.get("off");
        if (working.isEmpty() && off.isEmpty()) throw new BadInput("file", "calendar.bad.line", at);
        boolean works = working.isEmpty() ? works(off, at) : yes(working, at);
        return span.days().stream()
                .map(date -> new SpecialDay(date, works, line.get("name")))
                .toList();
    }

    /** Under 放假 a yes means a holiday; 休 and 班 mean what they say under either heading. */
    private static boolean works(String off, int line) {
        boolean words = List.of(
                        "放假", "休", "休息", "假", "节假日", "休息日", "公休", "假期", "上班", "正常上班", "补上班", "调班", "班", "调休上班", "补班",
                        "工作日")
                .contains(off);
        return words == yes(off, line);
    }

    private static boolean yes(String typed, int line) {
        return switch (typed.toLowerCase(java.util.Locale.ROOT)) {
            case "true", "yes", "y", "1", "是", "上班", "正常上班", "补上班", "调班", "班", "调休上班", "补班", "工作日", "√" -> true;
            case "false", "no", "n", "0", "否", "放假", "休", "休息", "休息日", "公休", "假期", "假", "节假日", "×" -> false;
            default -> throw new BadInput("file", "calendar.bad.working", line);
        };
    }

    private static String quoted(String name) {
        return name.contains(",") || name.contains("\"") ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }
}
