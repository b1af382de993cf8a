package org.shouwen.channels.boards;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.shouwen.cli.CliCommand;
import org.shouwen.problems.BadInput;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** {@code boards import SOURCE FILE [--dry-run]}: a board's table, as xlsx, xls or CSV, onto the desk's queue. */
@Component
public class ImportBoard implements CliCommand {
    private static final String DRY_RUN = "--dry-run";

    private final BoardImport imports;
    private final MessageSource messages;
    private final Path home;

    ImportBoard(BoardImport imports, MessageSource messages, @Value("${shouwen.home:.shouwen}") Path home) {
        this.imports = imports;
        this.messages = messages;
        this.home = home;
    }

    @Override
    public String name() {
        return "boards import";
    }

    @Override
    public String arguments() {
        return "SOURCE FILE [--dry-run]";
    }

    @Override
    public String help() {
        return "takes a board's table (people-net, state-council) as appeals; says first what has no mapping";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) throws IOException {
        List<String> words = arguments.stream().filter(a -> !a.equals(DRY_RUN)).toList();
        if (words.size() != 2) {
            out.println("用法 usage: ./shouwen boards import " + arguments());
            return 2;
        }
        try {
            Optional<BoardSource> source = BoardSource.of(words.getFirst(), home);
            if (source.isEmpty()) {
                out.println("没有这个来源 no such source: " + words.getFirst());
                return 2;
            }
            boolean dryRun = arguments.contains(DRY_RUN);
            int code = tell(load(words.getFirst(), source.get(), Path.of(words.get(1)), dryRun), out);
            if (dryRun && code == 0) out.println("以上是试运行的结果，什么也没有导入 a dry run, nothing was taken");
            return code;
        } catch (BadInput e) {
            e.fields()
                    .forEach(f ->
                            out.println(messages.getMessage(f.key(), f.args().toArray(), f.key(), Locale.CHINA)));
            return 2;
        } catch (JacksonException e) {
            out.println("来源的设置读不了 the source's settings can not be read: " + e.getOriginalMessage());
            return 2;
        } catch (IOException e) {
            out.println("读不了文件 can not read the file: " + words.get(1));
            return 1;
        }
    }

    /** Takes a table, or says what would become of it. */
    BoardImport.Result load(String code, BoardSource source, Path file, boolean dryRun) throws IOException {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("导入 import")
                .setStyle(ProgressBarStyle.ASCII)
                .setInitialMax(-1)
                .build()) {
            return imports.load(code, source, file, dryRun, new BoardImport.Progress() {
                @Override
                public void done(int rows) {
                    bar.stepBy(rows);
                }

                @Override
                public void begins(int rows) {
                    bar.maxHint(rows);
                }
            });
        }
    }

    private static int tell(BoardImport.Result r, PrintStream out) {
        if (!r.unknown().isEmpty())
            out.println("不认识的列，没有读取 unknown columns, not read: " + String.join("、", r.unknown()));
        if (!r.unmapped().isEmpty()) {
            out.println("有值没有对应，什么也没有导入 values without a mapping, nothing was taken:");
            r.unmapped().forEach((value, n) -> out.printf("  kind “%s” × %d%n", value, n));
            return 2;
        }
        out.printf("新收 taken %d, 已有 known %d, 退回 rejected %d%n", r.taken(), r.known(), r.rejected());
        r.said().forEach(out::println);
        if (!r.changed().isEmpty())
            out.println("编号已有但内容不同，请核对 known with other words, please look: " + String.join("、", r.changed()));
        if (r.rejects() != null)
            out.println("原因 reasons: " + r.rejects()
                    + "（改好后可直接再导入，或在“未能收件”页改正 mend it and import it as it is, or put it right on the page 未能收件）");
        return 0;
    }
}
