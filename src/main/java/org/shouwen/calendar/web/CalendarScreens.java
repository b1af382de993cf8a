package org.shouwen.calendar.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.CalendarAskings;
import org.shouwen.calendar.CalendarFile;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.calendar.WorkingDays;
import org.shouwen.calendar.YearCalendar;
import org.shouwen.history.Actor;
import org.shouwen.problems.Forms;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A year as twelve small months; loading one shows first which limits it would move (ruling 2). */
@Controller
@RequestMapping("/admin/calendar")
class CalendarScreens {
    private final WorkCalendar calendar;
    private final Forms forms;
    private final InstantSource clock;
    private final CalendarAskings askings;

    CalendarScreens(WorkCalendar calendar, Forms forms, InstantSource clock, CalendarAskings askings) {
        this.askings = askings;
        this.calendar = calendar;
        this.forms = forms;
        this.clock = clock;
    }

    /**
     * @param kind working, weekend, off or makeup; empty for the blanks before the first
     * @param awaited a notice still to come may change it
     */
    record Day(int day, String kind, String name, boolean awaited) {}

    record Month(int month, List<Day> days, int working) {}

    @GetMapping
    String show(@RequestParam(required = false) @Nullable Integer year, Model model) {
        fill(model, year == null ? today().getYear() : Math.clamp(year, 2000, 2099));
        return "calendar/year";
    }

    /** Shows what a file would do; {@code confirm} asks another person to load it; second words: days left out, no notice's number. */
    @PostMapping
    String load(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String confirm,
            @RequestParam(defaultValue = "false") boolean dropDays,
            @RequestParam(defaultValue = "false") boolean noNotice,
            Actor by,
            Model model)
            throws IOException {
        byte[] sent = file == null || file.isEmpty() ? new byte[0] : file.getBytes();
        model.addAttribute("text", text);
        boolean refused = forms.refused(model, () -> {
            YearCalendar year = sent.length > 0 ? CalendarFile.read(sent) : CalendarFile.read(text);
            model.addAttribute("text", CalendarFile.write(year));
            model.addAttribute("loading", year);
            model.addAttribute("dropped", calendar.dropped(year));
            model.addAttribute("done", false);
            model.addAttribute("moved", calendar.preview(year));
            if (confirm != null) {
                askings.ask(year, dropDays, noNotice, by);
                model.addAttribute("done", true);
            }
            fill(model, year.year());
        });
        if (refused)
            fill(model, model.getAttribute("loading") instanceof YearCalendar y ? y.year() : today().getYear());
        return "calendar/year";
    }

    /** A table to fill in, which Excel opens as it is. */
    @GetMapping("/template.csv")
    ResponseEntity<byte[]> template(Locale locale) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("calendar.csv")
                                .build()
                                .toString())
                .body(CalendarFile.template(!locale.getLanguage().equals("en")));
    }

    private void fill(Model model, int year) {
        WorkingDays days = calendar.current();
        List<Month> months = new ArrayList<>();
        for (int m = 1; m <= 12; m++) months.add(month(YearMonth.of(year, m), days));
        model.addAttribute("provisional", calendar.provisional());
        model.addAttribute("askings", askings.waiting());
        model.addAttribute("year", year);
        model.addAttribute("published", days.isPublished(year));
        model.addAttribute("months", months);
        model.addAttribute("working", months.stream().mapToInt(Month::working).sum());
        model.addAttribute(
                "notice", calendar.year(year).map(YearCalendar::notice).orElse(""));
    }

    private static Month month(YearMonth month, WorkingDays days) {
        List<Day> cells = new ArrayList<>();
        for (int blank = 1; blank < month.atDay(1).getDayOfWeek().getValue(); blank++)
            cells.add(new Day(0, "", "", false));
        int working = 0;
        for (int d = 1; d <= month.lengthOfMonth(); d++) {
            LocalDate date = month.atDay(d);
            boolean works = days.isWorking(date);
            boolean weekend = date.getDayOfWeek().getValue() > 5;
            if (works) working++;
            String name = days.name(date);
            String kind = works ? (weekend ? "makeup" : "working") : name.isEmpty() ? "weekend" : "off";
            cells.add(new Day(d, kind, name, days.awaits(date).isPresent()));
        }
        while (cells.size() % 7 != 0) cells.add(new Day(0, "", "", false));
        return new Month(month.getMonthValue(), cells, working);
    }

    private LocalDate today() {
        return clock.instant().atZone(Limits.ZONE).toLocalDate();
    }
}
