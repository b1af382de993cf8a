package org.shouwen.reporting.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accountability.Breach;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.calendar.WorkingDays;
import org.shouwen.callback.Callback;
import org.shouwen.history.Recorded;
import org.shouwen.history.StoredFormat;
import org.shouwen.history.Subject;
import org.shouwen.supervision.Supervision;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads histories and says what is counted of each subject. */
@Component
class Folding {
    private static final StoredFormat<Callback> CALLBACKS = StoredFormat.of(Callback.class);
    private static final StoredFormat<Supervision> SUPERVISIONS = StoredFormat.of(Supervision.class);
    private static final StoredFormat<Breach> BREACHES = StoredFormat.of(Breach.class);

    private final Headings headings;
    private final Exclusions exclusions;
    private final WorkCalendar calendar;
    private final JsonMapper json;
    private final PhoneFolding phones;
    private final DutyFolding duties;
    private final Repeats repeats;
    private final Terms terms = TermsFile.read();

    Folding(
            Headings headings,
            Exclusions exclusions,
            WorkCalendar calendar,
            JsonMapper json,
            PhoneFolding phones,
            DutyFolding duties,
            Repeats repeats) {
        this.phones = phones;
        this.duties = duties;
        this.repeats = repeats;
        this.exclusions = exclusions;
        this.json = json;
        this.headings = headings;
        this.calendar = calendar;
    }

    /** What is counted of one source's subjects; of each that has a history. */
    Map<UUID, Folded> of(Source source, Map<Subject, List<Recorded>> histories, Instant now) {
        return exclusions.apply(
                switch (source) {
                    case ORDER -> orders(histories, now);
                    case CALLBACK -> callbacks(histories);
                    case SUPERVISION -> supervisions(histories);
                    case BREACH -> breaches(histories);
                    case APPEAL -> appeals(histories);
                    case CALL -> phones.calls(histories);
                    case MISSED_CALL -> phones.missed(histories);
                    case AGENT_DAY -> phones.agentDays(histories);
                    case REPEAT -> repeats.folded(histories);
                    case UNIT -> duties.units(histories, now);
                    case SHIFT -> duties.shifts(histories);
                    case ARTICLE -> duties.articles(histories, now);
                    case FLAW -> duties.flaws(histories, now);
                    case ANSWER_USED -> duties.answersUsed(histories);
                    case WARNING -> duties.warnings(histories);
                });
    }

    private Map<UUID, Folded> orders(Map<Subject, List<Recorded>> histories, Instant now) {
        WorkingDays days = calendar.currentForLimits();
        Map<UUID, Heading> known =
                headings.ofOrders(histories.keySet().stream().map(Subject::id).toList());
        Map<UUID, Folded> folded = new LinkedHashMap<>();
        histories.forEach((subject, history) -> {
            Heading heading = known.get(subject.id());
            if (heading == null) return;
            folded.put(subject.id(), OrderFold.of(OrderHistory.read(history), heading, terms, days, now));
        });
        return folded;
    }

    private Map<UUID, Folded> callbacks(Map<Subject, List<Recorded>> histories) {
        Map<UUID, List<CallbackFold.Call>> calls = new LinkedHashMap<>();
        Set<UUID> orders = new HashSet<>();
        histories.forEach((subject, history) -> {
            List<CallbackFold.Call> all = history.stream()
                    .filter(r -> r.type().equals("Called"))
                    .map(r -> new CallbackFold.Call(CALLBACKS.read(r.body()), r.at()))
                    .toList();
            calls.put(subject.id(), all);
            for (CallbackFold.Call c : all) orders.add(c.after().order());
        });
        Map<UUID, Heading> known = headings.ofOrders(orders);
        Map<UUID, Folded> folded = new LinkedHashMap<>();
        calls.forEach((id, all) -> folded.put(
                id,
                all.isEmpty()
                        ? Folded.NOTHING
                        : CallbackFold.of(
                                all,
                                known(
                                        known.get(all.getFirst().after().order()),
                                        all.getFirst().after().orderNumber()))));
        return folded;
    }

    private Map<UUID, Folded> supervisions(Map<Subject, List<Recorded>> histories) {
        Map<UUID, List<SupervisionFold.Step>> steps = new LinkedHashMap<>();
        Set<UUID> orders = new HashSet<>();
        histories.forEach((subject, history) -> {
            List<SupervisionFold.Step> all = history.stream()
                    .map(r -> new SupervisionFold.Step(r.type(), SUPERVISIONS.read(r.body()), r.at()))
                    .toList();
            steps.put(subject.id(), all);
            orders.add(all.getFirst().after().order());
        });
        Map<UUID, Heading> known = headings.ofOrders(orders);
        Map<UUID, Folded> folded = new LinkedHashMap<>();
        steps.forEach((id, all) -> {
            Supervision s = all.getFirst().after();
            folded.put(id, SupervisionFold.of(all, known(known.get(s.order()), s.orderNumber())));
        });
        return folded;
    }

    private Map<UUID, Folded> breaches(Map<Subject, List<Recorded>> histories) {
        Map<UUID, Breach> last = new LinkedHashMap<>();
        Set<String> numbers = new HashSet<>();
        histories.forEach((subject, history) -> {
            Breach b = BREACHES.read(history.getLast().body());
            last.put(subject.id(), b);
            if (b.orderNumber() != null) numbers.add(b.orderNumber());
        });
        Map<String, Heading> known = headings.ofNumbers(numbers);
        Map<UUID, Folded> folded = new HashMap<>();
        last.forEach((id, b) -> {
            String number = b.orderNumber() == null ? "" : b.orderNumber();
            folded.put(id, BreachFold.of(b, known(known.get(number), number)));
        });
        return folded;
    }

    private Map<UUID, Folded> appeals(Map<Subject, List<Recorded>> histories) {
        Map<UUID, List<AppealFold.Step>> steps = new LinkedHashMap<>();
        Map<UUID, String> numbers = new HashMap<>();
        histories.forEach((subject, history) -> {
            List<AppealFold.Step> all = new ArrayList<>(history.size());
            for (Recorded r : history) {
                JsonNode body = json.readTree(r.body());
                all.add(new AppealFold.Step(
                        r.type(),
                        r.at(),
                        body.path("unit").asString(""),
                        body.path("outcome").asString(""),
                        body.path("upheld").asBoolean(false)));
                if (r.type().equals("Received"))
                    numbers.put(subject.id(), body.path("number").asString(""));
            }
            steps.put(subject.id(), all);
        });
        Map<UUID, Heading> known = headings.ofAppeals(numbers);
        Map<UUID, Folded> folded = new LinkedHashMap<>();
        steps.forEach((id, all) -> {
            Heading heading = known.get(id);
            if (heading != null) folded.put(id, AppealFold.of(all, heading));
        });
        return folded;
    }

    private static Heading known(@Nullable Heading heading, String number) {
        return heading != null ? heading : new Heading(number, "", "", "", "");
    }
}
