package org.shouwen.workorder;

import java.time.Instant;
import java.util.UUID;
import org.shouwen.confidentiality.Confidentiality;
import org.shouwen.history.Actor;

/**
 * An order about to be registered (Art. 12.2).
 *
 * @param id chosen by the caller (UUIDv7)
 * @param number the number of the appeal it came from; people know the order by it
 */
public record NewWorkOrder(
        UUID id, String number, UUID appeal, Matter matter, Confidentiality shield, Instant at, Actor by) {
    /** Nothing about it is secret. */
    public NewWorkOrder(UUID id, String number, UUID appeal, Matter matter, Instant at, Actor by) {
        this(id, number, appeal, matter, Confidentiality.NONE, at, by);
    }
}
