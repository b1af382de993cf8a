package org.shouwen.tables;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers of a sheet as a person reads them. */
final class CellNumbers {
    private CellNumbers() {}

    /** 8890000.0 and 8.89E6 are 8890000: other programs' libraries write whole numbers so. What is no number stays. */
    static String text(String raw) {
        try {
            return new BigDecimal(raw.strip()).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return raw;
        }
    }

    /**
     * A number as the sheet shows it where that says more than the number: a date as 2027-01-01, with the time of day where
     * there is one, and the zeros that a format of zeros puts before a telephone number or a code.
     */
    static String shown(String raw, int format, @Nullable String pattern, boolean since1904) {
        if (pattern != null && pattern.matches("0{2,20}")) return padded(text(raw), pattern.length());
        return CellMoments.shown(Double.parseDouble(raw), format, pattern, since1904)
                .orElseGet(() -> text(raw));
    }

    private static String padded(String number, int length) {
        return number.matches("\\d+") ? "0".repeat(Math.max(0, length - number.length())) + number : number;
    }
}
