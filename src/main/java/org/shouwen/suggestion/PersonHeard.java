package org.shouwen.suggestion;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.regulation.Pure;

/** Reads what people say of themselves: name and telephone number, in the ways in which it is said. */
@Pure
final class PersonHeard {
    private static final String SURNAME =
            "(?:欧阳|司马|上官|诸葛|慕容|令狐|皇甫|尉迟|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边曾])";
    private static final String BOUNDARY = "(?=[，。,.；;、！!\\s：:（(\\d]|$|住|家住|家在|家是|是|电话|手机|今年|想|要|反映|投诉|咨询)";
    private static final Pattern NAMED = Pattern.compile(
            "(?:我叫|我名叫|本人叫|我名字叫?|姓名(?:是|叫|[:：])?|联系人(?:是|叫|[:：])?|落款[:：]?)\\s*(" + SURNAME + "[一-龥]{1,2}?)" + BOUNDARY);
    private static final Pattern TITLED = Pattern.compile(
            "(?:我叫|我是|我姓|联系人(?:是|[:：])?|找|回电(?:给)?)\\s*(" + SURNAME + "(?:先生|女士|小姐|大爷|大娘|大姨|阿姨|老师|师傅))");
    private static final Pattern SURNAMED = Pattern.compile("(?:我|免贵|本人)姓\\s*(" + SURNAME + ")");
    private static final String DIGIT = "[0-9零〇一二三四五六七八九幺洞拐两]";
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])(?:\\+?86[- ]?)?(?:[1幺一]" + "(?:[- ]?" + DIGIT
            + "){10}|0?4?1?5?[- ]?[2-9二三四五六七八九](?:" + DIGIT + "){6,7})(?![0-9])");
    private static final Pattern OWN = Pattern.compile("(?:电话|手机|号码|号|打|联系|回|拨|座机|微信同号|找我)[^，。；！？]{0,8}$");
    private static final Pattern OTHERS = Pattern.compile(
            "(?:他|她|它|物业|对方|店|公司|单位|老板|商家|客服|书记|主任|经理|骗子|诈骗|陌生|来电显示|举报人|中介|房东|车牌|账号|户号|卡号|表号|单号|编号|工单|身份证)[^，。；！？]{0,8}$");

    private PersonHeard() {}

    static Optional<Heard> name(String text) {
        Matcher named = NAMED.matcher(text);
        if (named.find()) return Optional.of(new Heard(named.group(1), named.group()));
        Matcher titled = TITLED.matcher(text);
        if (titled.find()) return Optional.of(new Heard(titled.group(1), titled.group()));
        Matcher surnamed = SURNAMED.matcher(text);
        return surnamed.find() ? Optional.of(new Heard(surnamed.group(1), surnamed.group())) : Optional.empty();
    }

    /** A number that is said to be the person's own, in digits; one of another, or of an account, is none. */
    static Optional<Heard> phone(String text) {
        Matcher m = NUMBER.matcher(text);
        while (m.find()) {
            String before = text.substring(Math.max(0, m.start() - 14), m.start());
            String number = digits(m.group());
            boolean mobile = number.matches("1[3-9]\\d{9}");
            boolean landline = number.matches("(?:0\\d{2,3})?[2-9]\\d{6,7}");
            if (OTHERS.matcher(before).find() || (!mobile && !landline)) continue;
            if (mobile || OWN.matcher(before).find()) return Optional.of(new Heard(number, m.group()));
        }
        return Optional.empty();
    }

    private static String digits(String said) {
        StringBuilder digits = new StringBuilder();
        String bare = said.replaceFirst("^\\+?86[- ]?(?=[1幺一])", "");
        for (char c : bare.toCharArray()) if (SpokenNumber.digit(c) >= 0) digits.append(SpokenNumber.digit(c));
        return digits.toString();
    }
}
