package org.shouwen.confidentiality;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Actor;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people at work write beside an order, such as a supervision or a special report: like what they write into it, it
 * is kept without the name and number of whoever brought the order, for units read it and the history forgets nothing.
 */
@Component
@Basis(Clause.A21)
public class OrderTextRedactor {
    private final Parties parties;
    private final AppellantRedaction unnamed;

    OrderTextRedactor(Parties parties, AppellantRedaction unnamed) {
        this.parties = parties;
        this.unnamed = unnamed;
    }

    /** @param order its number; words about an order that there is not stay as they are */
    @Transactional(readOnly = true)
    public String unnamed(String order, String words, Actor by) {
        return words.isEmpty() ? words : of(order, by).apply(words);
    }

    /** {@link #unnamed} for several words. */
    @Transactional(readOnly = true)
    public UnaryOperator<String> of(String order, Actor by) {
        return parties.find(order).map(p -> of(order, p.facts(), by)).orElse(UnaryOperator.identity());
    }

    /**
     * {@link #of} where it is known what the order keeps.
     *
     * @param by who writes: of those who must not know, nobody learns from a mask that a guess was right
     */
    public UnaryOperator<String> of(String order, Confidentiality facts, Actor by) {
        boolean blindly = facts.accuses(by.name()) || (by.unit() != null && facts.any());
        if (blindly) return unnamed.blindly();
        return new WhenNeeded(() -> by.unit() == null ? unnamed.of(order) : unnamed.ofUnits(order));
    }

    /** Most acts say nothing: nobody is looked up for them. */
    private static final class WhenNeeded implements UnaryOperator<String> {
        private final Supplier<UnaryOperator<String>> load;
        private @Nullable UnaryOperator<String> loaded;

        WhenNeeded(Supplier<UnaryOperator<String>> load) {
            this.load = load;
        }

        @Override
        public String apply(String words) {
            if (words.isBlank()) return words;
            UnaryOperator<String> there = loaded == null ? load.get() : loaded;
            loaded = there;
            return there.apply(words);
        }
    }
}
