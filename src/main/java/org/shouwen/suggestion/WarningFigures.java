package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How well the warnings that were raised fit matters that people found. */
final class WarningFigures {
    /** A warning that comes with the fifth message or before is in time. */
    private static final int IN_TIME = 5;

    /**
     * A message of a true matter.
     *
     * @param matter empty when the message belongs to none
     */
    record Member(String id, String matter) {}

    private record Raised(MatterClusters.Group matter, Map<String, Integer> membersThen) {}

    private record Fit(
            double precision, double recall, @Nullable Integer position) {
        double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    private final Map<String, Set<String>> members = new LinkedHashMap<>();
    private final Map<String, String> matterOf = new HashMap<>();
    private final Map<String, Integer> come = new HashMap<>();
    private final List<Raised> raised = new ArrayList<>();

    WarningFigures(List<Member> truth) {
        for (Member member : truth) {
            if (member.matter().isEmpty()) continue;
            members.computeIfAbsent(member.matter(), _ -> new LinkedHashSet<>()).add(member.id());
            matterOf.put(member.id(), member.matter());
        }
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    void add(ReceivedMessage row, MatterWatch.Taken taken) {
        String matter = matterOf.get(row.id());
        if (matter != null) come.merge(matter, 1, Integer::sum);
        if (taken.raised()) raised.add(new Raised(taken.matter(), Map.copyOf(come)));
    }

    Map<String, @Nullable Object> asMap() {
        List<Fit> fits = members.entrySet().stream()
                .map(m -> best(m.getKey(), m.getValue()))
                .toList();
        List<Integer> positions = new ArrayList<>();
        for (Fit fit : fits) if (fit.position() != null) positions.add(fit.position());
        positions.sort(null);
        double inTime = positions.stream().filter(p -> p <= IN_TIME).count();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("warnings", raised.size());
        map.put(
                "precision",
                rounded(fits.stream().mapToDouble(Fit::precision).average().orElse(0)));
        map.put(
                "recall",
                rounded(fits.stream().mapToDouble(Fit::recall).average().orElse(0)));
        map.put("f1", rounded(fits.stream().mapToDouble(Fit::f1).average().orElse(0)));
        map.put("medianPosition", median(positions));
        map.put("beforeFifth", rounded(inTime / fits.size()));
        map.put("matters", fits.size());
        return map;
    }

    /** Of the warnings the one whose members are, at the end, most like the matter's. */
    private Fit best(String matter, Set<String> wanted) {
        Fit best = new Fit(0, 0, null);
        for (Raised warning : raised) {
            Set<String> found = new HashSet<>();
            for (MatterText member : warning.matter().members()) found.add(member.message());
            double right = found.stream().filter(wanted::contains).count();
            if (right == 0) continue;
            Fit fit = new Fit(
                    right / found.size(),
                    right / wanted.size(),
                    warning.membersThen().getOrDefault(matter, 0));
            if (fit.f1() > best.f1()) best = fit;
        }
        return best;
    }

    private static @Nullable Double median(List<Integer> sorted) {
        int n = sorted.size();
        return n == 0 ? null : (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2.0;
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
