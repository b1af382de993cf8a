package org.shouwen.calendar;

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
        return "FILE";
    }

    @Override
    public String help() {
        return "loads a year's working days and says which open limits moved";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) throws Exception {
        if (arguments.size() != 1 || !Files.isReadable(Path.of(arguments.getFirst()))) {
            out.println("用法 usage: ./shouwen import calendar FILE");
            return 2;
        }
        try {
            YearCalendar year = CalendarFile.read(Files.readString(Path.of(arguments.getFirst())));
            List<Moved> moved = calendar.load(year, Actor.SYSTEM);
            out.printf(
                    "%d: %d 天 days, %d 个时限移动 limits moved%n",
                    year.year(), year.days().size(), moved.size());
            for (Moved m : moved) {
                out.printf(
                        "  %s %s %s -> %s%n",
                        m.number(),
                        m.limit(),
                        m.before().atZone(Limits.ZONE).toLocalDateTime(),
                        m.after().atZone(Limits.ZONE).toLocalDateTime());
            }
            return 0;
        } catch (BadInput e) {
            for (BadInput.Field f : e.fields()) {
                out.println(messages.getMessage(f.key(), f.args().toArray(), Locale.CHINA));
            }
            return 1;
        }
    }
}
