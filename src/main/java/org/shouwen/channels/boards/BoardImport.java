package org.shouwen.channels.boards;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Intake;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.BadInput;
import org.shouwen.tables.Columns;
import org.shouwen.tables.TableStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a board's table. It is read twice: first to find what has no mapping, which refuses the file before anything has
 * changed, then to take it, some rows at a time, so that its length costs no memory.
 */
@Component
public class BoardImport {
    private final Intake intake;
    private final PostStore posts;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final PostWords words;
    private final BoardRejects lying;
    private final InstantSource clock;

    BoardImport(
            Intake intake,
            PostStore posts,
            MessageSource messages,
            TransactionTemplate transaction,
            PostWords words,
            BoardRejects lying,
            InstantSource clock) {
        this.intake = intake;
        this.posts = posts;
        this.messages = messages;
        this.transaction = transaction;
        this.words = words;
        this.lying = lying;
        this.clock = clock;
    }

    /**
     * What came of a file, or would.
     *
     * @param unmapped values without a mapping, with how often each stands there; when there is one nothing was taken
     * @param unknown headings that no column has
     * @param changed posts that were known with other words
     * @param said what is wrong with the first rows that can not be read
     * @param rejects a table of the rows that can not be read, with the reason; null when there are none. They lie with what else
     *     came in and can not be read as well
     */
    public record Result(
            int rows,
            int taken,
            int known,
            List<String> changed,
            int rejected,
            Map<String, Integer> unmapped,
            List<String> unknown,
            List<String> said,
            @Nullable Path rejects) {}

    /** Is told how far a file has been read. */
    @FunctionalInterface
    interface Progress {
        void done(int rows);

        /** Once it is known how many there are. */
        default void begins(int rows) {}
    }

    /**
     * @param progress is told how many rows were done
     * @throws BadInput when it is no table of this source
     */
    Result load(String code, BoardSource source, Path file, boolean dryRun, Progress progress) throws IOException {
        Instant now = Instants.now(clock);
        Map<String, Integer> unmapped = new TreeMap<>();
        int[] rows = {0};
        Columns columns = source.tableColumns();
        List<String> unknown = TableStream.each(file, columns, line -> {
            rows[0]++;
            String word = org.shouwen.problems.Text.clean(line.get("kind"));
            if (source.kind(word) == null) unmapped.merge(word, 1, Integer::sum);
        });
        if (!unmapped.isEmpty()) return new Result(rows[0], 0, 0, List.of(), 0, unmapped, unknown, List.of(), null);
        progress.begins(rows[0]);
        try (RejectedRows rejects = new RejectedRows(file, source, dryRun);
                BoardBatches run = new BoardBatches(code, intake, posts, transaction, words, lying, dryRun, now)) {
            TableStream.each(file, columns, line -> {
                try {
                    BoardRow row = BoardRow.of(source, line, now);
                    run.add(row, intake.ready(row.appeal()));
                } catch (BadInput e) {
                    rejects.add(line, reason(source, e));
                    if (!dryRun) lying.add(code, source, line);
                }
                progress.done(1);
            });
            run.finish();
            for (var refused : run.refused().entrySet()) {
                rejects.add(refused.getKey().line(), reason(source, refused.getValue()));
                lying.add(code, source, refused.getKey().line());
            }
            Path kept = rejects.keep();
            return new Result(
                    rows[0],
                    run.taken(),
                    run.known(),
                    run.changed(),
                    rejects.count(),
                    unmapped,
                    unknown,
                    rejects.said(),
                    kept);
        }
    }

    private String reason(BoardSource source, BadInput e) {
        return e.fields().stream()
                .map(f -> source.heading(f.field()) + "："
                        + messages.getMessage(f.key(), f.args().toArray(), f.key(), Locale.CHINA))
                .collect(Collectors.joining("; "));
    }
}
