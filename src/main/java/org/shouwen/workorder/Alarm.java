package org.shouwen.workorder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;

/** An urgent order that nobody at the unit has been reached about yet (Art. 17). */
public record Alarm(
        String number,
        String title,
        @Nullable String place,
        String location,
        @Nullable UnitId lead,
        String urgentKind,
        Instant since,
        int calls) {}
