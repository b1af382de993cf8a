package org.shouwen.suggestion;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the city's dispatchers decided for a class of matter in a county: who leads, who assists, which class of limit. Counts
 * only, without words and without people. Immutable; may be used by many threads.
 */
public final class DispatchModel {
    /** The kind of model in its file. */
    static final String KIND = "dispatch";

    /** So much a county's own habit weighs less than none: few decisions are no habit. */
    private static final double DOUBT = 1;

    private static final int LEAST = 3;

    /** A decision of a dispatcher; {@code county} is empty when no place was known. */
    public record Row(String matterClass, String county, String unit, List<String> assisting, String limitClass) {
        public Row {
            assisting = assisting.stream().sorted().toList();
        }
    }

    /** Kind of decision, class, county (empty: any) → what was decided → how often. */
    private final Map<String, Map<String, Integer>> counts;

    private DispatchModel(Map<String, Map<String, Integer>> counts) {
        this.counts = counts;
    }

    static DispatchModel train(List<Row> rows) throws CannotTrain {
        if (rows.isEmpty()) throw new CannotTrain("没有训练数据。", "There are no training rows.");
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (Row r : rows)
            for (String county : r.county().isEmpty() ? List.of("") : List.of("", r.county())) {
                count(counts, key("unit", r.matterClass(), county), r.unit());
                count(counts, key("assisting", r.matterClass(), county), String.join(",", r.assisting()));
                count(counts, key("limit", r.matterClass(), county), r.limitClass());
            }
        return new DispatchModel(counts);
    }

    private static void count(Map<String, Map<String, Integer>> counts, String key, String decided) {
        counts.computeIfAbsent(key, _ -> new TreeMap<>()).merge(decided, 1, Integer::sum);
    }

    private static String key(String what, String matterClass, String county) {
        return what + "|" + matterClass + "|" + county;
    }

    /**
     * @param what {@code unit}, {@code assisting} (codes with commas, empty for none) or {@code limit}
     * @return the most frequent first, with the share of decisions as probability and the figures as reason; empty when
     *     fewer than three decisions are known
     */
    public List<ClassProposal> propose(String what, @Nullable String matterClass, @Nullable String county, int most) {
        if (matterClass == null) return List.of();
        for (String c : county == null || county.isEmpty() ? List.of("") : List.of(county, "")) {
            Map<String, Integer> found = counts.getOrDefault(key(what, matterClass, c), Map.of());
            int all = found.values().stream().mapToInt(Integer::intValue).sum();
            if (all < LEAST) continue;
            return found.entrySet().stream()
                    .sorted(Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue())
                            .thenComparing(Map.Entry::getKey))
                    .limit(most)
                    .map(e -> new ClassProposal(
                            e.getKey(),
                            e.getValue() / (all + DOUBT),
                            List.of(String.valueOf(e.getValue()), String.valueOf(all))))
                    .toList();
        }
        return List.of();
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(counts.size());
        for (Map.Entry<String, Map<String, Integer>> e : counts.entrySet()) {
            out.writeUTF(e.getKey());
            out.writeInt(e.getValue().size());
            for (Map.Entry<String, Integer> d : e.getValue().entrySet()) {
                out.writeUTF(d.getKey());
                out.writeInt(d.getValue());
            }
        }
    }

    static DispatchModel read(DataInputStream in) throws IOException {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String key = in.readUTF();
            Map<String, Integer> decided = new LinkedHashMap<>();
            for (int n = in.readInt(); n > 0; n--) decided.put(in.readUTF(), in.readInt());
            counts.put(key, decided);
        }
        return new DispatchModel(Collections.unmodifiableMap(counts));
    }

    /** How often each decision met what the model proposes first; for measuring it like a class model. */
    static ClassFigures figures(List<Row> rows, java.util.function.Function<Row, List<ClassProposal>> propose) {
        List<TrainingRow> decided = new ArrayList<>();
        List<List<ClassProposal>> proposed = new ArrayList<>();
        for (Row r : rows) {
            decided.add(new TrainingRow("", "", r.unit()));
            proposed.add(propose.apply(r));
        }
        return ClassFigures.of(decided, proposed);
    }
}
