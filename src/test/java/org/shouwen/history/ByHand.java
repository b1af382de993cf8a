package org.shouwen.history;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes rows as no part of the product does, for stories of other modules. */
@TestComponent
public class ByHand {
    private final DriverManagerDataSource owner;
    private final JdbcTemplate application;
    private final TransactionTemplate transaction;

    ByHand(DriverManagerDataSource owner, JdbcTemplate application, TransactionTemplate transaction) {
        this.owner = owner;
        this.application = application;
        this.transaction = transaction;
    }

    /** As the database's owner would who wants no trace: with the triggers off. Undone by another such change. */
    public int past(String sql, Object... arguments) {
        JdbcTemplate owners = new JdbcTemplate(owner);
        Integer changed = owners.execute((org.springframework.jdbc.core.ConnectionCallback<Integer>) connection -> {
            try (var off = connection.createStatement();
                    var statement = connection.prepareStatement(sql)) {
                off.execute("set session_replication_role = replica");
                for (int i = 0; i < arguments.length; i++) statement.setObject(i + 1, arguments[i]);
                return statement.executeUpdate();
            }
        });
        return changed == null ? 0 : changed;
    }

    /** As an earlier version of the product left it: journalled like all that the product writes. */
    public int asBefore(String sql, Object... arguments) {
        Integer changed = transaction.execute(_ -> application.update(sql, arguments));
        return changed == null ? 0 : changed;
    }
}
