package org.shouwen.reporting.figures;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.shouwen.reporting.Period;
import org.shouwen.reporting.facts.Generations;
import org.shouwen.reporting.facts.Heading;
import org.shouwen.reporting.facts.Source;
import org.shouwen.rowsecurity.StandbyReads;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists behind figures, oldest first; what is about whoever reads is left out before they are cut (Art. 21). */
@Service
@Transactional(readOnly = true)
public class FigureCases {
    /** Rows that a stream keeps in memory. */
    private static final int FETCH = 1000;

    private final JdbcClient jdbc;
    private final StandbyReads reads;

    FigureCases(JdbcClient jdbc, StandbyReads reads) {
        this.jdbc = jdbc;
        this.reads = reads;
    }

    /** One page of a part's cases, and how many there are. */
    public Page<CaseLine> list(
            Part part, Period period, Selection selection, CurrentUser by, @Nullable After after, int limit) {
        return reads.ask(db -> list(db, part, period, selection, by, after, limit));
    }

    private static Page<CaseLine> list(
            JdbcClient db,
            Part part,
            Period period,
            Selection selection,
            CurrentUser by,
            @Nullable After after,
            int limit) {
        Map<String, Object> with = new HashMap<>();
        String from = from(db, part, period, selection, by, with);
        Long all =
                db.sql("select count(*)" + from).params(with).query(Long.class).single();
        with.put("limit", limit + 1);
        String next = "";
        if (after != null) {
            with.put("day", Date.valueOf(java.time.LocalDate.ofEpochDay(after.turn() / 1000)));
            with.put("no", (int) (after.turn() % 1000));
            with.put("id", after.id());
            next = " and (f.day, f.no, f.subject) > (:day, :no, :id)";
        }
        return Page.of(
                db.sql("select f.*" + from + next + " order by f.day, f.no, f.subject limit :limit")
                        .params(with)
                        .query((rs, _) -> line(rs, part))
                        .list(),
                limit,
                all,
                c -> new After(0, c.day().toEpochDay() * 1000 + c.no(), c.subject()));
    }

    /**
     * All of a part's cases, one after the other, for a table that is written while it is read: what is written can't be
     * taken back where a standby breaks off, so that they come from the primary.
     */
    public void each(Part part, Period period, Selection selection, CurrentUser by, Consumer<CaseLine> each) {
        Map<String, Object> with = new HashMap<>();
        String from = from(jdbc, part, period, selection, by, with);
        jdbc.sql("select f.*" + from + " order by f.day, f.no, f.subject")
                .params(with)
                .withFetchSize(FETCH)
                .query((ResultSet rs) -> each.accept(line(rs, part)));
    }

    private static String from(
            JdbcClient db, Part part, Period period, Selection selection, CurrentUser by, Map<String, Object> with) {
        with.put("generation", Generations.current(db));
        with.put("from", Date.valueOf(period.from()));
        with.put("to", Date.valueOf(period.to()));
        with.put("mask", part.as().mask());
        with.put("reader", ConflictOfInterest.reader(by));
        String which = switch (part.which()) {
            case COUNTED -> "";
            case MET -> " and f.met & :mask <> 0";
            case MISSED -> " and f.met & :mask = 0";
        };
        return " from reporting.fact f where f.generation = :generation and f.day between :from and :to and f.counted & :mask <> 0"
                + which + SumStore.where(selection, with) + " and " + ConflictOfInterest.appeal("f.number");
    }

    private static CaseLine line(ResultSet rs, Part part) throws SQLException {
        long mask = part.as().mask();
        return new CaseLine(
                rs.getObject("subject", UUID.class),
                Source.ofCode(rs.getInt("source")),
                rs.getInt("no"),
                rs.getDate("day").toLocalDate(),
                rs.getString("unit"),
                rs.getString("limit_class"),
                new Heading(
                        rs.getString("number"),
                        rs.getString("kind"),
                        rs.getString("matter_class"),
                        rs.getString("place"),
                        rs.getString("channel")),
                (rs.getLong("met") & mask) != 0,
                (rs.getLong("adjusted") & mask) == 0,
                part.as().valued() ? rs.getInt("value") : 0);
    }
}
