package org.shouwen.gauges;

import java.time.Instant;
import java.util.List;

/** A module's figures; a bean of the module. Asked every few seconds: each figure comes from an index, or from memory. */
public interface Gauges {
    List<Gauge> at(Instant now);
}
