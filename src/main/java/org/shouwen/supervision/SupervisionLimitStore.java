package org.shouwen.supervision;

import java.sql.Timestamp;
import java.util.List;
import org.shouwen.calendar.Provisional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The limits of supervisions that wait for an answer. */
@Repository
class SupervisionLimitStore {
    private final JdbcClient jdbc;

    SupervisionLimitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param lock held until the transaction ends, so that none is answered or escalated meanwhile */
    List<Supervision> waiting(boolean lock) {
        return jdbc.sql(
                        "select * from supervision.supervision where answered_at is null and escalated_at is null and ended_at is null order by id"
                                + (lock ? " for update" : ""))
                .query(SupervisionStore::supervision)
                .list();
    }

    void setLimit(Supervision s) {
        jdbc.sql("update supervision.supervision set due = :due, provisional = :provisional where id = :id")
                .param("due", Timestamp.from(s.due()))
                .param("provisional", s.provisional())
                .param("id", s.id())
                .update();
    }

    /** By the year whose notice is missing. */
    List<Provisional> provisional() {
        return jdbc.sql("""
                        select %s as year,
                               count(*) as waiting
                        from supervision.supervision
                        where provisional and answered_at is null and escalated_at is null and ended_at is null group by 1 order by 1
                        """.formatted(Provisional.yearOf("due")))
                .query((rs, _) -> new Provisional(rs.getInt("year"), rs.getLong("waiting")))
                .list();
    }
}
