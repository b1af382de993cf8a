package org.shouwen.confidentiality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who waits for each of many orders, in one statement: what a calendar moves may be twenty thousand. */
@Component
@Basis(Clause.A21)
public class Waiting {
    private final JdbcClient jdbc;
    private final UnitScope scope;

    Waiting(JdbcClient jdbc, UnitScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    private record Of(String order, Party party) {}

    /** The same people as {@link Parties#of} has for each order, by their appeals' numbers; orders without anybody are left out. */
    public Map<String, List<Party>> of(Collection<String> orders) {
        List<Of> all = scope.asPlatform(() -> jdbc.sql("""
                        with o as (select distinct unnest(:orders::text[]) as number)
                        select o.number as of_order, p.* from o join confidentiality.party p on p.number = o.number
                        where p.appellant is not null
                        union all
                        select o.number, p.* from o join confidentiality.party p on p.goes_with = o.number
                        where p.appellant is not null
                        union all
                        select o.number, p.* from o
                            join confidentiality.party j on j.goes_with = o.number and j.part = 'JOINED'
                            join confidentiality.party p on p.goes_with = j.number
                        where p.appellant is not null
                        """)
                .param("orders", orders.toArray(String[]::new))
                .query((rs, row) -> new Of(rs.getString("of_order"), PartyRow.map(rs, row)))
                .list());
        Map<String, Map<String, Party>> byOrder = new HashMap<>();
        for (Of each : all)
            byOrder.computeIfAbsent(each.order(), _ -> new TreeMap<>())
                    .put(each.party().number(), each.party());
        Map<String, List<Party>> waiting = new HashMap<>();
        byOrder.forEach((order, parties) -> waiting.put(order, new ArrayList<>(parties.values())));
        return waiting;
    }
}
