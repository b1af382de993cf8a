package org.shouwen.search;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * A name or a number that brings up appeals tells whose they are to whoever typed it: what was found in that way is on
 * record, with the account that searched, for the auditor (Art. 21). The words are not.
 */
@Service
@Basis(Clause.A21)
public class PersonSearches {
    private final History history;
    private final UnitScope scope;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final InstantSource clock;

    PersonSearches(
            History history, UnitScope scope, TransactionTemplate transaction, JsonMapper json, InstantSource clock) {
        this.history = history;
        this.scope = scope;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** @param found numbers on the page that was shown; a search that finds nobody is one as well */
    public void record(List<String> found, CurrentUser by) {
        String body = json.writeValueAsString(Map.of("found", found));
        scope.asPlatform(() -> transaction.execute(_ -> {
            history.append(
                    new Subject("search", UuidCreator.getTimeOrderedEpoch()),
                    clock.instant(),
                    by.actor(),
                    "PersonSearched",
                    body);
            return found.size();
        }));
    }
}
