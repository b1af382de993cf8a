package org.shouwen.supervision;

import java.time.Instant;
import java.util.UUID;
import org.shouwen.directory.UnitId;

/** A second supervision passed its limit unanswered: it opens an accountability case (ruling 9). */
public record Unanswered(String supervision, UUID order, String orderNumber, UnitId unit, Instant at) {}
