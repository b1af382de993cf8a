package org.shouwen.history;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** A module's rows that keep a chain: what {@code verify} holds against the journal. Implemented by the rows' owner. */
public interface Chained {
    /** The {@link Subject#kind()} of its chains. */
    String kind();

    /** All rows ordered by id as PostgreSQL orders them; read within one transaction, closed by the caller. */
    Stream<Row> rows();

    /**
     * @param compare given the row's entries, says in words where the row is not what its history makes it; empty when
     *     it is
     */
    record Row(UUID id, Chain chain, Function<List<Recorded>, List<String>> compare) {}
}
