package org.shouwen.warning;

import org.shouwen.regulation.Pure;

/**
 * From when on a signal raises a warning.
 *
 * @param least how many must be seen, before what was dismissed in a class has taught more
 * @param days in how many days
 * @param excess how far above the expected; what it means the signal says, 0 where it means nothing
 */
@Pure
public record SignalRule(Signal signal, int least, int days, double excess) {}
