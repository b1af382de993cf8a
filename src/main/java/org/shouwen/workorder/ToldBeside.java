package org.shouwen.workorder;

import java.util.Optional;

/**
 * Whom an appellant was told to call at once beside the order that was made of their matter (Art. 8.3), so that the desk
 * and the unit know who else is on the way. Whoever takes appeals keeps it.
 */
public interface ToldBeside {
    /** The number, such as 119; empty where nobody was named. It leads to no person. */
    Optional<String> of(OrderPage order);
}
