package org.shouwen.workorder;

import java.util.UUID;
import org.shouwen.directory.UnitId;

/** A closed order, as those who draw samples need it. */
public record ClosedOrder(UUID id, String number, UnitId lead, String kind, String limitClass) {}
