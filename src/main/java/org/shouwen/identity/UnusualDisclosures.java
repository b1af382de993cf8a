package org.shouwen.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;

/** What is unusual about a look at an identity (Art. 21): a question to the person who looked, not a verdict. */
public final class UnusualDisclosures {
    /** So many looks by one person in one day are unusual. */
    static final int MANY = 20;

    private static final int AGAIN = 3;

    public enum Mark {
        /** Between ten in the evening and six in the morning. */
        NIGHT,
        /** One of many on that day. */
        MANY,
        /** At the same person more than three times. */
        AGAIN,
        /** Nothing was open any more: no order, and the appeal had its outcome. */
        CLOSED,
        /** At somebody whose matter lies where the one who looked lives. */
        NEIGHBOUR
    }

    /**
     * What a look was about.
     *
     * @param number of the appeal
     * @param place where the matter lies; null when nobody said
     * @param doneAt when the order was closed or the appeal had its outcome; null while it is open
     */
    public record Matter(
            String number, @Nullable String place, @Nullable Instant doneAt) {}

    /** @param number of the appeal; empty when it is not known */
    public record Marked(DisclosureLog.Look look, String number, Set<Mark> marks) {}

    private record ByDay(@Nullable UUID account, LocalDate day) {}

    private record ByPerson(@Nullable UUID account, UUID appellant) {}

    private UnusualDisclosures() {}

    /**
     * @param matters by appellant
     * @param neighbours whether an account's owner lives at a place
     */
    public static List<Marked> of(
            List<DisclosureLog.Look> looks, Map<UUID, Matter> matters, BiPredicate<UUID, String> neighbours) {
        Map<ByDay, Integer> byDay = new HashMap<>();
        Map<ByPerson, Integer> byPerson = new HashMap<>();
        for (DisclosureLog.Look l : looks) {
            byDay.merge(new ByDay(l.by().account(), at(l).toLocalDate()), 1, Integer::sum);
            byPerson.merge(new ByPerson(l.by().account(), l.appellant()), 1, Integer::sum);
        }
        return looks.stream()
                .map(l -> {
                    Set<Mark> marks = EnumSet.noneOf(Mark.class);
                    int hour = at(l).getHour();
                    if (hour < 6 || hour >= 22) marks.add(Mark.NIGHT);
                    if (byDay.getOrDefault(new ByDay(l.by().account(), at(l).toLocalDate()), 0) >= MANY)
                        marks.add(Mark.MANY);
                    if (byPerson.getOrDefault(new ByPerson(l.by().account(), l.appellant()), 0) > AGAIN)
                        marks.add(Mark.AGAIN);
                    Matter m = matters.get(l.appellant());
                    if (m != null && m.doneAt() != null && m.doneAt().isBefore(l.at())) marks.add(Mark.CLOSED);
                    UUID account = l.by().account();
                    if (m != null && m.place() != null && account != null && neighbours.test(account, m.place()))
                        marks.add(Mark.NEIGHBOUR);
                    return new Marked(l, m == null ? "" : m.number(), marks);
                })
                .toList();
    }

    private static ZonedDateTime at(DisclosureLog.Look l) {
        return l.at().atZone(Limits.ZONE);
    }
}
