package org.shouwen.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places that the words call somebody's home (家住, 住址, 户口在), also where no building and no street is named. */
final class Homes {
    private static final Pattern HOME = Pattern.compile(
            "(?=[家现租暂居住户收联通我老籍原以从曾门])(?:家住在?|现住在?|租住在?|暂住在?|户口在|户籍在|居住在|居住于|住在|住于|家庭住址|家庭地址|现住址|现居住地|居住地址|户籍地址?|户籍所在地|住所地|住址|收货地址|收件地址|联系地址|通讯地址|住所|我住|原来住|以前住|从前住|原住|曾住|家在|我家是|家是|老家是|老家在|籍贯|门牌号?(?:码)?(?=[是为:])|(?<![^\\n,.，。;:男女岁族人])住(?!院|房|户|宅|建))[:是为"
                    + " ]{0,2}(?<x>[\\u4e00-\\u9fffa-z0-9·\\- #()]{4,45})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<!公司|店铺|项目|工地|网站|单位|注册|场|司|店|馆|校|站|吧|事发|学校|厂|IP|ip|发生|经营|饭店|现场|施工|案发)地址[:是为"
                    + " ]{0,2}(?<x>[\\u4e00-\\u9fffa-z0-9·\\- #()]{6,45})",
            Pattern.CASE_INSENSITIVE);

    /** Of a village without streets: a hamlet of it, a yard, the third house from the east. */
    private static final String HAMLET =
            "(?:(?<=[\\u4e00-\\u9fff][镇乡村])[\\u4e00-\\u9fff]{1,4}(?:沟门|沟里?|堡子?|甸子?|岭|街里)|大院|[前后]院)(?=$|[的人东西南北])|[东西南北村]{1,2}头第?"
                    + Addresses.N + "[家户]|第" + Addresses.N + "[家户]";

    /** A part of a place that is exact enough to be a home. */
    private static final Pattern EXACT = Pattern.compile(
            "(?:(?<![a-z0-9])[a-z]?" + Addresses.N + "(?:-" + Addresses.N
                    + "){0,3}(?:号楼|号院|号(?!线|地铁|电|文|令|公告|通知)|栋|幢|座|单元|室|组|队|屯|弄|排(?=" + Addresses.N + "号)|#)|平房"
                    + Addresses.N
                    + "[户号]|(?<=[组屯队号村庄社])(?:老?[\\u4e00-\\u9fff]家)?[前后东西]院|[\\u4e00-\\u9fff]{1,4}(?:村|庄|屯)[\\u4e00-\\u9fff]{1,4}(?:组|屯|队)|"
                    + HAMLET + "|[a-z]\\d{0,2}[座栋幢])(?:"
                    + Addresses.S + "(?:" + Addresses.N + "(?:号楼?|栋|幢|单元|楼|层|室|号|户)|\\d{2,4}" + Addresses.NO_COUNT + "|"
                    + Addresses.SIDE + "))*",
            Pattern.CASE_INSENSITIVE);

    /** Between two parts of one address. */
    private static final int WIDEST = 12;

    private static final Pattern NO_PLACE = Pattern.compile("[的我是因从在于了有没被每到去他她你您]|楼上|楼下|隔壁|对面|对门");

    private Homes() {}

    static void find(String folded, Findings found) {
        homes(HOME, folded, found);
        if (folded.contains("地址")) homes(ADDRESS, folded, found);
    }

    private static void homes(Pattern cue, String folded, Findings found) {
        Matcher m = cue.matcher(folded);
        while (m.find()) {
            String place = m.group("x");
            Matcher exact = EXACT.matcher(place);
            int end = -1;
            while (exact.find()) {
                String between = place.substring(Math.max(0, end), exact.start());
                boolean goesOn = end < 0
                        ? exact.start() >= 2 || exact.end() >= 6
                        : between.length() <= WIDEST
                                && !NO_PLACE.matcher(between).find();
                if (!goesOn) break;
                end = exact.end();
            }
            if (end > 0) found.addAddress(m.start("x"), m.start("x") + end);
        }
    }
}
