package org.shouwen.calendar;

import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Pure;

/**
 * The days that are holidays in every year by the State Council's regulation on holidays (Art. 2, as amended from 2025),
 * whether a notice names them or not; years 2000 to 2099: what a provisional limit counts beside weekends (ruling 2). Make-up days, and the
 * weekdays given for holidays that fall on a weekend, are known only from a notice.
 */
@Basis(Clause.A13_2)
@Pure
final class FixedHolidays {
    private FixedHolidays() {}

    /** Computes the thirteen days of a year with their Chinese names; where Mid-Autumn falls on a National Day the latter names the day. */
    static Map<LocalDate, String> of(int year) {
        Map<LocalDate, String> days = new TreeMap<>();
        days.put(LocalDate.of(year, 1, 1), "元旦");
        LocalDate springFestival = lunar(year, 1, 1);
        for (int i = -1; i <= 2; i++) days.put(springFestival.plusDays(i), "春节");
        days.put(LocalDate.of(year, 4, qingming(year)), "清明节");
        for (int day = 1; day <= 2; day++) days.put(LocalDate.of(year, 5, day), "劳动节");
        days.put(lunar(year, 5, 5), "端午节");
        for (int day = 1; day <= 3; day++) days.put(LocalDate.of(year, 10, day), "国庆节");
        days.merge(lunar(year, 8, 15), "中秋节", (national, _) -> national);
        return days;
    }

    /** Day of April of the solar term; the usual formula, which holds from 2000 to 2099. */
    private static int qingming(int year) {
        int ofCentury = year - 2000;
        return (int) (ofCentury * 0.2422 + 4.81) - ofCentury / 4;
    }

    private static LocalDate lunar(int year, int month, int day) {
        return solar(LunarDay.fromYmd(year, month, day).getSolarDay());
    }

    private static LocalDate solar(SolarDay day) {
        return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
    }
}
