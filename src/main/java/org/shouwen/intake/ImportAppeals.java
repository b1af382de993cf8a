package org.shouwen.intake;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.shouwen.cli.CliCommand;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.shouwen.suggestion.Urgencies;
import org.shouwen.suggestion.UrgencyJudgement;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code import appeals FILE.jsonl}: posts of 人民网领导留言板, one JSON object a line, onto the desk's queue. A post that
 * was taken before is not taken again; a line that can't be taken goes to {@code FILE.rejects.jsonl} with the reason.
 */
@Component
class ImportAppeals implements CliCommand {
    private static final String CHANNEL = "people-net";
    private static final int BATCH = 100;

    /** What came of a file. */
    record Result(int taken, int known, int rejected) {}

    /**
     * @param dangers how many of those taken tell of danger to life: each is on the desk's alarm list
     * @param lost how many of those rejected do: somebody has to read them
     */
    private record Loaded(Result result, int dangers, int lost) {}

    private record Read(String line, NewAppeal appeal) {}

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
        return "FILE.jsonl";
    }

    @Override
    public String help() {
        return "takes posts of a message board (人民网) as appeals";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) throws IOException {
        if (arguments.size() != 1 || !Files.isReadable(Path.of(arguments.getFirst()))) {
            out.println("用法 usage: ./shouwen import appeals FILE.jsonl");
            return 2;
        }
        Path file = Path.of(arguments.getFirst());
        Loaded loaded = loaded(file);
        Result result = loaded.result();
        out.printf("新收 taken %d, 已有 known %d, 退回 rejected %d%n", result.taken(), result.known(), result.rejected());
        if (loaded.dangers() > 0) out.printf("险情 danger %d: 已列入报警 on the alarm list%n", loaded.dangers());
        if (result.rejected() > 0) out.println("原因 reasons: " + rejects(file));
        if (loaded.lost() > 0)
            out.printf("!! 退回的行里有险情 rejected lines that tell of danger: %d (\"urgency\":\"danger\")%n", loaded.lost());
        return 0;
    }

    Result load(Path file) throws IOException {
        return loaded(file).result();
    }

    private Loaded loaded(Path file) throws IOException {
        long lines;
        try (var counted = Files.lines(file, StandardCharsets.UTF_8)) {
            lines = counted.count();
        }
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "rejects", ".tmp");
        Run run = new Run();
        try (BufferedReader in = Files.newBufferedReader(file);
                BufferedWriter rejects = Files.newBufferedWriter(draft);
                ProgressBar bar = new ProgressBarBuilder()
                        .setTaskName("导入 import")
                        .setStyle(ProgressBarStyle.ASCII)
                        .setInitialMax(lines)
                        .build()) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) run.line(line, rejects);
                bar.step();
            }
            run.flush(rejects);
        }
        if (run.rejected > 0) Files.move(draft, rejects(file), StandardCopyOption.REPLACE_EXISTING);
        else Files.delete(draft);
        return new Loaded(new Result(run.taken, run.known, run.rejected), run.dangers, run.lost);
    }

    private static Path rejects(Path file) {
        String name = file.getFileName().toString();
        String stem = name.endsWith(".jsonl") ? name.substring(0, name.length() - 6) : name;
        return file.resolveSibling(stem + ".rejects.jsonl");
    }

    private final class Run {
        private final List<Read> batch = new ArrayList<>(BATCH);
        private int taken;
        private int known;
        private int rejected;
        private int dangers;
        private int lost;

        void line(String line, BufferedWriter rejects) throws IOException {
            try {
                NewAppeal appeal = json.readValue(line, BoardPost.class).toAppeal(CHANNEL, clock.instant());
                intake.check(appeal);
                batch.add(new Read(line, appeal));
            } catch (BadInput e) {
                reject(line, reason(e), rejects);
            } catch (JacksonException e) {
                reject(line, messages.getMessage("intake.bad.json", null, Locale.CHINA), rejects);
            }
            if (batch.size() == BATCH) flush(rejects);
        }

        void flush(BufferedWriter rejects) throws IOException {
            if (batch.isEmpty()) return;
            try {
                count(batch, intake.submitAll(batch.stream().map(Read::appeal).toList(), origin(), Actor.SYSTEM));
            } catch (RuntimeException together) {
                for (Read read : batch) alone(read, rejects);
            }
            batch.clear();
        }

        /** The same post twice in one batch, or one that the database won't have: find out which. */
        private void alone(Read read, BufferedWriter rejects) throws IOException {
            try {
                count(List.of(read), intake.submitAll(List.of(read.appeal()), origin(), Actor.SYSTEM));
            } catch (BadInput e) {
                reject(read.line(), reason(e), rejects);
            }
        }

        private void count(List<Read> read, List<Receipt> receipts) {
            for (int i = 0; i < receipts.size(); i++) {
                if (receipts.get(i).again()) {
                    known++;
                    continue;
                }
                taken++;
                if (intake.urgency(read.get(i).appeal()).danger()) dangers++;
            }
        }

        private void reject(String line, @Nullable String reason, BufferedWriter rejects) throws IOException {
            rejected++;
            Map<String, @Nullable String> row = new LinkedHashMap<>();
            row.put("reason", reason);
            if (urgencies.judge(line).danger()) {
                lost++;
                row.put("urgency", UrgencyJudgement.DANGER);
            }
            row.put("line", line);
            rejects.write(json.writeValueAsString(row));
            rejects.newLine();
        }
    }

    private static Origin origin() {
        return new Origin("import:" + CHANNEL, null);
    }

    private String reason(BadInput e) {
        return e.fields().stream()
                .map(f ->
                        f.field() + ": " + messages.getMessage(f.key(), f.args().toArray(), f.key(), Locale.CHINA))
                .collect(Collectors.joining("; "));
    }
}
