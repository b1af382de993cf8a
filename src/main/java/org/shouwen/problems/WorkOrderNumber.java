package org.shouwen.problems;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of an appeal and of the order that it becomes, as it was given out: {@code 20260930-000123} (day, dash, six to
 * nine digits). It is read where it comes in, however it was copied; whoever takes one reads and checks it no more. Plain
 * text in JSON.
 */
public record WorkOrderNumber(@JsonValue String text) {
    /** Every number and nothing else, as a regular expression without groups. */
    public static final String FORM = "[0-9]{8}-[0-9]{6,9}";

    private static final Pattern GIVEN = Pattern.compile(FORM);

    private static final Pattern OF_DAY =
            Pattern.compile("(?<![0-9])(20[0-9]{2})[-./年]?(0[1-9]|1[0-2])[-./月]?(0[1-9]|[12][0-9]|3[01])日?"
                    + GivenNumber.PARTED + "([0-9]{6,9})(?![0-9])");

    /** With the zeros left out, which only a dash can tell from a day and something else. */
    private static final Pattern SHORT_OF_DAY = Pattern.compile(
            "(?<![0-9-])(20[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])) ?-{1,2} ?([1-9][0-9]{0,4})(?![0-9a-z-])");

    /** A number in which letters stand for figures, as when it was read off paper. */
    private static final Pattern LIKE_FIGURES = Pattern.compile("(?<![0-9a-z])[0-9oil][0-9oil-]{13,18}(?![0-9a-z])");

    /** @throws IllegalArgumentException when it is no number as given out: a fault of the program, which reads it before */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WorkOrderNumber {
        if (!GIVEN.matcher(text).matches()) throw new IllegalArgumentException("no number of an appeal: " + text);
    }

    /** The one number in what was typed; empty when there is none, or several different ones. */
    public static Optional<WorkOrderNumber> read(@Nullable String typed) {
        String text = GivenNumber.plain(typed);
        Set<WorkOrderNumber> found = all(OF_DAY, text);
        if (found.isEmpty())
            found = all(OF_DAY, GivenNumber.BLANKS.matcher(text).replaceAll(""));
        if (found.isEmpty()) found = all(SHORT_OF_DAY, text);
        if (found.isEmpty()) found = all(OF_DAY, figures(text));
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    /**
     * The number of an order that something is done to.
     *
     * @return null when nothing was typed
     * @throws NotFound when there is no number in it, as of a number that nobody was given
     */
    public static @Nullable WorkOrderNumber ofOrder(@Nullable String typed) {
        String text = Text.clean(typed);
        return text.isEmpty() ? null : read(text).orElseThrow(() -> new NotFound("work order", text));
    }

    private static Set<WorkOrderNumber> all(Pattern pattern, String text) {
        Set<WorkOrderNumber> found = new HashSet<>();
        for (Matcher m = pattern.matcher(text); m.find(); ) {
            StringBuilder day = new StringBuilder();
            for (int g = 1; g < m.groupCount(); g++) day.append(m.group(g));
            String rest = m.group(m.groupCount());
            found.add(new WorkOrderNumber(day + "-" + "0".repeat(Math.max(0, 6 - rest.length())) + rest));
        }
        return found;
    }

    private static String figures(String text) {
        return LIKE_FIGURES
                .matcher(text)
                .replaceAll(m -> m.group().replace('o', '0').replace('i', '1').replace('l', '1'));
    }

    @Override
    public String toString() {
        return text;
    }
}
