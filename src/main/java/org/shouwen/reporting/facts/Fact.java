package org.shouwen.reporting.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.shouwen.calendar.Limits;
import org.shouwen.regulation.Pure;

/**
 * One line of what is counted.
 *
 * @param day of the date basis, Asia/Shanghai
 * @param unit code; empty when it is of no unit
 * @param limitClass empty where there is none
 * @param counted bits of {@link Counted}; {@code met} and {@code adjusted} are parts of it
 * @param value of its one case that has a value; else 0
 * @param agent of a call, the account of whoever lifted; else empty
 */
@Pure
public record Fact(
        LocalDate day,
        int hour,
        String unit,
        String limitClass,
        Heading heading,
        long counted,
        long met,
        long adjusted,
        int value,
        String agent) {
    /** Nothing counted yet, at a moment. */
    static Fact at(Instant at, String unit, String limitClass, Heading heading) {
        ZonedDateTime when = at.atZone(Limits.ZONE);
        return new Fact(when.toLocalDate(), when.getHour(), unit, limitClass, heading, 0, 0, 0, 0, "");
    }

    /** Nothing counted yet, of a day as a whole; it stands under the day's first hour. */
    static Fact on(LocalDate day, String unit, Heading heading) {
        return new Fact(day, 0, unit, "", heading, 0, 0, 0, 0, "");
    }

    Fact with(Counted as, boolean met) {
        return new Fact(
                day,
                hour,
                unit,
                limitClass,
                heading,
                counted | as.mask(),
                met ? this.met | as.mask() : this.met,
                adjusted | as.mask(),
                value,
                agent);
    }

    Fact with(Counted as) {
        return with(as, false);
    }

    Fact valued(Counted as, int worth) {
        Fact f = with(as, false);
        return new Fact(f.day, f.hour, f.unit, f.limitClass, f.heading, f.counted, f.met, f.adjusted, worth, agent);
    }

    Fact by(String account) {
        return new Fact(day, hour, unit, limitClass, heading, counted, met, adjusted, value, account);
    }

    /** The same, taken out of the adjusted figures by a ruling. */
    Fact takenOut() {
        return new Fact(day, hour, unit, limitClass, heading, counted, met, 0, value, agent);
    }

    public boolean counts(Counted as) {
        return (counted & as.mask()) != 0;
    }

    public boolean meets(Counted as) {
        return (met & as.mask()) != 0;
    }

    boolean stays(Counted as) {
        return (adjusted & as.mask()) != 0;
    }
}
