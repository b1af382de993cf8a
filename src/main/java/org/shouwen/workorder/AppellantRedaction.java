package org.shouwen.workorder;

import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Takes the appellant's own name and number out of what people at work write about an order (Art. 21): it goes into the
 * history, which forgets nothing, and to units that need not know. Whoever takes appeals knows whose they are.
 */
public interface AppellantRedaction {
    /**
     * Also the names and numbers of those whose orders go with it, and of those who reminded of it.
     *
     * @param appeal that became the order
     */
    UnaryOperator<String> of(UUID appeal, String order);

    /** {@link #of} for words of a unit: blindly where one of those people is to be kept from units. */
    UnaryOperator<String> ofUnits(UUID appeal, String order);

    /**
     * For the words of somebody who must not know the appellant: all numbers go, whoever's they are, and no name, for
     * whoever writes down guesses would learn from a mask which of them is right.
     */
    UnaryOperator<String> blindly();
}
