package org.shouwen.regulation;

/**
 * What became of an act: it was done, or a clause stands against it.
 *
 * @param <T> what the act leaves; {@link Nothing} when only that it was done
 */
public sealed interface Result<T> {
    record Done<T>(T value) implements Result<T> {}

    record No<T>(Refused refused) implements Result<T> {}

    static Result<Nothing> done() {
        return new Done<>(new Nothing());
    }

    static <T> Result<T> no(Clause under, String key, Object... args) {
        return new No<>(new Refused(under, key, args));
    }

    /**
     * For callers that have nothing better to do with a refusal than to show it.
     *
     * @throws org.shouwen.problems.Refusal when it was refused
     */
    default T orThrow() {
        return switch (this) {
            case Done<T>(T value) -> value;
            case No<T>(Refused refused) -> throw refused.toRefusal();
        };
    }
}
