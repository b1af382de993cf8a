package org.shouwen.identity;

import java.util.regex.Pattern;

/** Tells from the digits of a number and from the words right before it whether it is a person's (telephone, identity card, bank card) or a thing's (meter, contract, lift). */
final class NumberChecks {
    /** Before a number that is nobody's: meters, payers, contracts, lifts, papers. */
    private static final Pattern OTHERWISE = Pattern.compile(
            "(?:表号|户号|[水电气热燃煤]表|热力表|(?<!手机|电话|联系)编号|合同号?|协议号?|单号|订单|工单|流水号?|受理号|登记号|注册(?:代)?码|注册号|设备号?|电梯|代码|识别码|案号|文号|票号|发票|收据|学号|工号|警号|"
                    + "缴费(?:账|帐|卡|户)*(?:户|号)?|缴费号|用户号?|客户号?|用户编码|编码|条码|房号|[水电气热暖]费(?:账|帐)?(?:户|号)?|(?:取暖|供暖|供热|热力|燃气|用电|用水|宽带|社保|医保|公积金|物业|缴费|自来水)(?:账|帐|卡|费)?(?:户|号|卡号)?|产权证号?|房产证号?|不动产权?(?:证)?号?|许可证号?|执照号?|信用代码|"
                    + "股票|邮编|运单|车架号?|发动机号?|序列号?|型号|批号|档案号?|编码号|保单号?|存折号|排号|挂号|票据|凭证号?|资格证号?|准考证号?|学籍号?|残疾证号?|项目号?|案件号?|举报号|查询码|验证码|卡片编号|一卡通|公交卡|电卡|水卡|气卡|热卡|(?i:ic)卡)"
                    + "(?:号码|码|号|是|为|[::\\s(\"“])*(?:(?!(?i:tel|ph|mob|cell|wx|vx|v|qq|wechat)[-_/]?$)[A-Za-z]{1,8}[-_/]?)?(?:(?!0[0-9]{2,3}[-_/])[0-9]{2,8}[-_/]){0,3}$");

    private static final Pattern BANK =
            Pattern.compile("银行|工行|建行|农行|中行|交行|招行|邮储|信用社|农商|开户|储蓄|信用卡|借记|工资卡|转账|汇款|打款|收款|退款|打到|汇到|转到|账户名|户名");

    private static final Pattern PUBLIC =
            Pattern.compile("(?:[48]00\\d{7}|95\\d{3,6}|96\\d{3,4}|12\\d{3}|11\\d|1\\d{4})(?:\\d{0,3})?");

    /** A service's name alone says nothing about a number that looks like a mobile: "供热 138…" is whom to call back. */
    private static final Pattern SERVICE_ALONE =
            Pattern.compile("(?:取暖|供暖|供热|热力|燃气|用电|用水|宽带|社保|医保|公积金|物业|缴费|自来水|电梯)[是为::\\s(\"“]*$");

    private static final Pattern MOBILE = Pattern.compile("(?:\\+?86)?1[3-9]\\d{9}");

    private NumberChecks() {}

    /** Whether the words before a number say that it is something else than a person's. */
    static boolean otherwise(String before, String number) {
        if (SERVICE_ALONE.matcher(before).find()
                && MOBILE.matcher(number.replaceAll("[^\\d+]", "")).matches()) return false;
        return OTHERWISE.matcher(before).find();
    }

    /** Whether the words before a number speak of banking and not of a meter or a payer. */
    static boolean bank(String before) {
        return BANK.matcher(before).find();
    }

    /** 400 and 800 numbers and short numbers of services are nobody's. */
    static boolean publicLine(String x) {
        String digits = digits(x);
        return PUBLIC.matcher(digits).matches() && (digits.length() < 7 || digits.matches("[48]00\\d{7}"));
    }

    static String digits(String x) {
        return x.replaceAll("\\D", "");
    }

    static int count(String x) {
        return digits(x).length();
    }

    /** Eleven digits are a mobile number in a few groups or in even ones, all parted alike; else they are a list. */
    static boolean grouped(String x) {
        String number = x.replaceFirst("^\\+?86[- ]?(?=1)", "").replaceAll("[()]", "");
        if (number.replaceAll("\\d", "").chars().distinct().count() > 1) return false;
        String[] groups = number.split("\\D+");
        if (groups.length <= 4) return true;
        int longest = 0;
        for (String g : groups) longest = Math.max(longest, g.length());
        return longest <= 2;
    }

    /** A province, a date of birth and a number in the right places (GB 11643). */
    static boolean idLike(String x) {
        String id = x.replaceAll("[- .]", "");
        return id.matches(
                "(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[123])\\d{4}(?:18|19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]");
    }

    /** The last character of an identity number follows from the others (GB 11643). */
    static boolean idChecks(String x) {
        String id = x.replaceAll("[- .]", "");
        int sum = 0;
        for (int i = 0; i < 17; i++) sum += (id.charAt(i) - '0') * ((1 << (17 - i)) % 11);
        return "10X98765432".charAt(sum % 11) == Character.toUpperCase(id.charAt(17));
    }

    static boolean luhn(String x) {
        String digits = digits(x);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int d = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = i % 2 == 1 ? 2 * d : d;
            sum += twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }
}
