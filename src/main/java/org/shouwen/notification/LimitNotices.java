package org.shouwen.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.jobs.Job;
import org.shouwen.workorder.NearLimits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells units each morning which limits end: to receive today, to handle by the end of the next working day, so that on a
 * Friday those of Monday are told. A limit that moved is told anew.
 */
@Component
class LimitNotices implements Job {
    private static final int FROM_HOUR = 8;

    private final NearLimits near;
    private final StaffNoticeStore store;
    private final WorkCalendar calendar;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    LimitNotices(
            NearLimits near,
            StaffNoticeStore store,
            WorkCalendar calendar,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.near = near;
        this.store = store;
        this.calendar = calendar;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "staff-limits";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        ZonedDateTime here = now.atZone(Limits.ZONE);
        if (here.getHour() < FROM_HOUR) return;
        LocalDate today = here.toLocalDate();
        List<StaffNotice> notices = new ArrayList<>();
        for (NearLimits.Near n : near.receipt(now, endOf(today)))
            notices.add(told(n, StaffNotice.Kind.RECEIPT_ENDS, now));
        for (NearLimits.Near n : near.handling(now, endOf(calendar.current().after(today, 1))))
            notices.add(told(n, StaffNotice.Kind.HANDLING_ENDS, now));
        transaction.executeWithoutResult(_ -> store.insert(notices));
    }

    private static StaffNotice told(NearLimits.Near n, StaffNotice.Kind kind, Instant at) {
        return new StaffNotice(n.lead(), n.section(), n.officer(), kind, n.number(), at, n.due());
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Limits.ZONE).toInstant();
    }
}
