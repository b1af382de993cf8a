package org.shouwen.suggestion;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.cli.JsonRows;
import org.shouwen.cli.OfflineCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures which earlier messages are offered as the same matter. Prints {@code exact} (share of repeated wordings that
 * are offered the first of them), {@code inThree} (share of rows with an earlier member of their matter that are offered
 * one), {@code offeredWrong} (share of the rows of {@code --pairs} that are offered only others) and {@code msPerRow}.
 * What can not be measured, for want of rows or of {@code --pairs}, is null.
 */
public final class EvaluateSame implements OfflineCommand {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String name() {
        return "evaluate same";
    }

    @Override
    public String arguments() {
        return "FILE [--pairs FILE]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException {
        boolean pairs = arguments.size() == 3 && arguments.get(1).equals("--pairs");
        if (!pairs && (arguments.size() != 1 || arguments.getFirst().startsWith("--"))) {
            progress.println("用法 Usage: ./shouwen " + name() + " " + arguments());
            return 2;
        }
        try {
            List<ReceivedMessage> rows = StreamRows.read(Path.of(arguments.getFirst()));
            if (rows.isEmpty())
                throw new JsonRows.Unreadable(arguments.getFirst() + " 没有数据。", arguments.getFirst() + " has no rows.");
            Figures figures = new Figures(pairs ? pairs(Path.of(arguments.get(2))) : null);
            SameMatter same = new SameMatter();
            long begin = System.nanoTime();
            for (ReceivedMessage row : rows) {
                figures.add(row, same.offers(row));
                same.add(row);
            }
            double ms = (System.nanoTime() - begin) / 1e6 / rows.size();
            if (figures.missing() > 0)
                progress.println("有 " + figures.missing() + " 个编号不在数据中，未计入。 " + figures.missing()
                        + " ids of the pairs are not in the stream and do not count.");
            out.println(JSON.writeValueAsString(figures.asMap(ms)));
            return 0;
        } catch (JsonRows.Unreadable e) {
            progress.println(e.getMessage());
            return 2;
        }
    }

    private record Pair(String id, Set<String> same) {}

    private static Map<String, Set<String>> pairs(Path file) throws IOException {
        return JsonRows.read(file, EvaluateSame::pair).stream()
                .collect(Collectors.toMap(Pair::id, Pair::same, (_, last) -> last));
    }

    private static Pair pair(JsonNode line) throws JsonRows.Unreadable {
        if (!line.path("same").isArray()) throw new JsonRows.Unreadable("缺少字段 same", "field same is missing");
        Set<String> same = new HashSet<>();
        for (JsonNode id : line.path("same")) same.add(id.asString());
        return new Pair(JsonRows.text(line, "id"), same);
    }

    private static final class Figures {
        private final @Nullable Map<String, Set<String>> pairs;
        private final Map<String, Set<String>> idsOfWording = new HashMap<>();
        private final Set<String> earlier = new HashSet<>();
        private int repeated;
        private int repeatedOffered;
        private int paired;
        private int withEarlier;
        private int met;
        private int wrong;

        Figures(@Nullable Map<String, Set<String>> pairs) {
            this.pairs = pairs;
        }

        void add(ReceivedMessage row, List<MatterOffer> offers) {
            Set<String> offered = offers.stream().map(MatterOffer::id).collect(Collectors.toSet());
            String wording = MatterText.letters(row.title()) + "|" + MatterText.letters(row.content());
            Set<String> alike = idsOfWording.computeIfAbsent(wording, _ -> new HashSet<>());
            if (!alike.isEmpty()) {
                repeated++;
                if (alike.stream().anyMatch(offered::contains)) repeatedOffered++;
            }
            alike.add(row.id());
            Set<String> same = pairs == null ? null : pairs.get(row.id());
            if (same != null) {
                paired++;
                boolean hit = same.stream().anyMatch(offered::contains);
                if (same.stream().anyMatch(earlier::contains)) {
                    withEarlier++;
                    if (hit) met++;
                }
                if (!hit && !offered.isEmpty()) wrong++;
            }
            earlier.add(row.id());
        }

        int missing() {
            return pairs == null ? 0 : pairs.size() - paired;
        }

        Map<String, @Nullable Double> asMap(double ms) {
            Map<String, @Nullable Double> map = new LinkedHashMap<>();
            map.put("exact", share(repeatedOffered, repeated));
            map.put("inThree", share(met, withEarlier));
            map.put("offeredWrong", share(wrong, paired));
            map.put("msPerRow", Math.round(ms * 1000) / 1000.0);
            return map;
        }

        private static @Nullable Double share(int part, int whole) {
            return whole == 0 ? null : Math.round(part * 10_000.0 / whole) / 10_000.0;
        }
    }
}
