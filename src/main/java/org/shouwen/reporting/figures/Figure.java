package org.shouwen.reporting.figures;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;

/**
 * A figure as it is defined: what it counts, by which date, and how it says so.
 *
 * @param id stands in answers and schemes for ever
 * @param version moves when it counts anything else
 * @param numerator null while it is not measured
 * @param denominator null for a count
 * @param missing what is not there yet; null when it is measured
 */
@Pure
public record Figure(
        String id,
        int version,
        Group group,
        Basis basis,
        ValueUnit unit,
        Measure measure,
        @Nullable Part numerator,
        @Nullable Part denominator,
        Words zh,
        Words en,
        @Nullable Missing missing) {
    public enum Group {
        INTAKE,
        UNIT,
        OUTCOME,
        PEOPLE,
        DUTIES,
        KNOWLEDGE,
        WARNING,
        TELEPHONE
    }

    /** Which date puts a case into a period. */
    public enum Basis {
        /** Of what came or was dispatched in the period: what became of it by now. */
        COHORT,
        /** What happened in the period. */
        EVENT
    }

    public enum ValueUnit {
        PERCENT,
        COUNT,
        DAYS,
        MINUTES,
        SECONDS,
        TIMES
    }

    public enum Measure {
        COUNT,
        RATIO,
        MEAN,
        MEDIAN,
        P90,
        /** How many people brought the cases; told apart by the vault, for facts hold no person. */
        PERSONS,
        /** Cases held against every ten thousand inhabitants of the place that is asked about. */
        PER_TEN_THOUSAND
    }

    /** @param says the definition in one sentence; {@code numerator} and {@code denominator} name the two lists */
    public record Words(String name, String says, String numerator, String denominator) {}

    /** What is not there yet, in both languages. */
    public record Missing(String zh, String en) {}

    public boolean measured() {
        return missing == null;
    }

    public Words words(boolean english) {
        return english ? en : zh;
    }

    /** The cases of its one or two lists. */
    public Stream<Part> lists() {
        return Stream.of(Optional.ofNullable(numerator), Optional.ofNullable(denominator))
                .flatMap(Optional::stream);
    }
}
