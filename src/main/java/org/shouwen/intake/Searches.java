package org.shouwen.intake;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.shouwen.accounts.SignedIn;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A number that brings up appeals tells whose they are to whoever typed it: what was found in that way is on record, with
 * the account that searched, for the auditor (Art. 21). The number itself is not.
 */
@Component
@Basis(Clause.A21)
public class Searches {
    public static final String KIND = "search";

    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;

    /** The page that shows a caller is drawn again and again. */
    private final Map<UUID, List<String>> last = new ConcurrentHashMap<>();

    Searches(History history, JsonMapper json, InstantSource clock) {
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /** @param found by a telephone number */
    @Transactional
    public void record(List<Appeal> found, SignedIn by) {
        if (found.isEmpty()) return;
        List<String> numbers = found.stream().map(Appeal::number).toList();
        if (numbers.equals(last.put(by.account(), numbers))) return;
        history.append(
                new Subject(KIND, UuidCreator.getTimeOrderedEpoch()),
                clock.instant(),
                by.actor(),
                "NumberSearched",
                json.writeValueAsString(Map.of("found", numbers)));
    }
}
