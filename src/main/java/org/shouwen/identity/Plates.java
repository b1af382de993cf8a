package org.shouwen.identity;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Number plates of vehicles (GA 36), however they are typed. */
final class Plates {
    private static final String PROVINCES = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼楚使军空海]";
    private static final BitSet PROVINCE = new BitSet();

    static {
        PROVINCES.chars().filter(Character::isIdeographic).forEach(PROVINCE::set);
    }

    private static final String PART = "[· .•・\\-_*—/杠]{0,3}";
    private static final String SIGN = "[a-z0-9零〇一二三四五六七八九幺洞拐勾]";
    private static final String LAST = "[挂学警港澳领试超]";

    private static final Pattern WHOLE = Pattern.compile(
            "(?<x>" + PROVINCES + "(?:牌)?" + PART + "[a-z]" + PART + "[【\\[(]?临?(?<t>" + SIGN + "(?:[· .•・\\-]?" + SIGN
                    + "){3,6}" + PART + LAST + "?|" + SIGN + "{3,4}" + LAST + "))(?![a-z0-9])",
            Pattern.CASE_INSENSITIVE);

    /** Without the province, after a word that says what it is. */
    private static final Pattern CUED = Pattern.compile(
            "(?:车牌|车号|牌照|牌号|号牌|车辆牌|车牌子|车的号|车的牌子|牌子)(?:" + PROVINCES
                    + "[a-z][,.、 ]{0,2}(?:后面|后边|后头)(?:的?几位)?|(?:后面|后边|后头)(?:的?几位)?)?(?:号码|号|照|是|为|:|\\(|\"|“|\\s){0,5}(?:[\\u4e00-\\u9fff]{0,3}?)(?<x>(?<t>[a-z]?"
                    + PART + "[a-z0-9](?:[· .•\\-]?[a-z0-9]){3,6}" + LAST + "?))(?![a-z0-9])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TRAILER =
            Pattern.compile("(?<![a-z0-9])(?<x>(?<t>[a-z]{1,2}[· ]?\\d{3,4}挂))", Pattern.CASE_INSENSITIVE);

    private static final Pattern POLICE =
            Pattern.compile("(?<x>wj[· -]?[\\u4e00-\\u9fff]?[· -]?(?<t>\\d{4,5}[a-z0-9]?))", Pattern.CASE_INSENSITIVE);

    /** Of an embassy or consulate: a code of the country, then a number. */
    private static final Pattern EMBASSY =
            Pattern.compile("(?<x>使[· .•-]?(?<t>\\d{3}[· .•-]?\\d{3}))(?!\\d|\\s?[元万人户名个件平吨亩%％])");

    /** As people say it: 辽F五个八. */
    private static final Pattern SPOKEN = Pattern.compile(
            "(?<x>" + PROVINCES + PART + "[a-z]" + PART + "(?<t>" + SIGN + "{0,2}[两三四五2-5]个" + SIGN + "{1,3}))",
            Pattern.CASE_INSENSITIVE);

    /** Of tractors and farm vehicles: 辽06-51238. */
    private static final Pattern FARM =
            Pattern.compile("(?<x>" + PROVINCES + "[· .]?\\d{2}[-· .]{1,3}(?<t>\\d{5}))(?![\\d.-])");

    /** Signs behind province and letter, a last Chinese one left out of the count. */
    private static final int MOST = 7;

    private Plates() {}

    static void find(String folded, Findings found) {
        if (begins(folded)) {
            take(WHOLE, folded, 4, 1, found);
            if (folded.indexOf('个') >= 0) take(SPOKEN, folded, 2, 2, found);
        }
        if (farm(folded)) take(FARM, folded, 5, 5, found);
        if (folded.indexOf('牌') >= 0 || folded.contains("车号") || folded.contains("车的号"))
            take(CUED, folded, 5, 3, found);
        if (folded.indexOf('挂') >= 0) take(TRAILER, folded, 5, 3, found);
        if (folded.indexOf('w') >= 0 || folded.indexOf('W') >= 0) take(POLICE, folded, 4, 4, found);
        if (folded.indexOf('使') >= 0) take(EMBASSY, folded, 6, 6, found);
    }

    /** Whether a province has a Latin letter soon behind it: hardly any text has, and the pattern costs more. */
    private static boolean begins(String folded) {
        for (int i = 0; i + 1 < folded.length(); i++) {
            if (!PROVINCE.get(folded.charAt(i))) continue;
            for (int k = i + 1; k < Math.min(folded.length(), i + 5); k++)
                if (folded.charAt(k) < 128 && Character.isLetter(folded.charAt(k))) return true;
        }
        return false;
    }

    private static boolean farm(String folded) {
        for (int i = 0; i + 7 < folded.length(); i++)
            if (PROVINCE.get(folded.charAt(i))
                    && (Character.isDigit(folded.charAt(i + 1)) || Character.isDigit(folded.charAt(i + 2))))
                return true;
        return false;
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
