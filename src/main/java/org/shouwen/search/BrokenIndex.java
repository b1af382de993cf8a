package org.shouwen.search;

import java.sql.SQLException;
import java.util.Set;

/** Tells what the database says of files that are damaged, cut or gone from whatever else can go wrong. */
final class BrokenIndex {
    /** data_corrupted, index_corrupted, io_error, undefined_file; what a page that can not be read says. */
    private static final Set<String> STATES = Set.of("XX001", "XX002", "58030", "58P01");

    private BrokenIndex() {}

    static boolean is(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause())
            if (t instanceof SQLException s && (STATES.contains(s.getSQLState()) || internal(s))) return true;
        return false;
    }

    /** Whether it is said of this copy of the index. */
    static boolean of(Throwable e, String copy) {
        for (Throwable t = e; t != null; t = t.getCause())
            if (t instanceof SQLException s && String.valueOf(s.getMessage()).contains("thing_" + copy)) return true;
        return false;
    }

    /** An index that ends in the middle is an internal error, whose words name the index. */
    private static boolean internal(SQLException e) {
        return "XX000".equals(e.getSQLState()) && String.valueOf(e.getMessage()).contains("thing_");
    }
}
