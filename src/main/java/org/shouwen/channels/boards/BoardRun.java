package org.shouwen.channels.boards;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.ReadyAppeal;
import org.shouwen.appeal.Receipt;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.shouwen.suggestion.Urgencies;
import org.shouwen.tables.TextLines;
import org.springframework.context.MessageSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One import of posts: what is taken, a batch at a time, and what is not. */
final class BoardRun {
    private static final String CHANNEL = "people-net";
    private static final int BATCH = 100;

    /** So many rejected lines are told at once; the file has all. */
    private static final int SAID = 10;

    private record Read(int at, String line, ReadyAppeal appeal) {}

    private final Intake intake;
    private final JsonMapper json;
    private final Urgencies urgencies;
    private final MessageSource messages;
    private final Instant now;
    private final RejectedLines rejects;
    private final boolean dryRun;
    private final List<Read> batch = new ArrayList<>(BATCH);
    final List<String> said = new ArrayList<>();
    int taken;
    int known;
    int dangers;
    int lost;

    BoardRun(
            Intake intake,
            JsonMapper json,
            Urgencies urgencies,
            MessageSource messages,
            Instant now,
            RejectedLines rejects,
            boolean dryRun) {
        this.intake = intake;
        this.json = json;
        this.urgencies = urgencies;
        this.messages = messages;
        this.now = now;
        this.rejects = rejects;
        this.dryRun = dryRun;
    }

    void line(TextLines.Line typed) throws IOException {
        String line = RejectedLines.unwrapped(bare(typed.text()), json);
        if (line.isBlank()) return;
        int at = typed.number();
        try {
            if (line.indexOf('\uFFFD') >= 0) throw new BadInput("line", "appeal.bad.characters");
            NewAppeal appeal = json.readValue(line, BoardPost.class).toAppeal(CHANNEL, now);
            batch.add(new Read(at, line, intake.ready(appeal)));
        } catch (BadInput e) {
            reject(at, line, reason(e));
        } catch (JacksonException e) {
            reject(at, line, messages.getMessage("appeal.bad.json", null, Locale.CHINA));
        }
        if (batch.size() == BATCH) flush();
    }

    void flush() throws IOException {
        if (batch.isEmpty()) return;
        if (dryRun) taken += batch.size();
        else together();
        batch.clear();
    }

    private void together() throws IOException {
        try {
            count(
                    batch,
                    intake.submitAll(batch.stream().map(Read::appeal).toList(), origins(batch.size()), Actor.SYSTEM));
        } catch (RuntimeException together) {
            for (Read read : batch) alone(read);
        }
    }

    /** The same post twice in one batch, or one that the database won't have: find out which. */
    private void alone(Read read) throws IOException {
        try {
            count(List.of(read), intake.submitAll(List.of(read.appeal()), origins(1), Actor.SYSTEM));
        } catch (BadInput e) {
            reject(read.at(), read.line(), reason(e));
        }
    }

    private void count(List<Read> read, List<Receipt> receipts) {
        for (int i = 0; i < receipts.size(); i++) {
            if (receipts.get(i).again()) {
                known++;
                continue;
            }
            taken++;
            if (read.get(i).appeal().danger()) dangers++;
        }
    }

    private void reject(int at, String line, @Nullable String reason) throws IOException {
        boolean danger = urgencies.judge(line).danger();
        if (danger) lost++;
        if (said.size() < SAID) said.add("  第 " + at + " 行 line " + at + ": " + reason);
        rejects.add(at, line, reason, danger);
    }

    /** What an array's brackets and commas are to a post on a line of its own: nothing. */
    private static String bare(String line) {
        String text = line.strip();
        if (text.equals("[") || text.equals("]") || text.equals(",")) return "";
        if (text.startsWith("[{")) text = text.substring(1);
        if (text.endsWith("},") || text.endsWith("}]")) text = text.substring(0, text.length() - 1);
        return text;
    }

    private static List<Origin> origins(int many) {
        return Collections.nCopies(many, new Origin("import:" + CHANNEL, null));
    }

    private String reason(BadInput e) {
        return e.fields().stream()
                .map(f ->
                        f.field() + ": " + messages.getMessage(f.key(), f.args().toArray(), f.key(), Locale.CHINA))
                .collect(Collectors.joining("; "));
    }
}
