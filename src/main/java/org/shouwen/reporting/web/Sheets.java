package org.shouwen.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shouwen.calendar.Limits;
import org.shouwen.reporting.figures.FigureLine;
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

    /** Which of the lines are of another moment than the sheet, or not there yet. */
    static List<String> counted(KeyNames names, List<FigureLine> lines) {
        Set<String> said = new LinkedHashSet<>();
        for (FigureLine l : lines) {
            if (l.beingCounted()) said.add(names.say("reporting.being-counted"));
            if (l.countedAt() != null) said.add(names.say("reporting.counted-at", minute(l.countedAt())));
        }
        return List.copyOf(said);
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
