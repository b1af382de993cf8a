package org.shouwen.reporting.facts;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Actor;
import org.shouwen.history.Histories;
import org.shouwen.history.History;
import org.shouwen.history.Recorded;
import org.shouwen.history.StoredFormat;
import org.shouwen.history.Subject;
import org.springframework.stereotype.Component;

/**
 * Finds out, when an appeal came or changed, whether its person had brought the same class of matter in an order closed at
 * most 30 days before, and journals it: two numbers and no person. So the figure comes out the same when it is counted anew
 * after the person was forgotten (decision 88).
 */
@Component
class Repeats {
    static final StoredFormat<Repeat> FORMAT = StoredFormat.of(Repeat.class);

    private final RepeatStore store;
    private final Histories histories;
    private final History history;
    private final Headings headings;

    Repeats(RepeatStore store, Histories histories, History history, Headings headings) {
        this.store = store;
        this.histories = histories;
        this.history = history;
        this.headings = headings;
    }

    /**
     * As it is journalled.
     *
     * @param appeal number of the appeal that came again; {@code order} of the order that was closed, empty: it is none
     * @param unit that closed it
     */
    record Repeat(String appeal, String order, String unit, Instant came) {}

    /** Looks at these appeals; what is known of them already is not written again. */
    void look(Collection<UUID> appeals, int generation, Instant now) {
        if (appeals.isEmpty()) return;
        Map<UUID, RepeatStore.Came> came = store.of(appeals, generation);
        if (came.isEmpty()) return;
        Map<Subject, List<Recorded>> known = histories.of(
                Source.REPEAT.kind(),
                came.keySet().stream().map(a -> subject(a).id()).toList());
        Set<String> numbers = new LinkedHashSet<>();
        came.values().forEach(c -> numbers.addAll(c.orders()));
        Map<String, UUID> ids = numbers.isEmpty() ? Map.of() : store.orders(numbers);
        Map<UUID, List<OrderFold.Happening>> orders = new LinkedHashMap<>(); // each is read once, whoever came again
        histories
                .of(Source.ORDER.kind(), ids.values())
                .forEach((order, history) -> orders.put(order.id(), OrderHistory.read(history)));
        came.forEach((appeal, c) -> {
            Subject subject = subject(appeal);
            Repeat is = found(c, ids, orders);
            Repeat was = last(known.getOrDefault(subject, List.of()));
            if (is.equals(was) || (was == null && is.order().isEmpty())) return;
            history.append(
                    subject,
                    now,
                    Actor.SYSTEM,
                    is.order().isEmpty() ? "RepeatWithdrawn" : "RepeatFound",
                    FORMAT.write(is));
        });
    }

    /** Its own in the journal: an id has one chain. */
    private static Subject subject(UUID appeal) {
        return Subject.of(Source.REPEAT.kind(), appeal.toString());
    }

    private static Repeat found(
            RepeatStore.Came c, Map<String, UUID> ids, Map<UUID, List<OrderFold.Happening>> orders) {
        Repeat found = new Repeat(c.number(), "", "", c.at());
        Instant latest = Instant.EPOCH;
        for (String number : c.orders()) {
            UUID id = ids.get(number);
            if (id == null) continue;
            RepeatFold.Closing closing = RepeatFold.of(orders.getOrDefault(id, List.of()), c.at());
            if (closing == null || !closing.at().isAfter(latest)) continue;
            latest = closing.at();
            found = new Repeat(c.number(), number, closing.unit(), c.at());
        }
        return found;
    }

    private static @Nullable Repeat last(List<Recorded> written) {
        return written.isEmpty() ? null : FORMAT.read(written.getLast().body());
    }

    /** Counted under the heading of the order that was closed, so that both lists of the figure name orders. */
    Map<UUID, Folded> folded(Map<Subject, List<Recorded>> written) {
        Map<UUID, Repeat> repeats = new LinkedHashMap<>();
        written.forEach((subject, all) ->
                repeats.put(subject.id(), FORMAT.read(all.getLast().body())));
        Map<String, Heading> known = headings.ofNumbers(
                repeats.values().stream().map(Repeat::order).collect(java.util.stream.Collectors.toSet()));
        Map<UUID, Folded> folded = new LinkedHashMap<>();
        repeats.forEach((id, r) -> {
            Heading heading = known.get(r.order());
            folded.put(
                    id,
                    heading == null
                            ? Folded.NOTHING
                            : new Folded(
                                    List.of(Fact.at(r.came(), r.unit(), "", heading)
                                            .with(Counted.REPEAT)),
                                    null));
        });
        return folded;
    }
}
