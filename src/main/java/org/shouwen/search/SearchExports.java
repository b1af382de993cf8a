package org.shouwen.search;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.Identity;
import org.shouwen.identity.PersonalDataDetector;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.problems.Refusal;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Service for tables that leave the system: one asks, another lets them, and every step is on record (Art. 21). The rows
 * are those that whoever fetches the table sees on the page at that moment, and as they see them.
 */
@Service
@Transactional
@Basis(Clause.A21)
public class SearchExports {
    static final String KIND = "search_export";
    private static final int LONGEST_PURPOSE = 200;

    /** Numbers in one entry of the journal. */
    private static final int NUMBERS = 5000;

    private final ExportStore store;
    private final FoundLists lists;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;

    SearchExports(ExportStore store, FoundLists lists, History history, JsonMapper json, InstantSource clock) {
        this.store = store;
        this.lists = lists;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /** The person's own requests, newest first. */
    @Transactional(readOnly = true)
    public Page<SearchExport> of(CurrentUser person, @Nullable After after, int limit) {
        return store.of(person.account(), after, limit);
    }

    /** What waits for this person's word, oldest first; empty for who decides on none. */
    @Transactional(readOnly = true)
    public Page<SearchExport> toDecide(CurrentUser person, @Nullable After after, int limit) {
        return ExportRules.decides(person.unitCode(), person)
                ? store.asked(
                        person.unitCode(), person.account(), clock.instant().minus(ExportRules.TERM), after, limit)
                : Page.empty();
    }

    /** Whether the table may be fetched now. */
    public boolean fetchable(SearchExport export, CurrentUser by) {
        return ExportRules.fetchable(export, by.account(), clock.instant());
    }

    /** @throws BadInput without a purpose, or when the words lead to a person */
    public SearchExport ask(CurrentUser person, SearchQuery query, String typed) {
        String purpose = PersonalDataDetector.mask(Text.required("purpose", typed, LONGEST_PURPOSE), Identity.UNNAMED);
        String written = SearchParameters.write(query);
        if (written.isEmpty()) throw new BadInput("purpose", "search.saved.nothing");
        if (PersonalWords.in(query.words())) throw new BadInput("purpose", "search.export.personal");
        Instant now = now();
        boolean second = ExportRules.needsSecond(query);
        SearchExport export = new SearchExport(
                UuidCreator.getTimeOrderedEpoch(),
                person.account(),
                person.name(),
                person.unitCode(),
                written,
                purpose,
                now,
                second ? SearchExport.State.ASKED : SearchExport.State.GRANTED,
                "",
                second ? null : now,
                null,
                0,
                0);
        store.insert(export);
        record(export, person, "ExportAsked", now, Map.of("second", second));
        return export;
    }

    /**
     * @throws NotFound when it is not theirs to decide on
     * @throws BadInput when it is their own
     */
    public void decide(UUID id, boolean granted, CurrentUser by) {
        SearchExport export = lock(id);
        if (export.account().equals(by.account())) throw new BadInput("export", "search.export.four-eyes");
        if (!ExportRules.decides(export, by)) throw new NotFound("export", id.toString());
        if (!ExportRules.waits(export, clock.instant())) throw new BadInput("export", "search.export.decided");
        Instant now = now();
        SearchExport.State state = granted ? SearchExport.State.GRANTED : SearchExport.State.REFUSED;
        store.decide(id, state, by, now);
        record(export, by, granted ? "ExportGranted" : "ExportRefused", now, Map.of());
    }

    /**
     * What {@link #each} reads out.
     *
     * @throws NotFound when it is not the person's own
     * @throws Refusal when it was not granted, or too long ago
     */
    public SearchTable fetch(UUID id, CurrentUser by) {
        SearchExport export = lock(id);
        if (!export.account().equals(by.account())) throw new NotFound("export", id.toString());
        if (!fetchable(export, by))
            throw new Refusal(
                    Clause.A21.name(),
                    Clause.A21.citation(),
                    "search.export.not-granted",
                    List.of(ExportRules.TERM.toDays()));
        SearchQuery query = SearchParameters.read(export.query());
        FoundList list = lists.whole(by, query, ExportRules.MOST);
        Instant now = now();
        recordFetched(export, by, list.rows().size(), list.numbers(), now);
        return new SearchTable(export, query, list, now);
    }

    /** The rows, as whoever fetched them sees them, while they are read. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void each(SearchTable fetched, Consumer<SearchHit> each) {
        lists.each(fetched.list(), each);
    }

    /** What was in it stands in the journal, in entries that a reader can open. */
    private void recordFetched(SearchExport export, CurrentUser by, int rows, List<String> numbers, Instant now) {
        store.fetched(export.id(), rows, now);
        for (int from = 0; from == 0 || from < numbers.size(); from += NUMBERS)
            record(
                    export,
                    by,
                    "ExportFetched",
                    now,
                    Map.of("rows", rows, "numbers", numbers.subList(from, Math.min(from + NUMBERS, numbers.size()))));
    }

    private SearchExport lock(UUID id) {
        return store.lock(id).orElseThrow(() -> new NotFound("export", id.toString()));
    }

    private Instant now() {
        return Instants.now(clock);
    }

    private void record(SearchExport export, CurrentUser by, String type, Instant at, Map<String, Object> said) {
        history.append(new Subject(KIND, export.id()), at, by.actor(), type, json.writeValueAsString(said));
    }
}
