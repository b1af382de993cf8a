package org.shouwen.suggestion.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.shouwen.suggestion.ProposalEntry;
import org.shouwen.suggestion.ProposalLog;
import org.shouwen.tables.SheetWriter;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The whole log of proposals as xlsx, newest first: read in stretches and written while they come, however long it is. */
@Controller
class LogSheet {
    private static final int STRETCH = 1000;

    private final ProposalLog log;
    private final CodeNames names;
    private final MessageSource messages;
    private final InstantSource clock;

    LogSheet(ProposalLog log, CodeNames names, MessageSource messages, InstantSource clock) {
        this.log = log;
        this.names = names;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/suggestions/log.xlsx")
    void log(HttpServletResponse answer) throws IOException {
        answer.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        answer.setHeader("Content-Disposition", "attachment; filename=\"suggestions.xlsx\"");
        answer.setHeader("Cache-Control", "no-store");
        Map<String, String> known = names.all();
        try (SheetWriter sheet = new SheetWriter(
                answer.getOutputStream(),
                say("suggestion.log"),
                List.of(
                        say("suggestion.log"),
                        say(
                                "suggestion.made",
                                minute(clock.instant()).toString().replace('T', ' '))),
                heads("field", "proposed", "confidence", "became", "decided", "officer", "at", "version"))) {
            @Nullable String after = "";
            while (after != null) {
                Page<ProposalEntry> stretch = log.page(After.parse(after), STRETCH);
                for (ProposalEntry e : stretch.items()) sheet.row(row(e, known));
                after = stretch.next();
            }
        }
    }

    private List<Object> row(ProposalEntry e, Map<String, String> known) {
        return List.of(
                say("suggestion.field." + e.field()),
                e.proposed().isEmpty() ? say("suggestion.words") : known.getOrDefault(e.proposed(), e.proposed()),
                BigDecimal.valueOf(e.confidence()).setScale(3, RoundingMode.HALF_UP),
                say("suggestion.became." + e.became().name()),
                e.decided().equals("…") ? "" : known.getOrDefault(e.decided(), e.decided()),
                e.officer(),
                minute(e.at()),
                e.model());
    }

    private List<String> heads(String... columns) {
        return Arrays.stream(columns).map(c -> say("suggestion.column." + c)).toList();
    }

    private static LocalDateTime minute(Instant at) {
        return at.atZone(Limits.ZONE).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    }

    private String say(String key, Object... with) {
        return messages.getMessage(key, with, LocaleContextHolder.getLocale());
    }
}
