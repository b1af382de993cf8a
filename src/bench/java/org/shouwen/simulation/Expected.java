package org.shouwen.simulation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the rulings say an order must be, told slowly and obviously from what was done with it; shares no code with the
 * product. One instance for each order, touched by one thread at a time.
 */
final class Expected {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Map<String, Integer> WORKING_DAYS = Map.of("consultation", 3, "ordinary", 7, "difficult", 15);

    /** The published years, as the city knows them on the day; the simulation publishes one late. */
    static final class Published {
        private final Map<LocalDate, Boolean> special = new HashMap<>();
        private final Set<Integer> years = ConcurrentHashMap.newKeySet();

        /** Weekdays of early 2027 that are holidays by law, whether its notice has come and names them or not. */
        private static final Set<LocalDate> FIXED =
                Set.of(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 2, 5), LocalDate.of(2027, 2, 8));

        void publish(int year, Map<LocalDate, Boolean> days) {
            special.putAll(days);
            years.add(year);
        }

        boolean working(LocalDate day) {
            Boolean named = special.get(day);
            if (named != null) return named;
            if (FIXED.contains(day)) return false;
            return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        }

        /** Ruling 1: the day of dispatch does not count; the limit falls at the end of the last working day. */
        LocalDate last(Instant from, int workingDays) {
            LocalDate day = from.atZone(SHANGHAI).toLocalDate();
            for (int n = 0; n < workingDays; ) {
                day = day.plusDays(1);
                if (working(day)) n++;
            }
            return day;
        }

        Instant end(Instant from, int workingDays) {
            return last(from, workingDays).plusDays(1).atStartOfDay(SHANGHAI).toInstant();
        }

        /** Ruling 2: it runs into a year whose calendar is not known, or into the last days that this may still name. */
        boolean provisional(Instant from, int workingDays) {
            LocalDate last = last(from, workingDays);
            for (LocalDate d = from.atZone(SHANGHAI).toLocalDate().plusDays(1); !d.isAfter(last); d = d.plusDays(1))
                if (!years.contains(d.plusDays(8).getYear()) || !years.contains(d.getYear())) return true;
            return false;
        }
    }

    final String number;
    final Published calendar;
    String lead = "";
    String limitClass = "";
    Instant dispatched = Instant.EPOCH;
    boolean joined;
    int extended;
    int extensionAsked;
    int returns;
    int returnRefusals;
    boolean returnAsked;
    int reworks;
    boolean closed;

    @Nullable
    Instant received;

    @Nullable
    Instant receiptLimit;

    @Nullable
    Instant handlingLimit;

    @Nullable
    Instant reported;

    @Nullable
    Instant receiptOverdue;

    @Nullable
    Instant handlingOverdue;

    Expected(String number, Published calendar) {
        this.number = number;
        this.calendar = calendar;
    }

    void dispatched(String unit, String cls, Instant at) {
        lead = unit;
        limitClass = cls;
        dispatched = at;
        received = null;
        reported = null;
        receiptOverdue = null;
        handlingOverdue = null;
        extended = 0;
        extensionAsked = 0;
        returnRefusals = 0;
        returnAsked = false;
        reworks = 0;
        receiptLimit = calendar.end(at, 1);
        handlingLimit = calendar.end(at, days(cls));
    }

    private static int days(String cls) {
        return java.util.Objects.requireNonNull(WORKING_DAYS.get(cls), cls);
    }

    void extended() {
        extended += extensionAsked;
        extensionAsked = 0;
        handlingLimit = calendar.end(dispatched, days(limitClass) + extended);
    }

    void sentBack() {
        reported = null;
        reworks++;
    }

    boolean provisional() {
        return calendar.provisional(dispatched, days(limitClass) + extended);
    }

    /** Ruling 13: receiving meets the one limit, a complete report the other; ruling 6: what is asked in time waits. */
    void timePasses(Instant now) {
        if (receiptLimit == null || handlingLimit == null || closed) return;
        if (received == null && reported == null && receiptOverdue == null && !now.isBefore(receiptLimit))
            receiptOverdue = receiptLimit;
        Instant met = reported == null ? now : reported;
        if (extensionAsked == 0 && handlingOverdue == null && !met.isBefore(handlingLimit))
            handlingOverdue = handlingLimit;
    }

    /** Ruling 2: every open limit is worked out anew, and a mark that the new limit does not bear is withdrawn. */
    boolean recalculated(Instant now) {
        if (receiptLimit == null || closed) return false;
        Instant receiptBefore = receiptLimit;
        Instant handlingBefore = handlingLimit;
        if (received == null) {
            receiptLimit = calendar.end(dispatched, 1);
            if (!receiptLimit.equals(receiptBefore)) receiptOverdue = null;
        }
        handlingLimit = calendar.end(dispatched, days(limitClass) + extended);
        if (!handlingLimit.equals(handlingBefore)) handlingOverdue = null;
        timePasses(now);
        return !receiptLimit.equals(receiptBefore) || !handlingLimit.equals(handlingBefore);
    }

    String state() {
        if (joined) return "JOINED";
        if (receiptLimit == null) return "REGISTERED";
        if (closed) return "CLOSED";
        if (reported != null) return "REPORTED";
        return received == null ? "AWAITING_RECEIPT" : "IN_HAND";
    }
}
