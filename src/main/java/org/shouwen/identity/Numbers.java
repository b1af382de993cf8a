package org.shouwen.identity;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.identity.PersonalDataDetector.Kind;

/**
 * Numbers and accounts that lead to a person: by their shape, their checksum and what stands before them. What stands
 * before also says that a number is something else: a meter, a contract, a payer's account, a lift, an order.
 */
final class Numbers {
    /** @param digits without so many in all of the words there is nothing to be found */
    private record Rule(Kind kind, int digits, Pattern pattern, BiPredicate<String, String> holds) {
        Rule(Kind kind, int digits, String pattern) {
            this(kind, digits, pattern, (_, _) -> true);
        }

        /** @param holds of what was found and of what stands before it */
        Rule(Kind kind, int digits, String pattern, BiPredicate<String, String> holds) {
            this(kind, digits, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), holds);
        }
    }

    private static final String END = "(?:(?!\\d)|(?=(?:19|20)\\d\\d[-年./]))"; // a date may be glued to a number
    private static final String PHONE_CUE = "(?:电话|手机|座机|固话|宅电|传真|联系方式|联系我|热线|致电|来电|号码|tel|phone)";
    private static final String AREA = "0(?:10|2\\d|[3-9]\\d\\d)";
    private static final String EXTENSION = "(?:\\s?\\(?(?:-|转|转分机|分机号?|ext\\.?)[:\\s]?\\d{1,6}\\)?|\\(\\d{3,4}\\))?";
    private static final String SPOKEN_EXTENSION = "(?:\\s?(?:转|转分机|分机号?)[:\\s]?\\d{1,6})?";
    private static final String NO_AMOUNT = "(?!\\s?[元万亿平㎡%％人块吨台套米股号公])(?!\\.\\d)";
    private static final String MAIL_HOST =
            "(?:qq|163|126|139|189|sina|sohu|gmail|hotmail|outlook|foxmail|aliyun|yeah|icloud)";

    /** In order of precedence; the part named {@code x} is what is found. */
    private static final List<Rule> RULES = List.of(
            new Rule(
                    Kind.EMAIL,
                    0,
                    "(?<x>[a-z0-9._%+-]{1,64}\\s?(?:@|[(\\[{](?:at|@|#)[)\\]}]|艾特| at )\\s?[a-z0-9-]{1,60}(?:\\s?(?:\\.|[(\\[{](?:dot|点)[)\\]}]|点| dot )\\s?[a-z0-9-]{1,60}){0,4}\\s?(?:\\.|[(\\[{](?:dot|点)[)\\]}]|点| dot )\\s?[a-z]{2,10})"),
            new Rule(
                    Kind.EMAIL,
                    0,
                    "(?<x>[a-z0-9._%+-]{3,64}(?:\\s?@\\s?" + MAIL_HOST + "|\\s?[#]\\s?" + MAIL_HOST + "\\.com|(?: at )"
                            + MAIL_HOST + "(?: ?(?:\\.|dot) ?)com)(?![a-z]))"),
            new Rule(
                    Kind.ID_NUMBER,
                    17,
                    "(?<!\\d)(?<x>[1-9](?:[- .]{0,2}\\d){16}[- .]{0,2}[\\dx])(?![\\da-z])",
                    (x, before) -> NumberChecks.idLike(x)
                            && (NumberChecks.idChecks(x) || !NumberChecks.luhn(x) || before.contains("证"))),
            new Rule(Kind.ID_NUMBER, 8, "(?:身份证|身份号|证件号)[^\\d]{0,8}(?<x>[1-9][\\d -]{13,21}[\\dx])(?![\\da-z])"),
            new Rule(
                    Kind.ID_NUMBER,
                    15,
                    "(?<!\\d)(?<x>[1-6]\\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3})(?!\\d)",
                    (_, before) -> before.contains("身份") || before.endsWith("证号")),
            new Rule(
                    Kind.BANK_CARD,
                    16,
                    "(?<!\\d)(?<x>[3-69]\\d{3}(?:[ -]?\\d{4}){3}(?:[ -]?\\d{1,3})?|62\\d{4}(?:[ -]?\\d{4,13}){1,2})(?!\\d)",
                    (x, before) -> NumberChecks.count(x) >= 15
                            && (NumberChecks.luhn(x) || NumberChecks.bank(before) || x.startsWith("62"))
                            && (NumberChecks.bank(before) || !NumberChecks.otherwise(before, x))),
            new Rule(
                    Kind.BANK_CARD,
                    8,
                    "(?:卡号|账号|帐号|账户|帐户|户头|银行卡|储蓄卡|信用卡|工资卡|存折)[^\\d]{0,8}(?<x>\\d[\\d -]{10,26}\\d)(?!\\d)",
                    (x, before) -> NumberChecks.bank(before)
                            || (!NumberChecks.otherwise(before, x) && NumberChecks.count(x) >= 15)),
            new Rule(
                    Kind.ACCOUNT,
                    0,
                    "(?:微信|薇信|威信|微x|[wv]x|weixin|wechat|v信|加v|加微|qq|扣扣|抖音|快手|钉钉|微博|支付宝|小红书|视频号|闲鱼|陌陌|telegram|whatsapp|飞书|skype|推特)(?:号码|账号|帐号|号|id|是|为|叫|[::( \"“]){0,4}(?<x>[a-z][-_a-z0-9]{5,19})(?![a-z0-9@.])",
                    (x, before) -> x.chars().anyMatch(c -> Character.isDigit(c) || c == '_' || c == '-')
                            || before.endsWith("号")
                            || before.endsWith(":")
                            || before.endsWith("号是")),
            new Rule(
                    Kind.ACCOUNT,
                    5,
                    "(?:q ?q|扣扣|企鹅|球球)(?!群)(?:号码|账号|帐号|号|是|为|[:( ]){0,4}(?<x>[1-9](?:[- ]?\\d){4,10})(?!\\d)"),
            new Rule(
                    Kind.ACCOUNT,
                    6,
                    "(?:微信|薇信|威信|[wv]x|wechat|加v|加微)(?:号码|账号|帐号|号|是|[:( ]){0,4}(?<x>[1-9]\\d{5,10})(?!\\d)",
                    (x, _) -> !x.matches("1[3-9]\\d{9}")),
            new Rule(
                    Kind.ACCOUNT,
                    6,
                    "(?:抖音|快手|钉钉|小红书|视频号|陌陌|闲鱼|微博|支付宝)(?:号码|账号|帐号|账户|号|id|uid)(?:是|为|[:( ]){0,3}(?<x>[1-9]\\d{5,12})(?!\\d)",
                    (x, _) -> !x.matches("1[3-9]\\d{9}")),
            new Rule(
                    Kind.ACCOUNT,
                    0,
                    "(?:抖音|快手|主播|直播|微博|淘宝|闲鱼|小红书|视频号|b站|拼多多)[^\\n]{0,16}?(?:账号|帐号|id|号)(?:是|为|[:( ]){0,3}(?<x>[a-z][-_a-z0-9]{4,19})(?![a-z0-9@.])",
                    (x, _) -> x.chars().anyMatch(c -> Character.isDigit(c) || c == '_')),
            new Rule(
                    Kind.PHONE,
                    11,
                    "(?<![\\d.])(?<x>(?:\\(?(?:\\+|00)?86\\)?[- ]?|0)?1[3-9]\\d(?<s>[-. ]?)\\d{4}\\k<s>\\d{4})" + END
                            + "(?!\\.\\d)",
                    (x, before) -> !NumberChecks.otherwise(before, x)),
            new Rule(
                    Kind.PHONE,
                    11,
                    "(?<![\\d.])(?<x>(?:\\+?86[- ]?)?1[-. ·_/]{0,2}[3-9](?:[-. ·_/()]{0,2}\\d){9})" + END
                            + "(?!\\.\\d)",
                    (x, before) -> NumberChecks.grouped(x) && !NumberChecks.otherwise(before, x)),
            new Rule(
                    Kind.PHONE,
                    10,
                    "(?<!\\d)(?<x>(?:\\+?86[- ]?)?\\(?" + AREA
                            + "\\)?[- .]{0,3}(?:[1-9]\\d{2,3}[- .]?\\d{4}|[2-8]\\d{3}[- .]\\d{3})" + EXTENSION
                            + ")" + END,
                    (x, before) -> !NumberChecks.otherwise(before, x) && !NumberChecks.publicLine(x)),
            new Rule(
                    Kind.PHONE,
                    7,
                    PHONE_CUE + "[^\\d\\n]{0,6}(?<x>\\+?86-\\d{2,3}-[2-8]\\d{2,3}[- ]?\\d{4}|(?:" + AREA
                            + ")?[-\\d]{0,1}\\d{6,21}\\d" + SPOKEN_EXTENSION + ")(?!\\d)" + NO_AMOUNT,
                    (x, before) ->
                            !x.startsWith("00") && !NumberChecks.otherwise(before, x) && !NumberChecks.publicLine(x)),
            new Rule(
                    Kind.PHONE,
                    7,
                    "(?:电话|座机|固话|宅电|手机|拨打|打到|打去|致电|打了|你打|来电|打电话|再打|转到|号码)[^\\n]{0,24}?(?<![\\d.])(?<x>(?:[2-9]\\d{2}[- ]?\\d{4}|[2-9]\\d{3}[- ]?\\d{4})"
                            + SPOKEN_EXTENSION + ")(?![\\d年])" + NO_AMOUNT,
                    (x, before) -> !NumberChecks.otherwise(before, x) && !NumberChecks.publicLine(x)),
            new Rule(
                    Kind.PHONE,
                    7,
                    PHONE_CUE + "[^\\d\\n]{0,4}(?<x>(?:0(?:[- ]\\d){2,3}[- ])?[2-9](?:[- ]\\d){6,7})(?!\\d| \\d)",
                    (x, before) -> !NumberChecks.otherwise(before, x)),
            new Rule(
                    Kind.PHONE,
                    7,
                    "打[^\\d\\n]{0,6}(?<x>[2-9]\\d{6,7})(?![\\d年])" + NO_AMOUNT,
                    (x, before) -> !NumberChecks.otherwise(before, x) && !NumberChecks.publicLine(x)),
            new Rule(
                    Kind.PHONE,
                    7,
                    "[\\u4e00-\\u9fff]\\((?<x>[2-8]\\d{6,7})\\)",
                    (x, before) -> !NumberChecks.otherwise(before, x)));

    /** More numbers right after one: 8353066、8367386. */
    private static final Pattern ANOTHER = Pattern.compile("\\G\\s?[、/,，或和;；]\\s?([1-9]\\d{6,10})(?!\\d)" + NO_AMOUNT);

    /** Characters before a number that may say what it is. */
    private static final int BEFORE = 18;

    private Numbers() {}

    static void find(String folded, Findings found) {
        long digits = folded.chars().filter(c -> c >= '0' && c <= '9').count();
        boolean mail = folded.indexOf('@') >= 0
                || folded.contains("at")
                || folded.contains("AT")
                || folded.indexOf('#') >= 0
                || folded.contains("艾特");
        for (Rule rule : RULES) {
            if (digits < rule.digits() || (rule.kind() == Kind.EMAIL && !mail)) continue;
            Matcher m = rule.pattern().matcher(folded);
            int from = 0;
            while (from < folded.length() && m.find(from)) {
                int start = m.start("x");
                String before = folded.substring(Math.max(0, start - BEFORE), start);
                if (rule.holds().test(m.group("x"), before)) found.add(rule.kind(), start, m.end("x"));
                from = Math.max(m.start() + 1, m.end("x"));
            }
        }
        for (PersonalDataDetector.Found f : found.of(Kind.PHONE)) others(folded, f.end(), found);
    }

    private static void others(String folded, int from, Findings found) {
        Matcher m = ANOTHER.matcher(folded);
        int at = from;
        while (m.find(at)) {
            found.add(Kind.PHONE, m.start(1), m.end(1));
            at = m.end();
        }
    }
}
