package org.shouwen.inbound;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.Identity;
import org.shouwen.identity.PersonalDataDetector;
import org.shouwen.jdbc.Instants;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Journals why a named person made nothing of what came in. */
@Component
class InboundJournal {
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;

    InboundJournal(History history, JsonMapper json, InstantSource clock) {
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /** @param why masked here: personal data in it is nothing for the journal (Art. 21) */
    void laidAside(UUID id, String why, CurrentUser by) {
        history.append(
                new Subject(Rejects.KIND, id),
                Instants.now(clock),
                by.actor(),
                "LaidAside",
                json.writeValueAsString(Map.of("why", PersonalDataDetector.mask(why, Identity.UNNAMED))));
    }
}
