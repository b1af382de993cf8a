package org.shouwen.citizens;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;

/**
 * What in people's own words would lead to the person: numbers, accounts, and the name and address they give of
 * themselves (Art. 21). Units read the words without it; the original stays with the platform.
 */
@Basis(Clause.A21)
public final class FreeText {
    /** What was found. */
    public enum Kind {
        EMAIL,
        ID_NUMBER,
        BANK_CARD,
        PHONE,
        PLATE,
        /** WeChat or QQ. */
        ACCOUNT,
        NAME,
        ADDRESS
    }

    /** @param start first character; {@code end} the one after the last */
    public record Found(Kind kind, int start, int end) {}

    /** @param digits without so many in all of the words there is nothing to be found */
    private record Rule(Kind kind, int digits, Pattern pattern, Predicate<String> holds) {
        Rule(Kind kind, int digits, String pattern) {
            this(kind, digits, pattern, _ -> true);
        }

        Rule(Kind kind, int digits, String pattern, Predicate<String> holds) {
            this(kind, digits, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), holds);
        }
    }

    private static final String END = "(?:(?!\\d)|(?=(?:19|20)\\d\\d[-年./]))"; // a date may be glued to a number
    private static final String PHONE_CUE = "(?:电话|手机|座机|联系方式|联系我|热线|致电|来电|号码|tel|phone)";
    private static final String AREA = "0(?:10|2\\d|[3-9]\\d\\d)";
    private static final String NO_AMOUNT = "(?!\\s?[元万亿平㎡%％人块吨台套米股号公])(?!\\.\\d)";
    private static final String PROVINCES = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]";

    /** In order of precedence; the part named {@code x} is what is found. */
    private static final List<Rule> RULES = List.of(
            new Rule(
                    Kind.EMAIL,
                    0,
                    "(?<x>[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,60}(?:\\.[a-z0-9-]{1,60}){0,4}\\.[a-z]{2,10})"),
            new Rule(
                    Kind.ID_NUMBER,
                    17,
                    "(?<!\\d)(?<x>[1-9]\\d{5} ?(?:18|19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]) ?\\d{3}[\\dx])(?!\\d)",
                    FreeText::idChecks),
            new Rule(Kind.ID_NUMBER, 8, "身份证[^\\d]{0,8}(?<x>[1-9][\\d ]{13,19}[\\dx])(?!\\d)"),
            new Rule(
                    Kind.BANK_CARD,
                    16,
                    "(?<!\\d)(?<x>[3-69]\\d{3}(?: ?\\d{4}){3}(?: ?\\d{1,3})?)(?!\\d)",
                    FreeText::luhn),
            new Rule(Kind.BANK_CARD, 8, "(?:卡号|账号|帐号|账户|帐户|户头)[^\\d]{0,8}(?<x>\\d[\\d ]{10,24}\\d)(?!\\d)"),
            new Rule(
                    Kind.ACCOUNT,
                    0,
                    "(?:微信|薇信|wx|vx|weixin)(?:号码|号|id|是|为|[: ]){0,4}(?<x>[a-z][-_a-z0-9]{5,19})(?![a-z0-9])",
                    x -> x.chars().anyMatch(c -> Character.isDigit(c) || c == '_')),
            new Rule(Kind.ACCOUNT, 5, "(?:qq|扣扣)(?!群)(?:号码|号|是|为|[: ]){0,4}(?<x>[1-9]\\d{4,10})(?!\\d)"),
            new Rule(Kind.ACCOUNT, 6, "微信(?:号码|号|是|[: ]){1,4}(?<x>[1-9]\\d{5,10})(?!\\d)"),
            new Rule(
                    Kind.PHONE,
                    11,
                    "(?<!\\d)(?<x>(?:\\+?86[- ]?)?1[3-9]\\d(?<s>[-. ]?)\\d{4}\\k<s>\\d{4})" + END + "(?!\\.\\d)"),
            new Rule(
                    Kind.PHONE,
                    11,
                    "(?<![\\d.])(?<x>1[3-9]\\d{2}(?<s>[- ])\\d{3}\\k<s>\\d{4}|1[3-9]\\d(?<t>[- ])\\d{3}\\k<t>\\d{5})"
                            + END),
            new Rule(Kind.PHONE, 11, "(?<!\\d)(?<x>1(?<s>[-. ·])[3-9](?:\\k<s>\\d){9})(?!\\d)"),
            new Rule(
                    Kind.PHONE,
                    10,
                    "(?<!\\d)(?<x>\\(?" + AREA + "\\)?[- ]{0,2}[1-9]\\d{2,3}[- ]?\\d{4}(?:(?:-|转|转分机)\\d{1,6})?)"
                            + END),
            new Rule(
                    Kind.PHONE,
                    7,
                    PHONE_CUE + "[^\\d\\n]{0,6}(?<x>(?:" + AREA + ")?[-\\d]{0,1}\\d{6,21}\\d)(?!\\d)" + NO_AMOUNT,
                    x -> !x.startsWith("00")),
            new Rule(
                    Kind.PHONE,
                    7,
                    "(?:电话|座机|手机|拨打|打到|打去|致电|打了|你打|来电|打电话|再打|转到|号码)[^\\n]{0,24}?(?<![\\d.])(?<x>[2-9]\\d{6,7})(?![\\d年])"
                            + NO_AMOUNT),
            new Rule(Kind.PHONE, 7, "打[^\\d\\n]{0,6}(?<x>[2-9]\\d{6,7})(?![\\d年])" + NO_AMOUNT),
            new Rule(Kind.PHONE, 7, "[\\u4e00-\\u9fff]\\((?<x>[2-8]\\d{6,7})\\)"),
            new Rule(
                    Kind.PLATE,
                    2,
                    "(?<x>" + PROVINCES + "[a-hj-np-z](?:[·•. -]?)[a-hj-np-z0-9]{4,5}[a-hj-np-z0-9挂学警港澳])(?![a-z0-9])",
                    x -> x.chars().filter(Character::isDigit).count() >= 2));

    /** More numbers right after one: 8353066、8367386. */
    private static final Pattern ANOTHER = Pattern.compile("\\G\\s?[、/,，或和;；]\\s?([1-9]\\d{6,10})(?!\\d)" + NO_AMOUNT);

    private FreeText() {}

    /** All that was found, from first to last; nothing overlaps. */
    public static List<Found> find(String text, Identity own) {
        String folded = fold(text);
        List<Found> found = new ArrayList<>();
        long digits = folded.chars().filter(c -> c >= '0' && c <= '9').count();
        boolean mail = folded.indexOf('@') >= 0;
        for (Rule rule : RULES) {
            if (digits < rule.digits() || (rule.kind() == Kind.EMAIL && !mail)) continue;
            Matcher m = rule.pattern().matcher(folded);
            int from = 0;
            while (from < folded.length() && m.find(from)) {
                if (rule.holds().test(m.group("x"))) add(found, rule.kind(), m.start("x"), m.end("x"));
                from = Math.max(m.start() + 1, m.end("x"));
            }
        }
        for (Found f : List.copyOf(found)) if (f.kind() == Kind.PHONE) others(folded, f.end(), found);
        for (Found f : OwnWords.names(folded, own)) add(found, f.kind(), f.start(), f.end());
        OwnWords.address(folded, own).ifPresent(f -> add(found, f.kind(), f.start(), f.end()));
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    /** The words as a unit may read them. */
    public static String mask(String text, Identity own) {
        return mask(text, own, _ -> true);
    }

    /** {@link #mask} of some kinds only. */
    public static String mask(String text, Identity own, Predicate<Kind> which) {
        StringBuilder masked = new StringBuilder();
        int from = 0;
        for (Found f : find(text, own)) {
            if (!which.test(f.kind())) continue;
            masked.append(text, from, f.start()).append(masked(f.kind(), fold(text.substring(f.start(), f.end()))));
            from = f.end();
        }
        return masked.append(text, from, text.length()).toString();
    }

    private static void others(String folded, int from, List<Found> found) {
        Matcher m = ANOTHER.matcher(folded);
        int at = from;
        while (m.find(at)) {
            add(found, Kind.PHONE, m.start(1), m.end(1));
            at = m.end();
        }
    }

    private static void add(List<Found> found, Kind kind, int start, int end) {
        boolean free = found.stream().noneMatch(f -> start < f.end() && f.start() < end);
        if (free) found.add(new Found(kind, start, end));
    }

    private static String masked(Kind kind, String x) {
        return switch (kind) {
            case PHONE -> {
                String digits = x.replaceAll("\\D", "");
                yield Masks.phone(digits.length() > 11 && digits.startsWith("86") ? digits.substring(2) : digits);
            }
            case PLATE -> x.substring(0, 2) + "***" + x.substring(x.length() - 2);
            case NAME -> Masks.name(x);
            case ADDRESS -> Masks.address(x);
            case EMAIL -> "（邮箱）";
            case ID_NUMBER -> "（身份证号）";
            case BANK_CARD -> "（卡号）";
            case ACCOUNT -> "（账号）";
        };
    }

    /** As long as it was: full-width becomes ASCII, every dash a dash, and long runs of Chinese digits become digits. */
    static String fold(String text) {
        StringBuilder s = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) s.append(fold(text.charAt(i)));
        Matcher m = CHINESE_DIGITS.matcher(text);
        while (m.find())
            for (int i = m.start(); i < m.end(); i++) {
                int digit = DIGITS.indexOf(text.charAt(i));
                if (digit >= 0) s.setCharAt(i, (char) ('0' + digit % 10));
            }
        return s.toString();
    }

    private static final String DIGITS = "零一二三四五六七八九〇幺";
    private static final Pattern CHINESE_DIGITS = Pattern.compile("[零〇幺一二三四五六七八九]{7,}");

    private static char fold(char c) {
        if (c >= '！' && c <= '～') return (char) (c - '！' + '!');
        return switch (c) {
            case '‐', '‑', '‒', '–', '—', '―', '−', 'ー' -> '-';
            case '　', ' ' -> ' ';
            case '∶', '︰', '﹕' -> ':';
            default -> c;
        };
    }

    /** The last character of an identity number follows from the others (GB 11643). */
    private static boolean idChecks(String x) {
        String id = x.replace(" ", "");
        int sum = 0;
        for (int i = 0; i < 17; i++) sum += (id.charAt(i) - '0') * ((1 << (17 - i)) % 11);
        return "10X98765432".charAt(sum % 11) == Character.toUpperCase(id.charAt(17));
    }

    private static boolean luhn(String x) {
        String digits = x.replace(" ", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int d = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = i % 2 == 1 ? 2 * d : d;
            sum += twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }
}
