package org.shouwen.callback;

import java.time.Instant;
import java.util.UUID;
import org.shouwen.directory.UnitId;

/**
 * A person who was called back said that the unit's report is not true; the order has been opened again (ruling 8).
 * Published in the transaction of the call.
 *
 * @param order the order's key
 * @param words the person's own, without what leads to them
 * @param by the name of whoever called
 */
public record FoundUntruthful(UUID order, String orderNumber, UnitId unit, Instant at, String words, String by) {}
