package org.shouwen.tables;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Dates and times of a sheet, which it keeps as numbers of days and a format. */
final class CellMoments {
    private CellMoments() {}

    /**
     * A date as 2027-01-01, with the time of day where there is one; less than a day is a time of day alone.
     *
     * @param format number of the cell's format
     * @param pattern of the format; null where the file leaves it to the reader's country
     * @return empty when the cell shows a plain number
     */
    static Optional<String> shown(double days, int format, @Nullable String pattern, boolean since1904) {
        if (!ofChina(format) && (pattern == null || !DateUtil.isADateFormat(format, plain(pattern))))
            return Optional.empty();
        LocalDateTime at = DateUtil.getLocalDateTime(days, since1904);
        if (at == null) return Optional.empty();
        if (days < 1 && !since1904) return Optional.of(at.toLocalTime().toString());
        boolean midnight = at.toLocalTime().equals(LocalTime.MIDNIGHT);
        return Optional.of(midnight ? at.toLocalDate().toString() : at.toString());
    }

    /**
     * Formats that ECMA-376 part 1, 18.8.30 keeps for each country: in China all of them are dates and times (31 is
     * yyyy年m月d日, 57 yyyy年m月, 58 m月d日) and stand in no table of the file.
     */
    private static boolean ofChina(int format) {
        return (format >= 27 && format <= 36) || (format >= 50 && format <= 58);
    }

    /** Without words and what Chinese formats have and POI does not know: 上午/下午 is half of the day, aaa and aaaa the day of the week. */
    private static String plain(String pattern) {
        return pattern.replace("上午/下午", "")
                .replaceAll("\\[DBNum[1-4]]|\"[^\"]*\"", "")
                .replaceAll("a{3,4}", "ddd");
    }
}
