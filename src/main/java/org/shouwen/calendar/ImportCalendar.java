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

@Component
class ImportCalendar implements CliCommand {
    private static final String DRY_RUN = "--dry-run";
    private static final String DROP_DAYS = "--drop-days";
    private static final String NO_NOTICE = "--no-notice";

    private final WorkCalendar calendar;
    private final MessageSource messages;

    ImportCalendar(WorkCalendar calendar, MessageSource messages) {
        this.calendar = calendar;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "import calendar";
    }

    @Override
    public String arguments() {
        return "FILE [--dry-run] [--drop-days] [--no-notice]";
    }

    @Override
    public String help() {
        return "loads a year's working days and says which open limits moved; --drop-days: the year may name fewer days than before";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        List<String> files = arguments.stream().filter(a -> !a.startsWith("--")).toList();
        List<String> options =
                arguments.stream().filter(a -> a.startsWith("--")).toList();
        if (files.size() != 1
                || !List.of(DRY_RUN, DROP_DAYS, NO_NOTICE).containsAll(options)
                || !Files.isReadable(Path.of(files.getFirst()))) {
            out.println("用法 usage: ./shouwen import calendar " + arguments());
            return 2;
        }
        try {
            YearCalendar year = CalendarFile.read(Files.readAllBytes(Path.of(files.getFirst())));
            boolean dry = options.contains(DRY_RUN);
            if (!dry && year.notice().isBlank() && !options.contains(NO_NOTICE))
                throw new BadInput("noNotice", "calendar.bad.no-notice", year.year());
            List<Moved> moved =
                    dry ? calendar.preview(year) : calendar.load(year, options.contains(DROP_DAYS), Actor.SYSTEM);
            tell(year, moved, dry, out);
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

    private void tell(YearCalendar year, List<Moved> moved, boolean dry, PrintStream out) {
        out.printf(
                "%d: %d 天 days, %d 个时限%s limits %s%n",
                year.year(), year.days().size(), moved.size(), dry ? "将变动" : "变动", dry ? "would change" : "changed");
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
