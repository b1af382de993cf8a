package org.shouwen.channels.boards;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shouwen.calendar.Limits;
import org.shouwen.cli.CliCommand;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** {@code boards results}: what goes back to a board, what went, and what has not before its limit. */
@Component
class BoardCommands implements CliCommand {
    private final BoardResults results;
    private final Path home;

    BoardCommands(BoardResults results, @Value("${shouwen.home:.shouwen}") Path home) {
        this.results = results;
        this.home = home;
    }

    @Override
    public String name() {
        return "boards results";
    }

    @Override
    public String arguments() {
        return "SOURCE waiting | SOURCE write FILE.csv | SOURCE returned ID…";
    }

    @Override
    public String help() {
        return "results for a board: what waits, as a table that goes back, and that it went";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) throws IOException {
        Optional<BoardSource> source =
                arguments.size() < 2 ? Optional.empty() : BoardSource.of(arguments.getFirst(), home);
        if (source.isEmpty()) return usage(out);
        String code = arguments.getFirst();
        return switch (arguments.get(1)) {
            case "waiting" -> waiting(code, source.get(), out);
            case "write" ->
                arguments.size() == 3 ? write(code, source.get(), Path.of(arguments.get(2)), out) : usage(out);
            case "returned" -> returned(code, arguments.subList(2, arguments.size()), out);
            default -> usage(out);
        };
    }

    private int waiting(String code, BoardSource source, PrintStream out) {
        List<BoardResults.Waiting> all = results.waiting(code, source);
        out.println(all.isEmpty() ? "全部已回传 nothing waits" : "来源编号 its number\t诉求编号 ours\t最迟 last day");
        for (BoardResults.Waiting w : all)
            out.printf(
                    "%s\t%s\t%s%s%s%n",
                    w.id(),
                    w.number(),
                    lastDay(w.due()),
                    w.done() ? "\t可回传 can go back" : "\t办理中 no result yet",
                    w.late() ? "\t!! 已超期 late" : "");
        return 0;
    }

    private int write(String code, BoardSource source, Path file, PrintStream out) throws IOException {
        List<String> written = results.write(code, source, file);
        if (written.isEmpty()) {
            out.println("没有可回传的结果 nothing can go back yet");
            return 0;
        }
        out.printf(
                "已写 written %d。回传后请登记 when it went, say so: ./shouwen boards results %s returned %s%n",
                written.size(), code, String.join(" ", written));
        return 0;
    }

    private int returned(String code, List<String> ids, PrintStream out) {
        BoardResults.Noted noted = results.returned(code, ids);
        out.printf("已登记 noted %d%n", noted.noted().size());
        if (!noted.open().isEmpty())
            out.println("还没有结果，没有登记 no result yet, not noted: " + String.join(" ", noted.open()));
        if (!noted.none().isEmpty()) out.println("没有待回传的这些编号 none of these waits: " + String.join(" ", noted.none()));
        return noted.open().isEmpty() && noted.none().isEmpty() ? 0 : 1;
    }

    /** A limit ends with its day. */
    private static LocalDate lastDay(Instant due) {
        return due.minusNanos(1).atZone(Limits.ZONE).toLocalDate();
    }

    private int usage(PrintStream out) {
        out.println("用法 usage: ./shouwen boards results " + arguments());
        return 2;
    }
}
