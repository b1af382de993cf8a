package org.shouwen.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers that begin anew each year, such as {@code 2026-0003}. */
public final class YearNumbers {
    private YearNumbers() {}

    /**
     * The next number of the year; two who ask at once get two. A transaction that is rolled back gives its number back.
     *
     * @param table with columns {@code year} and {@code last}, schema-qualified; a name of the program, never typed
     */
    public static String next(JdbcClient jdbc, String table, int year) {
        return next(jdbc, table, year, 4);
    }

    /** @param digits at the least, filled up with zeros */
    public static String next(JdbcClient jdbc, String table, int year, int digits) {
        int next = jdbc.sql("insert into " + table + " as n (year, last) values (:year, 1)"
                        + " on conflict (year) do update set last = n.last + 1 returning last")
                .param("year", year)
                .query(Integer.class)
                .single();
        return ("%d-%0" + digits + "d").formatted(year, next);
    }
}
