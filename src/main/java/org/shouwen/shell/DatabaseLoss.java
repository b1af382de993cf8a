package org.shouwen.shell;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells that the database went away from all other faults, by the SQL state of whatever stands in the chain of causes. */
public final class DatabaseLoss {
    /**
     * Class 08: connections. 57P01 to 57P03: the server is told to stop, crashes, or is not yet up again. 25006: it is no
     * primary any more, and takes no writes.
     */
    private static final Set<String> STOPPED = Set.of("57P01", "57P02", "57P03", "25006");

    /** The database's own disk is full; what it was asked to write is not there. */
    private static final String FULL = "53100";

    private static final int DEEPEST = 12;

    private DatabaseLoss() {}

    /** Whether the fault, one of its causes or one that it suppressed says so. */
    public static boolean in(@Nullable Throwable fault) {
        return in(fault, DEEPEST);
    }

    private static boolean in(@Nullable Throwable fault, int deeper) {
        if (fault == null || deeper == 0) return false;
        if (fault instanceof SQLTransientConnectionException) return true; // the pool waited in vain
        if (fault instanceof SQLException sql && lost(sql)) return true;
        for (Throwable suppressed : fault.getSuppressed()) if (in(suppressed, deeper - 1)) return true;
        return in(fault.getCause(), deeper - 1);
    }

    private static boolean lost(SQLException fault) {
        String state = fault.getSQLState();
        return state == null
                ? "Connection is closed".equals(fault.getMessage()) // the pool's word for one that broke before
                : state.startsWith("08") || STOPPED.contains(state) || state.equals(FULL);
    }
}
