package org.shouwen.workorder;

import java.util.List;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Pure;
import org.shouwen.regulation.Refused;

/** What comes of a command: events, or a refusal that names its clause and changes nothing. */
@Pure
sealed interface Decision {
    record Done(List<Event> events) implements Decision {
        public Done {
            events = List.copyOf(events);
        }
    }

    record No(Refused refused) implements Decision {}

    static Decision done(Event... events) {
        return new Done(List.of(events));
    }

    static Decision no(Clause under, String words, Object... args) {
        return new No(new Refused(under, "workorder.refused." + words, args));
    }
}
