package org.shouwen.knowledge;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.roster.Upkeep;
import org.shouwen.roster.UpkeepWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Articles whose day of review has come, and reports of wrong ones whose limit has passed: a unit does these first (Art. 4). */
@Component
@Basis(Clause.A4)
class ArticlesToReview implements UpkeepWork {
    private final JdbcClient jdbc;

    ArticlesToReview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UnitId, Integer> open(Upkeep.What what, LocalDate today) {
        Map<UnitId, Integer> open = new HashMap<>();
        jdbc.sql("""
            select unit, count(*) as things from (
                select v.unit from knowledge.article_version v
                where v.state = 'PUBLISHED' and v.review_by <= :today and (v.kind = 'SERVICE') = :directory
                union all
                select f.unit from knowledge.flaw f
                where f.settled is null and f.due < :today and f.unit is not null and :directory = exists (
                    select from knowledge.article_version v where v.article = f.article and v.kind = 'SERVICE')) open
            group by unit
            """)
                .param("today", Date.valueOf(today))
                .param("directory", what == Upkeep.What.DIRECTORY)
                .query(rs -> {
                    open.put(new UnitId(rs.getString("unit")), rs.getInt("things"));
                });
        return open;
    }
}
