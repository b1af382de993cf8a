package org.shouwen.tables;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A table to fill in: the headings and a row that shows an example, which begins with {@code #} and is not read. */
public final class Template {
    private Template() {}

    /**
     * As CSV in UTF-8 with a mark, which Excel opens as it is.
     *
     * @param chinese headings by their usual Chinese names; else by their codes
     */
    public static byte[] csv(Columns columns, boolean chinese) {
        String headings = row(columns.all().stream()
                .map(c -> chinese ? c.names().getFirst() : c.code())
                .toList());
        List<String> example =
                columns.all().stream().map(Columns.Column::example).toList();
        return ("\uFEFF" + headings + "# " + row(example)).getBytes(StandardCharsets.UTF_8);
    }

    private static String row(List<String> cells) {
        return cells.stream()
                        .map(c -> c.contains(",") || c.contains("\"") ? '"' + c.replace("\"", "\"\"") + '"' : c)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }
}
