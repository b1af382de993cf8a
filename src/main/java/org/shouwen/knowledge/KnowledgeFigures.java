package org.shouwen.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts where the right document and the passage with the answer stood; shares from 0 to 1, null without rows. */
final class KnowledgeFigures {
    private static final List<String> OF_ALL = List.of("first", "inThree", "inFive", "inTen");
    private static final List<String> OF_TELLING =
            List.of("containsFirst", "containsInThree", "passageFirst", "passageInThree");

    private final Map<String, Integer> met = new LinkedHashMap<>();
    private int questions;
    private int telling;
    private long nanos;

    /**
     * @param ids of the documents, best first, at least ten when there are as many
     * @param contain for each of these whether it holds the answer
     * @param passages those offered, best first
     */
    void add(AnsweredQuestion asked, List<String> ids, List<Boolean> contain, List<String> passages, long tookNanos) {
        questions++;
        nanos += tookNanos;
        int place = ids.indexOf(asked.documentId());
        count("first", place == 0);
        count("inThree", place >= 0 && place < 3);
        count("inFive", place >= 0 && place < 5);
        count("inTen", place >= 0 && place < 10);
        if (!asked.isTelling()) return;
        telling++;
        int containing = contain.indexOf(true);
        count("containsFirst", containing == 0);
        count("containsInThree", containing >= 0 && containing < 3);
        String answer = asked.comparable();
        List<Boolean> hold = passages.stream()
                .map(p -> NormalizedText.withoutSpace(p).contains(answer))
                .toList();
        int holding = hold.indexOf(true);
        count("passageFirst", holding == 0);
        count("passageInThree", holding >= 0 && holding < 3);
    }

    private void count(String figure, boolean hit) {
        met.merge(figure, hit ? 1 : 0, Integer::sum);
    }

    Map<String, @Nullable Double> asMap() {
        Map<String, @Nullable Double> map = new LinkedHashMap<>();
        for (String figure : OF_ALL) map.put(figure, share(figure, questions));
        for (String figure : OF_TELLING) map.put(figure, share(figure, telling));
        map.put("msPerQuery", questions == 0 ? null : Math.round(nanos / 1e3 / questions) / 1000.0);
        return map;
    }

    /** Of each share: how far so many other questions of the same kind would lead from it, by chance alone. */
    Map<String, @Nullable Double> standardErrors() {
        Map<String, @Nullable Double> map = new LinkedHashMap<>();
        for (String figure : OF_ALL) map.put(figure, error(figure, questions));
        for (String figure : OF_TELLING) map.put(figure, error(figure, telling));
        return map;
    }

    private @Nullable Double share(String figure, int of) {
        return of == 0 ? null : Math.round(met.getOrDefault(figure, 0) * 10_000.0 / of) / 10_000.0;
    }

    private @Nullable Double error(String figure, int of) {
        double hits = met.getOrDefault(figure, 0);
        return of == 0 ? null : Math.round(10_000 * Math.sqrt(hits * (of - hits) / of) / of) / 10_000.0;
    }
}
