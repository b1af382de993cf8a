package org.shouwen.knowledge;

import java.time.Instant;

/**
 * The time of an outage ran out and nobody said that it is over or lasts longer, so that whoever is joined to it waits for a
 * word. Published once for each end that it has had; whoever tells units listens, within the same transaction.
 */
public record OutageLapsed(Outage outage, Instant at) {}
