package org.shouwen.retention;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;

/**
 * Another system asks who was erased since a moment, a page at a time, and signs the question (Art. 21).
 *
 * @param after where the page before ended, as its answer said; null for the first page
 */
@Basis(Clause.A21)
public record ErasureQuestion(Instant since, @Nullable String after) {
    /** So many are told at once. */
    public static final int MOST = 1000;

    /**
     * @param since ISO 8601 with its offset
     * @throws BadInput when it is none
     */
    public static ErasureQuestion of(String since, @Nullable String after) {
        try {
            Instant moment = OffsetDateTime.parse(since.replace(' ', '+')).toInstant();
            return new ErasureQuestion(moment, after == null || after.isBlank() ? null : after.strip());
        } catch (DateTimeParseException e) {
            throw new BadInput("since", "problems.field.date");
        }
    }

    /** What is signed: the words of the question, so that an answer of another page or another day can not be asked for with it. */
    public byte[] signed() {
        return ("erasures since " + since + (after == null ? "" : " after " + after)).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @param next to be asked with as {@code after}; null when these are all
     */
    public record Page<T>(List<T> erased, @Nullable String next) {
        public Page {
            erased = List.copyOf(erased);
        }

        /**
         * @param found one more than {@link #MOST} where there is a next page
         * @param place where a page ends that ends with this one
         */
        public static <F, T> Page<T> of(List<F> found, Function<F, T> told, Function<F, String> place) {
            boolean more = found.size() > MOST;
            List<F> page = more ? found.subList(0, MOST) : found;
            return new Page<>(page.stream().map(told).toList(), more ? place.apply(page.getLast()) : null);
        }
    }
}
