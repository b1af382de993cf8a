package org.shouwen.workorder;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.suggestion.DispatchModel;
import org.shouwen.suggestion.PastDispatches;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The dispatchers' own decisions, for a model to learn from; codes only. */
@Component
class DispatchedOrders implements PastDispatches {
    private final JdbcClient jdbc;
    private final Directory directory;

    DispatchedOrders(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Dispatched> latest(int most, Instant since) {
        return new ArrayList<>(jdbc.sql("""
                        select w.appeal, w.dispatched_at, m.matter_class, m.place, w.lead_unit, w.assisting, w.limit_class
                        from workorder.work_order w join workorder.matter m on m.order_id = w.id
                        where w.registered_at > :since and w.dispatched_at is not null
                          and m.matter_class is not null and w.lead_unit is not null
                        order by w.registered_at desc limit :most
                        """)
                        .param("since", Timestamp.from(since))
                        .param("most", most)
                        .query((rs, _) -> new Dispatched(
                                rs.getObject("appeal", UUID.class),
                                rs.getTimestamp("dispatched_at").toInstant(),
                                new DispatchModel.Row(
                                        rs.getString("matter_class"),
                                        county(rs.getString("place")),
                                        rs.getString("lead_unit"),
                                        rs.getArray("assisting") == null
                                                ? List.of()
                                                : Arrays.asList((String[])
                                                        rs.getArray("assisting").getArray()),
                                        String.valueOf(rs.getString("limit_class")))))
                        .list())
                .reversed();
    }

    private String county(@Nullable String place) {
        var p = directory.place(place);
        while (p.isPresent() && p.get().level() != Place.Level.COUNTY)
            p = directory.place(p.get().parent());
        return p.map(Place::code).orElse("");
    }
}
