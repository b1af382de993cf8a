package org.shouwen.workorder;

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
    private final OrderStore orders;
    private final AppellantRedaction unnamed;

    OrderTextRedactor(OrderStore orders, AppellantRedaction unnamed) {
        this.orders = orders;
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
        return orders.find(order).map(row -> of(row, by)).orElse(UnaryOperator.identity());
    }

    /** @param by who writes: of those who must not know, nobody learns from a mask that a guess was right */
    UnaryOperator<String> of(OrderRow row, Actor by) {
        boolean blindly = row.shield().accuses(by.name())
                || (by.unit() != null && row.shield().any());
        if (blindly) return unnamed.blindly();
        return new WhenNeeded(() -> by.unit() == null
                ? unnamed.of(row.appeal(), row.number())
                : unnamed.ofUnits(row.appeal(), row.number()));
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
