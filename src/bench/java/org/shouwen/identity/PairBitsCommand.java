package org.shouwen.identity;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.cli.OfflineCommand;
import tools.jackson.core.JacksonException;

/**
 * {@code ./shouwen bench pairs OUT FILE.jsonl…}: makes {@code pairs.bits} anew (decision 48) from messages and the
 * answers to them, the same fields as {@link NameTrainingCommand} reads. A pair counts once a text, so that nobody's
 * name gets in by being repeated in one.
 */
public final class PairBitsCommand implements OfflineCommand {
    @Override
    public String name() {
        return "bench pairs";
    }

    @Override
    public String arguments() {
        return "OUT FILE.jsonl…";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException {
        if (arguments.size() < 2) {
            progress.println("用法 Usage: ./shouwen bench pairs OUT FILE.jsonl…");
            return 2;
        }
        Map<Long, Integer> texts = new HashMap<>();
        try {
            for (String text : NameTrainingCommand.texts(arguments.subList(1, arguments.size())))
                for (long pair : pairs(Folded.of(text))) texts.merge(pair, 1, Integer::sum);
        } catch (JacksonException e) {
            progress.println("不是 JSON not JSON: " + e.getOriginalMessage());
            return 2;
        }
        byte[] levels = new byte[KnownPairs.SIZE / 4];
        int kept = 0;
        for (Map.Entry<Long, Integer> pair : texts.entrySet()) {
            int level = level(pair.getValue());
            if (level == 0) continue;
            kept++;
            KnownPairs.put(levels, (int) (pair.getKey() >>> 32), pair.getKey().intValue(), level);
        }
        Files.write(Path.of(arguments.getFirst()), levels);
        progress.printf("%d 对字 pairs%n", kept);
        return 0;
    }

    private static Set<Long> pairs(String text) {
        int[] c = text.codePoints().toArray();
        Set<Long> pairs = new HashSet<>();
        for (int i = 1; i < c.length; i++)
            if (c[i - 1] >= 0x3400 && c[i] >= 0x3400) pairs.add(((long) c[i - 1] << 32) | c[i]);
        return pairs;
    }

    private static int level(int texts) {
        int level = 0;
        while (level < KnownPairs.LEAST.length && texts >= KnownPairs.LEAST[level]) level++;
        return level;
    }
}
