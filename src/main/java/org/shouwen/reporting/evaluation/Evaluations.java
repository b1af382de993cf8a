package org.shouwen.reporting.evaluation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.history.History;
import org.shouwen.history.StoredFormat;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;
import org.shouwen.reporting.facts.Dimension;
import org.shouwen.reporting.figures.Figure;
import org.shouwen.reporting.figures.FigureRegistry;
import org.shouwen.reporting.figures.FigureTable;
import org.shouwen.reporting.figures.Selection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Service for evaluation schemes: proposed by one of the Bureau, adopted by another, worked out each night (Art. 3). */
@Service
@Transactional
@Basis(Clause.A3)
public class Evaluations {
    static final String KIND = "evaluation_scheme";
    static final StoredFormat<Scores> SCORES = StoredFormat.of(Scores.class);
    private static final int LONGEST = 50_000;

    private final EvaluationStore store;
    private final FigureRegistry figures;
    private final FigureTable table;
    private final Directory directory;
    private final WorkCalendar calendar;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;

    Evaluations(
            EvaluationStore store,
            FigureRegistry figures,
            FigureTable table,
            Directory directory,
            WorkCalendar calendar,
            History history,
            JsonMapper json,
            InstantSource clock) {
        this.store = store;
        this.figures = figures;
        this.table = table;
        this.directory = directory;
        this.calendar = calendar;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /** @param opens first day on which units may object; {@code closes} the last */
    public record Window(LocalDate opens, LocalDate closes) {
        boolean open(LocalDate today) {
            return !today.isBefore(opens) && !today.isAfter(closes);
        }
    }

    /** Latest period first. */
    @Transactional(readOnly = true)
    public List<StoredScheme> all() {
        return store.all();
    }

    /** @throws NotFound when there is none */
    @Transactional(readOnly = true)
    public StoredScheme get(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFound("evaluation", id.toString()));
    }

    /** @throws BadInput naming what of the text can not be used */
    public UUID propose(String typed, CurrentUser by) {
        String text = Text.required("text", typed, LONGEST);
        Scheme scheme = SchemeFile.read(text, figures, directory);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        store.insert(id, scheme, text, by, now());
        record(id, scheme.code(), "SchemeProposed", by);
        return id;
    }

    /**
     * The second person decides.
     *
     * @throws org.shouwen.problems.Refusal under Art. 3 when it is the one who proposed, or it overlaps an adopted scheme
     */
    public void decide(UUID id, boolean adopt, CurrentUser by) {
        store.lock();
        StoredScheme s = get(id);
        if (!s.waits()) throw refused("decided");
        if (Objects.equals(s.askedBy(), by.account())) throw refused("four-eyes");
        if (adopt) requireApart(s);
        store.decide(id, adopt, by, now());
        record(id, s.code(), adopt ? "SchemeAdopted" : "SchemeRefused", by);
    }

    /** No unit is evaluated twice for the same days. */
    private void requireApart(StoredScheme s) {
        Set<String> units = Set.copyOf(read(s).units());
        for (StoredScheme other : store.all()) {
            boolean overlaps = other.holds()
                    && !other.period().from().isAfter(s.period().to())
                    && !s.period().from().isAfter(other.period().to());
            if (overlaps && read(other).units().stream().anyMatch(units::contains))
                throw new Refused(Clause.A3, "reporting.refused.overlaps", other.code()).toRefusal();
        }
    }

    public Scheme read(StoredScheme s) {
        return SchemeFile.read(s.text(), figures, directory);
    }

    /** What the scheme comes to by now, from the sums of days. */
    @Transactional(readOnly = true)
    public Scores scores(StoredScheme s) {
        Scheme scheme = read(s);
        List<Figure> counted = new ArrayList<>();
        for (Scheme.Weighted w : scheme.figures()) counted.add(figures.get(w.figure()));
        for (Scheme.Addition a : scheme.additions()) counted.add(figures.get(a.figure()));
        Selection units = Selection.ALL.and(Dimension.UNIT, scheme.units());
        Set<String> active = directory.units().stream()
                .filter(Unit::active)
                .map(u -> u.id().code())
                .collect(Collectors.toSet());
        return new Scoring(scheme, figures)
                .of(table.byForPublication(scheme.period(), units, Dimension.UNIT, counted), active);
    }

    /** The last draft that was worked out; empty before the first night. */
    @Transactional(readOnly = true)
    public Optional<Scores> draft(UUID scheme) {
        return store.draft(scheme).map(d -> SCORES.read(d.body()));
    }

    /** Works out every adopted scheme whose period has begun; the last of a day stays. */
    void drafts(java.util.function.Predicate<StoredScheme> wanted) {
        LocalDate today = today();
        for (StoredScheme s : store.all())
            if (s.holds() && !s.period().from().isAfter(today) && wanted.test(s))
                store.putDraft(s.id(), today, now(), SCORES.write(scores(s)));
    }

    /** From the first working day after the period, for the scheme's number of working days. */
    public Window window(StoredScheme s) {
        LocalDate opens = calendar.current().after(s.period().to(), 1);
        int days = Math.max(1, read(s).objectionDays());
        return new Window(opens, days == 1 ? opens : calendar.current().after(opens, days - 1));
    }

    void requireOver(StoredScheme s) {
        LocalDate closes = window(s).closes();
        if (!today().isAfter(closes)) throw new Refused(Clause.A3, "reporting.refused.not-over", closes).toRefusal();
    }

    private void record(UUID id, String code, String type, CurrentUser by) {
        history.append(new Subject(KIND, id), now(), by.actor(), type, json.writeValueAsString(Map.of("code", code)));
    }

    static org.shouwen.problems.Refusal refused(String why) {
        return new Refused(Clause.A3, "reporting.refused." + why).toRefusal();
    }

    LocalDate today() {
        return clock.instant().atZone(Limits.ZONE).toLocalDate();
    }

    Instant now() {
        return Instants.now(clock);
    }
}
