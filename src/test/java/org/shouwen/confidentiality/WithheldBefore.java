package org.shouwen.confidentiality;

import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What anybody sees that they did not see by the rule of before, for all that is in a database. */
public final class WithheldBefore {
    private WithheldBefore() {}

    /**
     * @param names of people
     * @param units codes
     * @return who sees what; empty when nobody sees more
     */
    public static List<String> differences(
            JdbcClient jdbc, DataSource owner, Parties parties, Collection<String> names, Collection<String> units) {
        Comparison c = new Comparison(jdbc, owner, parties);
        c.lists(names, units.stream().limit(5).toList());
        c.wall(units);
        c.people();
        return List.copyOf(c.more);
    }
}
