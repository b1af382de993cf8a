package org.shouwen.channels.boards;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Intake;
import org.shouwen.cli.CliCommand;
import org.shouwen.suggestion.Urgencies;
import org.shouwen.tables.TextLines;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code import appeals FILE.jsonl}: posts of 人民网领导留言板, one JSON object a line, onto the desk's queue. A post that
 * was taken before is not taken again; a line that can't be taken goes to {@link RejectedLines} with the reason, and that
 * file is read as it is when it was mended.
 */
@Component
public class ImportAppeals implements CliCommand {
    private static final String DRY_RUN = "--dry-run";

    /** What came of a file. */
    public record Result(int taken, int known, int rejected) {}

    /**
     * @param dangers how many of those taken tell of danger to life: each is on the desk's alarm list
     * @param lost how many of those rejected do: somebody has to read them
     * @param rejects where the rejected lines are; null when there are none
     * @param said the first of them with the reason
     */
    private record Loaded(
            Result result, int dangers, int lost, @Nullable Path rejects, List<String> said) {}

    private final Intake intake;
    private final JsonMapper json;
    private final Urgencies urgencies;
    private final MessageSource messages;
    private final InstantSource clock;

    ImportAppeals(Intake intake, JsonMapper json, Urgencies urgencies, MessageSource messages, InstantSource clock) {
        this.urgencies = urgencies;
        this.intake = intake;
        this.json = json;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "import appeals";
    }

    @Override
    public String arguments() {
        return "FILE.jsonl [--dry-run]";
    }

    @Override
    public String help() {
        return "takes posts of a message board (人民网) as appeals";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        List<String> files = arguments.stream().filter(a -> !a.equals(DRY_RUN)).toList();
        if (files.size() != 1 || files.getFirst().startsWith("--")) {
            out.println("用法 usage: ./shouwen import appeals " + arguments());
            return 2;
        }
        Path file = Path.of(files.getFirst());
        try {
            boolean dryRun = arguments.contains(DRY_RUN);
            if (dryRun) out.println("试运行，没有收件 dry run, nothing was taken");
            tell(loaded(file, dryRun), out);
            return 0;
        } catch (IOException e) {
            out.println("读不了文件，或不能在它旁边写退回的行 can not read the file, or not write the rejects beside it: " + file);
            return 1;
        }
    }

    private static void tell(Loaded loaded, PrintStream out) {
        Result result = loaded.result();
        out.printf("新收 taken %d, 已有 known %d, 退回 rejected %d%n", result.taken(), result.known(), result.rejected());
        if (loaded.dangers() > 0) out.printf("险情 danger %d: 已列入报警 on the alarm list%n", loaded.dangers());
        loaded.said().forEach(out::println);
        if (loaded.rejects() != null)
            out.println("原因 reasons: " + loaded.rejects() + "（改好后可直接再导入 mend it and import it as it is）");
        if (loaded.lost() > 0)
            out.printf("!! 退回的行里有险情 rejected lines that tell of danger: %d (\"urgency\":\"danger\")%n", loaded.lost());
    }

    /** Takes the posts of a file. */
    public Result load(Path file) throws IOException {
        return loaded(file, false).result();
    }

    private Loaded loaded(Path file, boolean dryRun) throws IOException {
        long[] lines = {0};
        TextLines.each(file, _ -> lines[0]++);
        try (RejectedLines rejects = new RejectedLines(file, json);
                ProgressBar bar = new ProgressBarBuilder()
                        .setTaskName("导入 import")
                        .setStyle(ProgressBarStyle.ASCII)
                        .setInitialMax(lines[0])
                        .build()) {
            BoardRun run = new BoardRun(intake, json, urgencies, messages, clock.instant(), rejects, dryRun);
            TextLines.each(file, line -> {
                run.line(line);
                bar.step();
            });
            run.flush();
            Path kept = dryRun ? null : rejects.keep();
            return new Loaded(new Result(run.taken, run.known, rejects.count()), run.dangers, run.lost, kept, run.said);
        }
    }
}
