package org.shouwen.rowsecurity;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * For whose unit this thread works. While it works for a unit, the database itself shows it that unit's orders and
 * appellants and no others, whatever the application asks for (Art. 21).
 */
@Component
public class UnitScope {
    private static final ThreadLocal<String> UNIT = new ThreadLocal<>();
    private final DataSource dataSource;

    UnitScope(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Work that a request does. */
    @FunctionalInterface
    public interface Work<E extends Exception> {
        void run() throws E;
    }

    /** @param unit code of the unit; null: the platform or the machine, to whom no rows are closed */
    public static <E extends Exception> void within(@Nullable String unit, Work<E> work) throws E {
        String before = UNIT.get();
        set(unit);
        try {
            work.run();
        } finally {
            set(before);
        }
    }

    /**
     * What the platform does on the way of a unit's act, such as telling others or writing what several people sent at
     * the same moment; also within a transaction that has begun for the unit.
     */
    public <T> T asPlatform(Supplier<T> work) {
        String unit = UNIT.get();
        if (unit == null || !(dataSource instanceof WalledDataSource walled)) return work.get();
        set(null);
        // outside a transaction the next connection comes with the scope
        ConnectionHolder held = (ConnectionHolder) TransactionSynchronizationManager.getResource(walled);
        try {
            if (held != null) walled.past(held.getConnection());
            return work.get();
        } finally {
            set(unit);
            if (held != null) walled.back(held.getConnection());
        }
    }

    static @Nullable String current() {
        return UNIT.get();
    }

    private static void set(@Nullable String unit) {
        if (unit == null) UNIT.remove();
        else UNIT.set(unit);
    }
}
