package org.shouwen.tables;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of an xlsx sheet. */
final class CellText {
    /** What XML can not hold or a program would rather not write stands as _xHHHH_ (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private CellText() {}

    /** As a person sees it: a spreadsheet program keeps the carriage return of a text that was pasted as _x000D_. */
    static String shown(String stored) {
        return ESCAPE.matcher(stored)
                .replaceAll(m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }
}
