package org.shouwen.workorder;

import java.time.Instant;
import java.util.UUID;
import org.shouwen.directory.UnitId;

/**
 * An order was put under supervision (Art. 16): the unit that leads it owes an answer.
 *
 * @param supervision number of the supervision, such as 2026-0001
 * @param due until when the unit answers; the first moment that is too late
 */
public record OrderSupervised(
        UUID order, String orderNumber, UnitId unit, String supervision, Instant at, Instant due) {}
