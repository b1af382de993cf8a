package org.shouwen.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.shouwen.calendar.Limits;
import org.shouwen.tables.SheetWriter;

/** Answers that are a table of this module as xlsx, written while its rows come. */
final class Sheets {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Sheets() {}

    /** The line that says when it was made. */
    static String made(KeyNames names, InstantSource clock) {
        return names.say("reporting.sheet.made", minute(clock.instant()));
    }

    /** Of Asia/Shanghai. */
    static String minute(Instant at) {
        return MINUTE.format(at.atZone(Limits.ZONE));
    }

    static SheetWriter open(
            HttpServletResponse answer, String file, String title, List<String> about, List<String> heads)
            throws IOException {
        answer.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        answer.setHeader("Content-Disposition", "attachment; filename=\"" + file + ".xlsx\"");
        answer.setHeader("Cache-Control", "no-store");
        return new SheetWriter(answer.getOutputStream(), title, about, heads);
    }
}
