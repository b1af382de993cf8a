package org.shouwen.workorder;

import java.time.Instant;
import java.util.UUID;

/** Published within the transaction in which an order moved; those above tell the appellant, count, supervise. */
public record OrderMoved(UUID order, String number, UUID appeal, Event event, Instant at) {}
