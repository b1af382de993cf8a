package org.shouwen.supervision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.supervision.Supervision.How;
import org.shouwen.supervision.Supervision.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which supervisions of an order {@link SupervisionRules} would let a person issue now, so that a list offers nothing else (Art. 16). */
@Component
public class Issuable {
    private static final String ANY = "x";
    private final JdbcClient jdbc;

    Issuable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return by trigger, {@code LEVEL/HOW} as the form sends it; empty where one waits for its answer already */
    public Map<UUID, List<String>> of(Collection<Trigger> triggers, CurrentUser by) {
        Map<UUID, List<Supervision>> earlier = new HashMap<>();
        jdbc.sql("select * from supervision.supervision where order_id = any(:orders) order by issued_at")
                .param("orders", triggers.stream().map(Trigger::order).toArray(UUID[]::new))
                .query(SupervisionStore::supervision)
                .list()
                .forEach(s -> earlier.computeIfAbsent(s.order(), _ -> new ArrayList<>())
                        .add(s));
        Map<UUID, List<String>> offers = new HashMap<>();
        for (Trigger t : triggers) {
            List<Supervision> of = SupervisionRules.ofUnit(earlier.getOrDefault(t.order(), List.of()), t.unit());
            List<String> ways = new ArrayList<>();
            for (Level level : Level.values())
                for (How how : How.values())
                    if (SupervisionRules.issue(level, how, ANY, by, of).isEmpty()) ways.add(level + "/" + how);
            offers.put(t.id(), ways);
        }
        return offers;
    }
}
