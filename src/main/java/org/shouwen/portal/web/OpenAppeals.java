package org.shouwen.portal.web;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Intake;
import org.springframework.stereotype.Component;

/** Which appeals a session has opened, so that neither a look-up code nor a key to it ever stands in an address. */
@Component
class OpenAppeals {
    private static final String OPEN = "portalOpen";
    private static final String USED = "portalUsed";

    /** Without a click; on a machine that others use too somebody else may sit there by then. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Intake intake;
    private final InstantSource clock;

    OpenAppeals(Intake intake, InstantSource clock) {
        this.intake = intake;
        this.clock = clock;
    }

    void open(HttpSession session, String number, UUID appeal) {
        session.setAttribute(USED, clock.instant());
        HashMap<String, UUID> open = new HashMap<>();
        if (session.getAttribute(OPEN) instanceof Map<?, ?> before)
            before.forEach((n, id) -> open.put((String) n, (UUID) id));
        open.put(number, appeal);
        session.setAttribute(OPEN, open);
    }

    /** The code of an appeal that was opened here and lately; null otherwise. */
    @Nullable
    String code(HttpSession session, String number) {
        Instant now = clock.instant();
        boolean lately = session.getAttribute(USED) instanceof Instant used
                && used.plus(LONGEST).isAfter(now)
                && used.minus(LONGEST).isBefore(now); // a clock that was set back leaves nothing open for longer
        if (!lately) session.removeAttribute(OPEN);
        session.setAttribute(USED, now);
        return session.getAttribute(OPEN) instanceof Map<?, ?> open && open.get(number) instanceof UUID id
                ? intake.code(id)
                : null;
    }

    void close(HttpSession session) {
        session.removeAttribute(OPEN);
    }
}
