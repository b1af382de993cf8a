package org.shouwen.identity;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouwen.cli.OfflineCommand;
import org.shouwen.identity.LabelledTexts.Row;
import org.shouwen.identity.LabelledTexts.Span;
import org.shouwen.identity.PersonalDataDetector.Found;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./shouwen evaluate masking FILE}: how much of the personal data that somebody has labelled in texts would be
 * masked for a unit, and how much else would be. A line of the file is {@code {"text", "spans": [{"start", "end",
 * "kind"}]}} in UTF-8; offsets count code points, end exclusive. A span is found when four fifths of its characters are
 * covered; what is masked and touches no span is wrong. No person's record helps.
 */
@Basis(Clause.A21)
public final class EvaluateMasking implements OfflineCommand {
    private static final double ENOUGH = 0.8;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final class Tally {
        int rows;
        int found;

        double recall() {
            return rows == 0 ? 1 : (double) found / rows;
        }
    }

    @Override
    public String name() {
        return "evaluate masking";
    }

    @Override
    public String arguments() {
        return "FILE";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException {
        if (arguments.size() != 1) {
            progress.println("用法 Usage: ./shouwen evaluate masking FILE");
            return 2;
        }
        List<Row> rows;
        try {
            rows = LabelledTexts.read(Path.of(arguments.getFirst()));
        } catch (LabelledTexts.Unreadable e) {
            progress.println(e.getMessage());
            return 2;
        }
        measure(rows, out, progress);
        return 0;
    }

    private static void measure(List<Row> rows, PrintStream out, PrintStream progress) {
        Map<String, Tally> kinds = new LinkedHashMap<>();
        Tally all = new Tally();
        int masked = 0;
        int right = 0;
        for (Row row : rows) {
            List<Span> found = found(row.text());
            boolean[] covered = covered(row.text(), found);
            for (Span s : row.spans()) {
                Tally kind = kinds.computeIfAbsent(s.kind(), _ -> new Tally());
                int hit = share(covered, s) >= ENOUGH ? 1 : 0;
                kind.rows++;
                all.rows++;
                kind.found += hit;
                all.found += hit;
            }
            masked += found.size();
            for (Span f : found)
                if (row.spans().stream().anyMatch(s -> s.start() < f.end() && f.start() < s.end())) right++;
        }
        long before = System.nanoTime(); // the first round was the warm-up
        for (Row row : rows) PersonalDataDetector.find(row.text(), Identity.UNNAMED);
        double ms = rows.isEmpty() ? 0 : (System.nanoTime() - before) / 1e6 / rows.size();
        progress.printf("%d 条文字 texts, %d 处标注 labels, %d 处遮盖 masks%n", rows.size(), all.rows, masked);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("recall", round(all.recall()));
        figures.put("precision", round(masked == 0 ? 1 : (double) right / masked));
        Map<String, Object> byKind = new LinkedHashMap<>();
        kinds.forEach((kind, t) -> byKind.put(kind, new Figure(round(t.recall()), t.rows)));
        figures.put("kinds", byKind);
        figures.put("msPerText", round(ms));
        out.println(JSON.writeValueAsString(figures));
    }

    private record Figure(double recall, int rows) {}

    private static double round(double x) {
        return Math.round(x * 10_000) / 10_000.0;
    }

    private static List<Span> found(String text) {
        List<Span> spans = new ArrayList<>();
        for (Found f : PersonalDataDetector.find(text, Identity.UNNAMED))
            spans.add(new Span(
                    text.codePointCount(0, f.start()),
                    text.codePointCount(0, f.end()),
                    f.kind().name()));
        return spans;
    }

    private static boolean[] covered(String text, List<Span> found) {
        boolean[] covered = new boolean[text.codePointCount(0, text.length())];
        for (Span f : found) for (int i = f.start(); i < f.end(); i++) covered[i] = true;
        return covered;
    }

    private static double share(boolean[] covered, Span s) {
        int n = 0;
        for (int i = s.start(); i < s.end(); i++) if (covered[i]) n++;
        return (double) n / (s.end() - s.start());
    }
}
