package org.shouwen.reporting.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwen.jdbc.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks which earlier appeals were brought by the same person; who that is, is neither asked nor told (Art. 21). */
@Component
class RepeatStore {
    /** The latest closing alone is asked for: of somebody who comes day after day no more histories are read than these. */
    private static final int MOST = 50;

    private final JdbcClient jdbc;

    RepeatStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param orders numbers of orders about the same class of matter, of the same person, closed at some time before */
    record Came(String number, Instant at, List<String> orders) {}

    /** Of those of the appeals whose person is known by a number; of any other nothing can be said. */
    Map<UUID, Came> of(Collection<UUID> appeals, int generation) {
        Map<UUID, Came> came = new LinkedHashMap<>();
        jdbc.sql("""
                        with a as materialized (select * from intake.again(:appeals)),
                        closed as materialized (
                            select f.number, f.day from (select distinct earlier from a where earlier is not null) e
                            join reporting.fact f on f.number = e.earlier
                            where f.generation = :generation and f.counted & :closed <> 0)
                        select appeal, number, received_at, order_number from (
                            select a.appeal, a.number, a.received_at, c.number as order_number,
                                row_number() over (partition by a.appeal order by c.day desc nulls last, c.number desc) as turn
                            from a
                            left join closed c on c.number = a.earlier
                                and c.day between (a.received_at at time zone 'Asia/Shanghai')::date - 31
                                              and (a.received_at at time zone 'Asia/Shanghai')::date) came
                        where turn <= :most
                        """)
                .param("appeals", appeals.toArray(UUID[]::new))
                .param("generation", generation)
                .param("closed", Counted.CLOSED.mask())
                .param("most", MOST)
                .query(rs -> {
                    UUID appeal = rs.getObject("appeal", UUID.class);
                    String number = rs.getString("number");
                    Instant at = Instants.of(rs, "received_at");
                    Came c = came.computeIfAbsent(appeal, _ -> new Came(number, at, new ArrayList<>()));
                    String order = rs.getString("order_number");
                    if (order != null && !c.orders().contains(order)) c.orders().add(order);
                });
        return came;
    }

    Map<String, UUID> orders(Collection<String> numbers) {
        Map<String, UUID> ids = new LinkedHashMap<>();
        jdbc.sql("select order_id, number from workorder.headings where number = any(:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .query(rs -> {
                    ids.put(rs.getString("number"), rs.getObject("order_id", UUID.class));
                });
        return ids;
    }
}
