package org.shouwen.handover;

import java.sql.Timestamp;
import java.util.List;
import org.shouwen.calendar.Provisional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The limits of handovers whose answer is awaited. */
@Repository
class HandoverLimitStore {
    private final JdbcClient jdbc;

    HandoverLimitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param lock held until the transaction ends, so that none is answered meanwhile */
    List<Handover> awaited(boolean lock) {
        return jdbc.sql("select * from coordination.handover where answered_at is null order by id"
                        + (lock ? " for update" : ""))
                .query(HandoverStore::handover)
                .list();
    }

    void setLimit(Handover h) {
        jdbc.sql("update coordination.handover set due = :due, provisional = :provisional where id = :id")
                .param("due", Timestamp.from(h.due()))
                .param("provisional", h.provisional())
                .param("id", h.id())
                .update();
    }

    /** By the year whose notice is missing. */
    List<Provisional> provisional() {
        return jdbc.sql("""
                        select %s as year,
                               count(*) as awaited
                        from coordination.handover where provisional and answered_at is null group by 1 order by 1
                        """.formatted(Provisional.yearOf("due")))
                .query((rs, _) -> new Provisional(rs.getInt("year"), rs.getLong("awaited")))
                .list();
    }
}
