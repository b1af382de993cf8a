package org.shouwen.suggestion;

import java.util.List;

/**
 * What is proposed for one field, with the model that proposes; a named person decides (ruling 16).
 *
 * @param field as the log of proposals names it: {@code kind}, {@code class}, {@code unit} …
 * @param choices the most probable first; never empty
 */
public record Suggestion(String field, Band band, List<ClassProposal> choices, String model) {
    /** How much is shown of it. */
    public enum Band {
        /** Filled in and marked. */
        SURE,
        /** Two to choose from. */
        TWO,
        /** A list. */
        LIST
    }

    /** Together the first two must be right so often to stand alone. */
    private static final double BOTH = 0.75;

    private static final int MOST = 4;

    public Suggestion {
        choices = List.copyOf(choices);
    }

    static Suggestion of(String field, List<ClassProposal> choices, String model) {
        double first = choices.getFirst().probability();
        double second = choices.size() < 2 ? 0 : choices.get(1).probability();
        if (first >= ClassProposal.SURE) return new Suggestion(field, Band.SURE, choices.subList(0, 1), model);
        if (choices.size() == 1 || first + second >= BOTH || first >= 2.5 * second)
            return new Suggestion(field, Band.TWO, choices.subList(0, Math.min(2, choices.size())), model);
        return new Suggestion(field, Band.LIST, choices.subList(0, Math.min(MOST, choices.size())), model);
    }

    public ClassProposal first() {
        return choices.getFirst();
    }
}
