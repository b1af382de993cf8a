package org.shouwen.calendar;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.shouwen.cli.CliCommand;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Asks for a year of the calendar; as on the screens, another person loads it (ruling 2). */
@Component
class ImportCalendar implements CliCommand {
    private static final String DRY_RUN = "--dry-run";
    private static final String DROP_DAYS = "--drop-days";
    private static final String NO_NOTICE = "--no-notice";
    private static final String BY = "--by=";

    private final WorkCalendar calendar;
    private final CalendarAskings askings;
    private final MessageSource messages;

    ImportCalendar(WorkCalendar calendar, CalendarAskings askings, MessageSource messages) {
        this.calendar = calendar;
        this.askings = askings;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "import calendar";
    }

    @Override
    public String arguments() {
        return "FILE --by=NAME|--dry-run [--drop-days] [--no-notice]";
    }

    @Override
    public String help() {
        return "asks for a year's working days in NAME's name and says which open limits would move; another person confirms"
                + " it on 放假安排; --drop-days: the year may name fewer days than before";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        List<String> files = arguments.stream().filter(a -> !a.startsWith("--")).toList();
        List<String> options = arguments.stream()
                .filter(a -> a.startsWith("--") && !a.startsWith(BY))
                .toList();
        String by = arguments.stream()
                .filter(a -> a.startsWith(BY))
                .map(a -> a.substring(BY.length()).strip())
                .findFirst()
                .orElse("");
        boolean dry = options.contains(DRY_RUN);
        if (files.size() != 1
                || dry != by.isEmpty()
                || !List.of(DRY_RUN, DROP_DAYS, NO_NOTICE).containsAll(options)) {
            out.println("用法 usage: ./shouwen import calendar " + arguments());
            return 2;
        }
        try {
            YearCalendar year = CalendarFile.read(Files.readAllBytes(Path.of(files.getFirst())));
            List<Moved> moved = calendar.preview(year);
            if (!dry)
                askings.ask(year, options.contains(DROP_DAYS), options.contains(NO_NOTICE), new Actor(null, by, null));
            tell(year, moved, out);
            if (!dry)
                out.println("已提请，须由 " + by + " 以外的人在“放假安排”中核对后载入" + " asked for: somebody other than " + by
                        + " has to confirm it on the page of calendars");
            return 0;
        } catch (IOException e) {
            out.println("读不了文件 can not read the file: " + files.getFirst());
            return 1;
        } catch (BadInput e) {
            for (BadInput.Field f : e.fields()) {
                out.println(messages.getMessage(f.key(), f.args().toArray(), Locale.CHINA));
                if (f.field().equals("dropDays")) out.println("确认请加 to confirm add: " + DROP_DAYS);
                if (f.field().equals("noNotice")) out.println("确认请加 to confirm add: " + NO_NOTICE);
            }
            return 1;
        }
    }

    private void tell(YearCalendar year, List<Moved> moved, PrintStream out) {
        out.printf(
                "%d: %d 天 days, %d 个时限将变动 limits would change%n",
                year.year(), year.days().size(), moved.size());
        for (Moved m : moved) {
            out.printf(
                    "  %s %s %s %s -> %s%s%n",
                    messages.getMessage("calendar.kind." + m.kind(), null, Locale.CHINA),
                    m.number(),
                    messages.getMessage("calendar.limit." + m.limit(), null, Locale.CHINA),
                    m.before().atZone(Limits.ZONE).toLocalDateTime(),
                    m.after().atZone(Limits.ZONE).toLocalDateTime(),
                    m.provisional() ? " 暂定 provisional" : "");
        }
    }
}
