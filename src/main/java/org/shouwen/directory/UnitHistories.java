package org.shouwen.directory;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What imports read from the histories of units, and the mark by which they know their own changes again. */
@Service
class UnitHistories {
    static final String IMPORTED = "Imported";

    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;

    UnitHistories(History history, JsonMapper json, InstantSource clock) {
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    UnitPast past(UnitId unit) {
        return UnitPast.of(history.of(Subject.of("unit", unit.code())), json);
    }

    /**
     * Makes a change that an import asks for and marks its fields as imported, both or neither.
     *
     * @param of {@link TypedFields#UNIT}, or an officer's id
     * @param fields by their names in the entry, such as {@code leaderInCharge}
     */
    @Transactional
    public void imported(UnitId unit, String of, List<String> fields, Actor by, Runnable change) {
        change.run();
        history.append(
                Subject.of("unit", unit.code()),
                clock.instant(),
                by,
                "Imported",
                json.writeValueAsString(Map.of("of", of, "fields", fields)));
    }
}
