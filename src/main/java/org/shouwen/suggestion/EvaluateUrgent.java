package org.shouwen.suggestion;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shouwen.cli.OfflineCommand;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./shouwen evaluate urgent FILE}: measures {@link UrgencyDetector} on labelled texts. A line of the file is {@code
 * {"id", "text", "kind", "alt"?, "borderline"?}}; rows that are {@code borderline} are printed apart and do not count.
 */
public final class EvaluateUrgent implements OfflineCommand {
    private static final String EDITION = "dandong-2026";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** A labelled text that can not be read, with the sentence that says why. */
    private static final class BadRow extends Exception {
        BadRow(String message) {
            super(message);
        }
    }

    private record Row(String id, String text, String kind, String alt, boolean borderline) {}

    @Override
    public String name() {
        return "evaluate urgent";
    }

    @Override
    public String arguments() {
        return "FILE";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException {
        if (arguments.size() != 1) {
            progress.println("用法 Usage: ./shouwen evaluate urgent FILE");
            return 2;
        }
        Path file = Path.of(arguments.getFirst());
        try {
            measure(file, out, progress);
            return 0;
        } catch (BadRow e) {
            progress.println(file + ": " + e.getMessage());
        } catch (CharacterCodingException e) {
            progress.println(file + ": 不是 UTF-8 Not UTF-8");
        } catch (java.nio.file.NoSuchFileException e) {
            progress.println("没有这个文件 No such file: " + file);
        } catch (IOException e) {
            progress.println(file + ": 读不了 Can not be read: " + e.getMessage());
        }
        return 2;
    }

    private static void measure(Path file, PrintStream out, PrintStream progress) throws IOException, BadRow {
        List<String> lines = Files.readAllLines(file);
        Edition edition = Editions.shipped(EDITION);
        UrgencyDetector detector = new UrgencyDetector(edition, List.of());
        Set<String> kinds = new HashSet<>(Set.of(UrgencyJudgement.DANGER, UrgencyJudgement.NONE));
        edition.urgentKinds().forEach(k -> kinds.add(k.code()));
        UrgencyFigures figures = new UrgencyFigures();
        UrgencyFigures borderline = new UrgencyFigures();
        int borderlineRows = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) continue;
            Row row = row(lines.get(i), i + 1, kinds);
            UrgencyJudgement answer = detector.judge(row.text());
            if (row.borderline()) borderlineRows++;
            boolean right = (row.borderline() ? borderline : figures).add(row.kind(), row.alt(), answer.kind());
            if (!right)
                progress.printf(
                        "%s%s: %s, 判为 judged %s (%s)%n",
                        row.id(), row.borderline() ? " (borderline)" : "", row.kind(), answer.kind(), answer.words());
        }
        if (borderlineRows > 0)
            out.println("borderline: " + borderlineRows + " rows " + JSON.writeValueAsString(borderline.asMap()));
        out.println(JSON.writeValueAsString(figures.asMap()));
    }

    private static Row row(String line, int number, Set<String> kinds) throws BadRow {
        JsonNode n;
        try {
            n = JSON.readTree(line.startsWith("\uFEFF") ? line.substring(1) : line);
        } catch (JacksonException e) {
            throw new BadRow("第 " + number + " 行不是 JSON Line " + number + " is no JSON: " + e.getOriginalMessage());
        }
        String kind = n.path("kind").asString("");
        if (!n.path("text").isString()) throw new BadRow("第 " + number + " 行没有 text Line " + number + " has no text");
        if (!kinds.contains(kind))
            throw new BadRow("第 " + number + " 行的 kind 未知 Line " + number + " has an unknown kind: '" + kind + "'");
        return new Row(
                n.path("id").asString(String.valueOf(number)),
                n.path("text").asString(),
                kind,
                n.path("alt").asString(""),
                n.path("borderline").asBoolean(false));
    }
}
