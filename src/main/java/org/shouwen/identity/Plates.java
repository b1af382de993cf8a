package org.shouwen.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Number plates of vehicles (GA 36), however they are typed. */
final class Plates {
    private static final String PROVINCES = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼楚使军空海]";
    private static final String PART = "[· .•・\\-_*—]{0,2}";
    private static final String SIGN = "[a-z0-9零〇一二三四五六七八九幺]";
    private static final String LAST = "[挂学警港澳领试超]";

    private static final Pattern WHOLE = Pattern.compile(
            "(?<x>" + PROVINCES + "(?:牌)?" + PART + "[a-z]" + PART + "(?<t>" + SIGN + "(?:[· .•・\\-]?" + SIGN + "){3,6}"
                    + PART + LAST + "?|" + SIGN + "{3,4}" + LAST + "))(?![a-z0-9])",
            Pattern.CASE_INSENSITIVE);

    /** Without the province, after a word that says what it is. */
    private static final Pattern CUED = Pattern.compile(
            "(?:车牌|车号|牌照|牌号|号牌|车辆牌|车牌子)(?:号码|号|照|是|为|:|\\(|\"|“|\\s){0,5}(?:[\\u4e00-\\u9fff]{0,3}?)(?<x>(?<t>[a-z]?"
                    + PART + "[a-z0-9](?:[· .•\\-]?[a-z0-9]){3,6}" + LAST + "?))(?![a-z0-9])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TRAILER =
            Pattern.compile("(?<![a-z0-9])(?<x>(?<t>[a-z]{1,2}[· ]?\\d{3,4}挂))", Pattern.CASE_INSENSITIVE);

    private static final Pattern POLICE =
            Pattern.compile("(?<x>wj[· -]?[\\u4e00-\\u9fff]?[· -]?(?<t>\\d{4,5}[a-z0-9]?))", Pattern.CASE_INSENSITIVE);

    /** Signs behind province and letter, a last Chinese one left out of the count. */
    private static final int MOST = 7;

    private Plates() {}

    static void find(String folded, Findings found) {
        take(WHOLE, folded, 4, 1, found);
        if (folded.indexOf('牌') >= 0 || folded.indexOf("车号") >= 0) take(CUED, folded, 5, 3, found);
        if (folded.indexOf('挂') >= 0) take(TRAILER, folded, 5, 3, found);
        take(POLICE, folded, 4, 4, found);
    }

    private static void take(Pattern pattern, String folded, int least, int digits, Findings found) {
        Matcher m = pattern.matcher(folded);
        int from = 0;
        while (from < folded.length() && m.find(from)) {
            String tail = m.group("t");
            boolean year = folded.startsWith("年", m.end()) || folded.startsWith("元", m.end());
            boolean holds = !year
                    && signs(tail) >= least
                    && signs(tail) <= MOST
                    && digits(tail) >= digits
                    && digits(tail) < MOST;
            if (holds) found.add(PersonalDataDetector.Kind.PLATE, m.start("x"), m.end("x"));
            from = holds ? m.end("x") : m.start() + 1;
        }
    }

    private static long signs(String tail) {
        return tail.chars()
                .filter(c -> Folded.digit((char) c) >= 0 || Character.isLetter(c))
                .count();
    }

    private static long digits(String tail) {
        return tail.chars().filter(c -> Folded.digit((char) c) >= 0).count();
    }
}
