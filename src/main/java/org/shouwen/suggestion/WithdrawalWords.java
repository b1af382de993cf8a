package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shouwen.suggestion.WordFinder.Hit;
import tools.jackson.databind.JsonNode;

/** The words by which people take back what they said ({@code suggestion/withdrawals.yaml}), found in one pass. Immutable. */
final class WithdrawalWords {
    /** What the words of a group do. */
    enum Group {
        /** The speaker saw, heard or dialled wrongly. */
        ERROR,
        /** Said wrongly, which may be the place alone. */
        MISSPOKEN,
        JOKE,
        /** Nobody need come. */
        CANCEL,
        /** It is not true, whoever says so. */
        RUMOUR,
        TEST,
        /** "It was in fact"; takes back only behind {@link #TOLD}. */
        EXPLAINED,
        /** Where what is taken back begins. */
        TOLD,
        /** What somebody believed it was: this clause alone is taken back. */
        BELIEVED,
        /** Longer words that hold one of those above and take nothing back. */
        NONE,
        /** Others say so, or somebody supposes it. */
        OTHERS,
        /** Others play with each other. */
        PLAY,
        /** True after all, or somebody is to come at once. */
        AGAIN,
        /** A place, number or time, which may be all that is put right. */
        CORRECTED,
        /** All is well, which may be said before it is not. */
        CALM,
        /** Whoever is threatened may be made to take it back. */
        FORCED,
        SUICIDE,
        /** An express denial, without which suicide is not taken back. */
        DENIED;

        boolean takesBack() {
            return compareTo(EXPLAINED) <= 0 || this == BELIEVED;
        }
    }

    private static final List<Group> GROUPS = List.of(Group.values());

    private final WordFinder finder;

    WithdrawalWords(JsonNode file) {
        List<List<String>> words = new ArrayList<>();
        for (Group g : Group.values()) {
            List<String> group = new ArrayList<>();
            for (JsonNode n : file.path(g.name().toLowerCase(Locale.ROOT)))
                group.addAll(List.of(n.asString().strip().split("\\s+")));
            if (group.isEmpty()) throw new IllegalStateException("withdrawals.yaml: " + g + " has no words");
            words.add(group);
        }
        finder = new WordFinder(words);
    }

    /** Where the words of each group stand in a text; those that take nothing back inside a longer word are left out. */
    Found find(String text) {
        Map<Group, BitSet> starts = new EnumMap<>(Group.class);
        for (Group g : Group.values()) starts.put(g, new BitSet());
        List<Hit> all = finder.find(text);
        BitSet none = new BitSet();
        for (Hit h : all) if (GROUPS.get(h.concept()) == Group.NONE) none.set(h.start(), h.end());
        List<Hit> back = new ArrayList<>();
        for (Hit h : all) {
            Group g = GROUPS.get(h.concept());
            if (g.takesBack() && none.nextClearBit(h.start()) >= h.end()) continue;
            starts.getOrDefault(g, none).set(h.start());
            if (g.takesBack() || g == Group.CALM) back.add(h);
        }
        return new Found(text, List.copyOf(back), starts);
    }

    /**
     * The words of a text.
     *
     * @param hits of the groups that take back, and of {@link Group#CALM}, in order of their end
     * @param starts where words of each group begin
     */
    record Found(String text, List<Hit> hits, Map<Group, BitSet> starts) {
        private static final BitSet NOWHERE = new BitSet();

        /** Whether a word of the group begins from one place to before another. */
        boolean any(Group group, int from, int end) {
            int at = starts.getOrDefault(group, NOWHERE).nextSetBit(Math.max(0, from));
            return at >= 0 && at < end;
        }

        /** The nearest place before another where a word of the group begins, or −1. */
        int last(Group group, int before) {
            return before == 0 ? -1 : starts.getOrDefault(group, NOWHERE).previousSetBit(before - 1);
        }
    }
}
