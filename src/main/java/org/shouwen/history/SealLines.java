package org.shouwen.history;

import java.util.List;
import java.util.Set;

/**
 * The lines of seals outside the database, in the order of their numbers: {@code <number> <through> <entries> <seal in
 * hex>}. A line is written when its seal is committed, so each line says what must be in the database.
 */
interface SealLines {
    /** Keeps a line where it is not kept yet. */
    void keep(Sealing.Sealed seal);

    List<String> all();

    /**
     * Lines of after the moment to which a database was restored go into a place of their own beside.
     *
     * @param later some of {@link #all}
     * @param last number of the last seal that is in the database
     */
    void putAside(List<String> later, long last);

    /**
     * Whether a line is of a seal after {@code last}; one of another number that differs is no matter of a restore.
     *
     * @param stands lines of seals that are in the database
     */
    static boolean later(String line, Set<String> stands, long last) {
        String no = line.split(" ", 2)[0];
        long number = no.matches("\\d{1,18}") ? Long.parseLong(no) : 0;
        return !stands.contains(line) && number > last;
    }
}
