package org.shouwen.desk;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * A number that brings up appeals tells whose they are to whoever typed it: what was found in that way is on record, with
 * the account that searched, for the auditor (Art. 21). The number itself is not.
 */
@Component
@Basis(Clause.A21)
public class Searches {
    private static final String KIND = "search";
    private static final Duration SAME_CALL = Duration.ofMinutes(10);

    private final History history;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    private record Told(String key, Instant at) {}

    /** The page that shows a caller is drawn again and again. */
    private final Map<UUID, Told> last = new ConcurrentHashMap<>();

    Searches(History history, JsonMapper json, TransactionTemplate transaction, InstantSource clock) {
        this.history = history;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param key of the telephone number, which is not kept
     * @param found under it; a search that finds nobody is one as well
     */
    public void record(String key, List<Appeal> found, CurrentUser by) {
        List<String> numbers = found.stream().map(Appeal::number).toList();
        Instant now = clock.instant();
        Told before = last.get(by.account());
        if (before != null
                && before.key().equals(key)
                && !before.at().isAfter(now)
                && before.at().plus(SAME_CALL).isAfter(now)) return;
        transaction.executeWithoutResult(_ -> append(numbers, now, by));
        last.put(by.account(), new Told(key, now));
    }

    private void append(List<String> numbers, Instant now, CurrentUser by) {
        history.append(
                new Subject(KIND, UuidCreator.getTimeOrderedEpoch()),
                now,
                by.actor(),
                "NumberSearched",
                json.writeValueAsString(Map.of("found", numbers)));
    }
}
