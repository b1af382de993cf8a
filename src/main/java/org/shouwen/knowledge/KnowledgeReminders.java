package org.shouwen.knowledge;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.UnitId;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.Job;
import org.shouwen.knowledge.KnowledgeDue.What;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.roster.Upkeep;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * From eight in the morning reminds units of what they keep up to date (Art. 4): articles to look at again a week before
 * and once the day has passed, those that cease to hold within a week, reports not dealt with, and upkeep not done. Of one
 * day's articles a unit is reminded once, however many they are; of reports that no unit has, the platform.
 */
@Component
@Basis(Clause.A4)
class KnowledgeReminders implements Job {
    private static final int FROM_HOUR = 8;
    private static final int DAYS_AHEAD = 7;

    private final JdbcClient jdbc;
    private final Upkeep upkeep;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    KnowledgeReminders(
            JdbcClient jdbc,
            Upkeep upkeep,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.upkeep = upkeep;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "knowledge-reminders";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run() {
        ZonedDateTime here = clock.instant().atZone(Limits.ZONE);
        if (here.getHour() >= FROM_HOUR) transaction.executeWithoutResult(_ -> remind(here.toLocalDate()));
    }

    private void remind(LocalDate today) {
        Instant now = Instants.now(clock);
        List<KnowledgeDue> due = new ArrayList<>();
        jdbc.sql("""
            select unit, review_by as day from knowledge.article_version
            where state = 'PUBLISHED' and review_by <= :until group by unit, review_by
            """).param("until", Date.valueOf(today.plusDays(DAYS_AHEAD))).query(rs -> {
            LocalDate day = rs.getObject("day", LocalDate.class);
            What what = day.isBefore(today) ? What.REVIEW_LATE : What.REVIEW_ENDS;
            due.add(new KnowledgeDue(new UnitId(rs.getString("unit")), what, day, now));
        });
        jdbc.sql("""
            select unit, valid_to as day from knowledge.article_version
            where state = 'PUBLISHED' and valid_to between :today and :until group by unit, valid_to
            """)
                .param("today", Date.valueOf(today))
                .param("until", Date.valueOf(today.plusDays(DAYS_AHEAD)))
                .query(rs -> {
                    due.add(new KnowledgeDue(
                            new UnitId(rs.getString("unit")),
                            What.VALIDITY_ENDS,
                            rs.getObject("day", LocalDate.class),
                            now));
                });
        jdbc.sql("""
            select unit, due as day from knowledge.flaw
            where settled is null and due < :today group by unit, due
            """).param("today", Date.valueOf(today)).query(rs -> {
            String unit = rs.getString("unit");
            due.add(new KnowledgeDue(
                    unit == null ? null : new UnitId(unit), What.FLAW_LATE, rs.getObject("day", LocalDate.class), now));
        });
        for (Upkeep.Line line : upkeep.lines(null))
            if (line.late()) due.add(new KnowledgeDue(line.unit().id(), What.UPKEEP_LATE, line.due(), now));
        for (KnowledgeDue each : due) if (fresh(each)) events.publishEvent(each);
    }

    /** Whether the unit was not reminded of this yet; the platform's reminders have no code of a unit. */
    private boolean fresh(KnowledgeDue each) {
        UnitId unit = each.unit();
        return jdbc.sql("""
            insert into knowledge.reminder (unit, what, due, at) values (:unit, :what, :due, :at) on conflict do nothing
            """)
                        .param("unit", unit == null ? "" : unit.code())
                        .param("what", each.what().name())
                        .param("due", Date.valueOf(each.due()))
                        .param("at", Timestamp.from(each.at()))
                        .update()
                == 1;
    }
}
