package org.shouwen.search;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Page;
import org.shouwen.problems.WorkOrderNumber;

/**
 * What is asked for: words, and filters that narrow what is found. Filters of one field are alternatives, filters of two
 * fields must both hold. A query without words lists what the filters leave.
 *
 * @param words as typed, several separated by blanks: all must occur; a number in any spelling finds what has it
 * @param kinds empty: all
 * @param states codes of states, such as {@code WAITING} of appeals and {@code IN_HAND} of orders; empty: all
 * @param units codes of units that lead or assist, answer for an article, or to which a person belongs; empty: all
 * @param classes codes of matter classes; empty: all
 * @param places codes of places, each with all that lies in it; empty: all
 * @param channels codes of channels over which an appeal came in; empty: all
 * @param from first day, Asia/Shanghai; null: no limit
 * @param to last day, inclusive; null: no limit
 * @param urgent null: urgent or not
 * @param after key of the page that {@link SearchPage#next} gave; null: the first page
 * @param size hits on a page, 1 to 200
 */
public record SearchQuery(
        String words,
        Set<ThingKind> kinds,
        Set<String> states,
        Set<String> units,
        Set<String> classes,
        Set<String> places,
        Set<String> channels,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Boolean urgent,
        SearchSort sort,
        @Nullable String after,
        int size) {
    public static final int USUAL = 20;

    /** Longest words that are taken, in characters. */
    public static final int LONGEST = 200;

    /** @throws BadInput when the words are too long, the page is not 1 to 200, or the period ends before it begins */
    public SearchQuery {
        words = words.strip();
        if (words.length() > LONGEST) throw new BadInput("words", "search.words-too-long", LONGEST);
        if (from != null && to != null && to.isBefore(from)) throw new BadInput("to", "search.period-backwards");
        Page.limit(size);
        kinds = Set.copyOf(kinds);
        states = Set.copyOf(states);
        units = Set.copyOf(units);
        classes = Set.copyOf(classes);
        places = Set.copyOf(places);
        channels = Set.copyOf(channels);
    }

    /** Words alone: the first page of all kinds, newest first. */
    public static SearchQuery of(String words) {
        return new SearchQuery(
                words,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                null,
                SearchSort.NEWEST,
                null,
                USUAL);
    }

    /** The number of an appeal or order among the words; empty when there is none, or several. */
    public Optional<WorkOrderNumber> number() {
        return WorkOrderNumber.read(words);
    }

    /** The same question on another page. */
    public SearchQuery page(@Nullable String key, int most) {
        return new SearchQuery(
                words, kinds, states, units, classes, places, channels, from, to, urgent, sort, key, most);
    }

    /** The same words and filters for things of one kind. */
    public SearchQuery kind(ThingKind kind) {
        return new SearchQuery(
                words, Set.of(kind), states, units, classes, places, channels, from, to, urgent, sort, after, size);
    }

    /** The words beside a period that was written among them, in that period. */
    public SearchQuery within(WrittenPeriod period) {
        return new SearchQuery(
                period.rest(),
                kinds,
                states,
                units,
                classes,
                places,
                channels,
                period.from(),
                period.to(),
                urgent,
                sort,
                after,
                size);
    }
}
