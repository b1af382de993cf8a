package org.shouwen.reporting.maps;

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

/** {@code import boundaries FILE.geojson}. */
@Component
class BoundariesCommand implements CliCommand {
    private final Boundaries boundaries;
    private final MessageSource messages;

    BoundariesCommand(Boundaries boundaries, MessageSource messages) {
        this.boundaries = boundaries;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "import boundaries";
    }

    @Override
    public String arguments() {
        return "FILE.geojson";
    }

    @Override
    public String help() {
        return "takes the boundaries and numbers of inhabitants of places for the map";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 1) {
            out.printf("用法 usage: ./shouwen %s %s%n", name(), arguments());
            return 2;
        }
        try {
            BoundaryReport report = boundaries.take(Files.readAllBytes(Path.of(arguments.getFirst())), Actor.SYSTEM);
            out.printf(
                    "收入 taken %d, 未收 refused %d%n",
                    report.taken(), report.refused().size());
            for (BoundaryReport.Refused r : report.refused())
                out.printf(
                        "  第 %d 项 feature %d %s: %s%n", r.no(), r.no(), r.code(), say("reporting.boundary." + r.why()));
            return report.refused().isEmpty() ? 0 : 1;
        } catch (BadInput e) {
            e.fields().forEach(f -> out.println(say(f.key(), f.args().toArray())));
            return 1;
        } catch (IOException e) {
            out.println("读不了文件 can not read the file: " + arguments.getFirst());
            return 1;
        }
    }

    private String say(String key, Object... args) {
        return String.valueOf(messages.getMessage(key, args, key, Locale.CHINA));
    }
}
