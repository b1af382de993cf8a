package org.shouwen.confidentiality;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** For a city that was there before the parties' table: whether all that was withheld still is, and verify minds the table. */
@TestComponent
public final class WithheldBefore {
    private final JdbcClient jdbc;
    private final DataSource owner;
    private final Parties parties;
    private final TransactionTemplate transaction;

    public WithheldBefore(
            JdbcClient jdbc,
            @Qualifier("ownerDataSource") DataSource owner,
            Parties parties,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.owner = owner;
        this.parties = parties;
        this.transaction = transaction;
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    /** {@link #differences} and {@link #unnoticed}. */
    public List<String> seenOrUnnoticed(Supplier<List<String>> findings) {
        List<String> all = new ArrayList<>(differences());
        all.addAll(unnoticed(findings));
        return all;
    }

    /** What anybody sees that they did not see by the rule of before, and appeals without a party; empty when all is well. */
    private List<String> differences() {
        Comparison c = new Comparison(jdbc, owner, parties);
        Set<String> names = new TreeSet<>(texts("select distinct name from accounts.account"));
        names.addAll(Set.of("窗口人员", "示例局窗口"));
        List<String> units = texts("select code from directory.unit order by code");
        c.lists(names, units.subList(0, 5));
        c.wall(units);
        c.people();
        List<String> all = new ArrayList<>(c.more);
        all.addAll(texts("select number from intake.appeal except select number from confidentiality.party"));
        return all;
    }

    /** Changes behind the program's back that verify does not find; nothing of them stays. */
    private List<String> unnoticed(Supplier<List<String>> findings) {
        List<String> unnoticed = new ArrayList<>();
        for (String change : List.of(
                "update confidentiality.party set secret = false where secret",
                "update confidentiality.party set accused = '' where accused <> ''",
                "update confidentiality.party set said = '' where said <> ''",
                "update confidentiality.party set accused_units = '{}' where accused_units <> '{}'",
                "update confidentiality.party set permitted_at = now() where secret and permitted_at is null",
                "update confidentiality.party set goes_with = null, part = 'OWN' where part = 'JOINED'",
                "update confidentiality.party set goes_with = null, part = 'OWN' where part = 'REMINDER'",
                "update confidentiality.party set appellant = gen_random_uuid()",
                "delete from confidentiality.party where secret"))
            transaction.executeWithoutResult(t -> {
                if (jdbc.sql(change).update() == 0) unnoticed.add("nothing to change: " + change);
                else if (findings.get().isEmpty()) unnoticed.add(change);
                t.setRollbackOnly();
            });
        return unnoticed;
    }
}
