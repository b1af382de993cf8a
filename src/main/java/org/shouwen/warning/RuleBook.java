package org.shouwen.warning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.shouwen.regulation.Pure;

/**
 * The rules and sensitive words that hold: those the product comes with, and what two persons changed of them, in order.
 *
 * @param words in order of their characters
 */
@Pure
public record RuleBook(Map<Signal, SignalRule> rules, List<String> words) {
    public RuleBook {
        rules = Map.copyOf(rules);
        words = List.copyOf(words);
    }

    public SignalRule rule(Signal signal) {
        return Objects.requireNonNull(rules.get(signal), signal.name());
    }

    /** The first sensitive word that stands in a text. */
    Optional<String> wordIn(String text) {
        return words.stream().filter(text::contains).findFirst();
    }

    /** With changes that were granted, the earliest first. */
    RuleBook with(List<RuleChange> granted) {
        Map<Signal, SignalRule> changed = new EnumMap<>(rules);
        Set<String> said = new TreeSet<>(words);
        for (RuleChange c : granted)
            switch (c.kind()) {
                case ADD_WORD -> said.add(c.word());
                case DROP_WORD -> said.remove(c.word());
                case SET_RULE -> changed.put(c.signal(), new SignalRule(c.signal(), c.least(), c.days(), c.excess()));
            }
        return new RuleBook(changed, new ArrayList<>(said));
    }
}
