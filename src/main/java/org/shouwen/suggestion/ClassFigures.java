package org.shouwen.suggestion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * How often proposals meet the class that people decided on. Shares are 0 to 1.
 *
 * @param macroF1 plain mean of F1 over the classes of the measured rows
 * @param accuracy share of rows whose first proposal is right
 * @param top2 share of rows with the right class among the first two
 * @param sureShare share of rows whose first proposal has a probability of at least {@link ClassProposal#SURE}
 * @param surePrecision how many of those are right; 0 when there are none
 */
record ClassFigures(double macroF1, double accuracy, double top2, double sureShare, double surePrecision) {

    /**
     * @param rows what people decided
     * @param proposals for each row, most probable first; an empty list is a wrong answer
     */
    static ClassFigures of(List<TrainingRow> rows, List<List<ClassProposal>> proposals) {
        Map<String, int[]> hits = new LinkedHashMap<>();
        for (TrainingRow row : rows) hits.computeIfAbsent(row.category(), _ -> new int[3])[0]++;
        int right = 0;
        int inTwo = 0;
        int sure = 0;
        int sureRight = 0;
        for (int i = 0; i < rows.size(); i++) {
            String decided = rows.get(i).category();
            List<ClassProposal> proposed = proposals.get(i);
            if (proposed.stream().limit(2).anyMatch(p -> p.category().equals(decided))) inTwo++;
            if (proposed.isEmpty()) continue;
            ClassProposal first = proposed.getFirst();
            boolean met = first.category().equals(decided);
            int[] ofProposed = hits.get(first.category());
            if (ofProposed != null) ofProposed[met ? 2 : 1]++;
            if (met) right++;
            if (first.probability() >= ClassProposal.SURE) {
                sure++;
                if (met) sureRight++;
            }
        }
        double f1 =
                hits.values().stream().mapToDouble(ClassFigures::f1).average().orElse(0);
        double all = Math.max(1, rows.size());
        return new ClassFigures(f1, right / all, inTwo / all, sure / all, sure == 0 ? 0 : (double) sureRight / sure);
    }

    /** @param counts rows of the class, wrong proposals of it, right proposals of it */
    private static double f1(int[] counts) {
        return 2.0 * counts[2] / (counts[0] + counts[1] + counts[2]);
    }

    String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("macroF1", rounded(macroF1));
        fields.put("accuracy", rounded(accuracy));
        fields.put("top2", rounded(top2));
        fields.put("sureShare", rounded(sureShare));
        fields.put("surePrecision", rounded(surePrecision));
        return new JsonMapper().writeValueAsString(fields);
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
