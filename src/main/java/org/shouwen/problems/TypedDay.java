package org.shouwen.problems;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a day as a form sends it or a person types it: 2027-01-05, 2027/1/5, 2027.1.5, 2027年1月5日. */
public final class TypedDay {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

    /** Databases and calendars hold these; nothing that a city works with lies beyond. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2199;

    private TypedDay() {}

    /** @throws BadInput naming the field when it is no day of the years 1900 to 2199 */
    public static LocalDate read(String field, String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s+", "");
        Matcher m = WRITTEN.matcher(text);
        if (!m.matches()) throw new BadInput(field, "problems.field.day");
        try {
            return held(
                    field,
                    LocalDate.of(
                            Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))));
        } catch (DateTimeException e) {
            throw new BadInput(field, "problems.field.day");
        }
    }

    /** @throws BadInput naming the field when it lies outside the years 1900 to 2199 */
    public static LocalDate held(String field, LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) throw new BadInput(field, "problems.field.day");
        return day;
    }
}
