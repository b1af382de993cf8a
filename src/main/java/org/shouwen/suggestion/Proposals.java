package org.shouwen.suggestion;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.directory.DutySuggestion;
import org.shouwen.directory.MatterClass;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * The one port for proposals from words (ruling 16): kind, class, place, time, name and number at the desk, and unit,
 * assisting units and class of limit at the dispatcher's. By the models in use; where there is none, by the city's own lists
 * and what people usually say. Empty while {@code shouwen.suggestions} is off.
 */
@Service
public class Proposals {
    /** Shorter words say nothing; a model would answer with the commonest class. */
    private static final int LEAST = 4;

    private static final int HEADING = 40;

    private final Directory directory;
    private final ActiveModels models;
    private final CityPlaces places;
    private final Editions editions;
    private final InstantSource clock;
    private final boolean on;
    private volatile @Nullable Start start;

    private record Start(List<MatterClass> of, StartClasses classes) {}

    Proposals(
            Directory directory,
            ActiveModels models,
            CityPlaces places,
            Editions editions,
            InstantSource clock,
            @Value("${shouwen.suggestions:true}") boolean on) {
        this.directory = directory;
        this.models = models;
        this.places = places;
        this.editions = editions;
        this.clock = clock;
        this.on = on;
    }

    /** What the words of a call, as far as they are typed, say for its fields. */
    public DeskSuggestions desk(String text) {
        String said = text.strip();
        if (!on || said.isEmpty()) return DeskSuggestions.NONE;
        LocalDateTime now = clock.instant().atZone(Limits.ZONE).toLocalDateTime();
        Optional<Heard> time = TimeHeard.in(said, now);
        Suggestion kind = suggestion(Task.KIND, said);
        return new DeskSuggestions(
                kind,
                suggestion(Task.CLASS, said),
                places.places().in(said),
                PlaceHeard.exactly(said).orElse(null),
                time.or(() -> SpanHeard.in(said, now)).orElse(null),
                PersonHeard.name(said).orElse(null),
                PersonHeard.phone(said).orElse(null),
                kind != null && kind.first().category().equals("complaint")
                        ? AccusedHeard.in(said).orElse(null)
                        : null);
    }

    /** The places that the words name, alone. */
    public List<PlaceHeard.Found> places(String text) {
        return on ? places.places().in(text.strip()) : List.of();
    }

    /** Kind or class alone; null where the words say nothing. */
    public @Nullable Suggestion suggestion(Task task, String text) {
        String said = text.strip();
        if (!on || said.codePointCount(0, said.length()) < LEAST) return null;
        List<ClassProposal> choices = choices(task, said);
        return choices.isEmpty() ? null : Suggestion.of(task.code(), choices, version(task));
    }

    /** Unit, assisting units and class of limit for a matter; only those of which something is known. */
    public List<Suggestion> dispatch(@Nullable String matterClass, @Nullable String place) {
        if (!on || matterClass == null) return List.of();
        String county = county(place);
        List<ClassProposal> units = units(matterClass, county.isEmpty() ? place : county);
        Optional<NamedModel<DispatchModel>> model = models.dispatch();
        List<ClassProposal> assisting = model.map(m -> m.model().propose("assisting", matterClass, county, 1))
                .orElse(List.of());
        List<ClassProposal> limits = model.map(m -> m.model().propose("limit", matterClass, county, 2))
                .orElse(List.of());
        String version = version(Task.DISPATCH);
        return java.util.stream.Stream.of(
                        units.isEmpty() ? null : Suggestion.of("unit", units, version),
                        assisting.isEmpty() ? null : Suggestion.of("assisting", assisting, version),
                        limits.isEmpty() ? null : Suggestion.of("limit", limits, version))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The most probable first. */
    List<ClassProposal> choices(Task task, String text) {
        Optional<NamedModel<ClassModel>> model = models.classes(task);
        if (model.isPresent()) {
            int end = text.indexOf('\n');
            String heading = end < 0 ? text.substring(0, Math.min(text.length(), HEADING)) : text.substring(0, end);
            String rest = end < 0 ? text : text.substring(end + 1);
            return model.get().model().propose(heading, rest, 4).stream()
                    .filter(p -> task == Task.KIND
                            || directory.matterClass(p.category()).isPresent())
                    .toList();
        }
        return task == Task.KIND ? StartKinds.propose(text, kinds()) : start().propose(text, 4);
    }

    /** Whose duty it is: by the model in use; without one, and for what it does not know, by the duty list. */
    List<ClassProposal> units(@Nullable String matterClass, @Nullable String place) {
        List<ClassProposal> habit = models.dispatch()
                .map(m -> m.model().propose("unit", matterClass, place, 3))
                .orElse(List.of());
        if (!habit.isEmpty()) return habit;
        List<DutySuggestion> duty = directory.suggest(matterClass, place);
        return duty.stream()
                .limit(2)
                .map(d -> new ClassProposal(
                        d.unit().code(),
                        // a list names whose duty it is; two units on it are a question
                        duty.size() == 1 ? 0.8 : d.equals(duty.getFirst()) ? 0.55 : 0.35,
                        List.of(d.matterClass(), d.place())))
                .toList();
    }

    /** Which model proposes now. */
    String version(Task task) {
        Optional<String> used = task == Task.DISPATCH
                ? models.dispatch().map(NamedModel::version)
                : models.classes(task).map(NamedModel::version);
        return used.orElse(task == Task.DISPATCH ? "duty-list" : StartClasses.VERSION);
    }

    /** The county of a place; empty when there is none. */
    private String county(@Nullable String place) {
        var p = directory.place(place);
        while (p.isPresent() && p.get().level() != org.shouwen.directory.Place.Level.COUNTY)
            p = directory.place(p.get().parent());
        return p.map(org.shouwen.directory.Place::code).orElse("");
    }

    private StartClasses start() {
        List<MatterClass> all = directory.matterClasses();
        Start s = start;
        if (s != null && s.of().equals(all)) return s.classes();
        Start fresh = new Start(
                all,
                new StartClasses(all.stream()
                        .map(c -> new KnownClass(
                                c.code(),
                                c.name(),
                                directory
                                        .matterClass(c.parent())
                                        .map(MatterClass::name)
                                        .orElse(""),
                                c.limitClass()))
                        .toList()));
        start = fresh;
        return fresh.classes();
    }

    private List<String> kinds() {
        Instant now = clock.instant();
        Edition edition = editions.current(now.atZone(Limits.ZONE).toLocalDate());
        return edition.kinds().stream().map(Edition.Named::code).toList();
    }
}
