package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Concepts that together speak for an urgent kind, such as {@code 下水口 返涌 !费用 @12}: the first is looked for, the
 * others must stand near it in the same sentence.
 *
 * @param kind code of an urgent kind or {@link UrgencyJudgement#DANGER}
 * @param guidance code of the guidance target for a danger; else empty
 * @param concepts numbers of the concepts, at least one
 * @param vetoes concepts that must not stand in the same sentence ({@code !})
 * @param ordered whether they must stand in this order ({@code >})
 * @param reach most characters between one and the next ({@code @})
 * @param weak whether it counts only in a short text or where a long one begins ({@code ~})
 */
record UrgencyRule(
        String kind,
        String guidance,
        List<Integer> concepts,
        List<Integer> vetoes,
        boolean ordered,
        int reach,
        boolean weak) {
    private static final int USUAL_REACH = 10;

    /**
     * Reads a rule as an administrator writes it.
     *
     * @param section {@code danger fire-brigade} or the code of an urgent kind
     * @param concept gives a concept's number; a name that is none stands for the word itself
     * @throws IllegalArgumentException when the line names no concept
     */
    static UrgencyRule parse(String section, String line, ToIntFunction<String> concept) {
        List<Integer> needed = new ArrayList<>();
        List<Integer> vetoes = new ArrayList<>();
        boolean ordered = false;
        boolean weak = false;
        int reach = USUAL_REACH;
        for (String part : line.strip().split("\\s+")) {
            if (part.equals(">")) ordered = true;
            else if (part.equals("~")) weak = true;
            else if (part.startsWith("@")) reach = Integer.parseInt(part.substring(1));
            else if (part.startsWith("!")) vetoes.add(concept.applyAsInt(part.substring(1)));
            else needed.add(concept.applyAsInt(part));
        }
        if (needed.isEmpty()) throw new IllegalArgumentException("names no concept: " + line);
        String[] names = section.split(" ");
        return new UrgencyRule(
                names[0],
                names.length > 1 ? names[1] : "",
                List.copyOf(needed),
                List.copyOf(vetoes),
                ordered,
                reach,
                weak);
    }
}
