package org.shouwen.history;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A module's rows that keep a chain: what {@code verify} holds against the journal. Implemented by the rows' owner. */
public interface VerifiableRows {
    /** The {@link Subject#kind()} of its chains. */
    String kind();

    /** All rows ordered by id as PostgreSQL orders them; read within one transaction, closed by the caller. */
    Stream<Row> rows();

    /** Whether a row of this history need not be there any more. */
    default boolean mayBeGone(List<Recorded> entries) {
        return false;
    }

    /**
     * How a finding names a row that is gone: the number or name people knew it by, where its history says so.
     *
     * @param entries its whole history, never empty
     */
    default String gone(List<Recorded> entries) {
        return entries.getLast().subject().id().toString();
    }

    /**
     * @param known gives the number or name people know the row by, asked only where something was found; null where they
     *     know none
     * @param chain where the row says that its chain stands; null when it keeps none
     * @param compare given the row's entries, says in words where the row is not what its history makes it; empty when
     *     it is
     */
    record Row(
            UUID id,
            @Nullable Supplier<String> known,
            @Nullable Chain chain,
            Function<List<Recorded>, List<String>> compare) {
        public Row(UUID id, @Nullable Chain chain, Function<List<Recorded>, List<String>> compare) {
            this(id, null, chain, compare);
        }

        /** The row under the number or name people know it by. */
        public Row known(String number) {
            return known(() -> number);
        }

        /** {@link #known(String)}, where looking it up costs something. */
        public Row known(Supplier<String> number) {
            return new Row(id, number, chain, compare);
        }

        /** How a finding names the row. */
        String name() {
            return known == null ? id.toString() : known.get();
        }

        /**
         * A row without a chain of its own, whose every change is journalled whole: it must be what was written last.
         *
         * What was written is read and compared as a value, so that an older version of the format, or one without a
         * component that was added since, says the same.
         *
         * @param row the row as it stands
         */
        public static <T> Row asLastWritten(UUID id, T row, StoredFormat<T> format) {
            return new Row(
                    id, null, entries -> format.read(entries.getLast().body()).equals(row) ? List.of() : UNLIKE);
        }

        /** A row that is not what was last written, whatever that was. */
        public static Row unlike(UUID id) {
            return new Row(id, null, _ -> UNLIKE);
        }

        private static final List<String> UNLIKE = List.of("the row is not what was last written");
    }
}
