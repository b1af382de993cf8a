package org.shouwen.identity;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Homes in villages, which have no streets: a house of a group (民主村三组18号), and the group alone where somebody says
 * that they are of it (我是暖河村二组的村民). A group where something happens stays readable.
 */
final class Villages {
    private static final String N = "(?:\\d{1,3}|[一二三四五六七八九十]{1,3})";
    private static final String GROUP =
            "(?:[\\u4e00-\\u9fff]{0,4}?" + N + "(?:组|队|屯|社)|[\\u4e00-\\u9fff]{1,4}?(?:屯|组|沟(?!屯)))";
    private static final String PLACE =
            "(?:[\\u4e00-\\u9fff]{2,8}?(?:市|县|区|乡|镇|街道)){0,4}[\\u4e00-\\u9fff]{1,6}?(?:村|社区)";

    private static final Pattern HOUSE = Pattern.compile("(?:村|屯|庄)" + GROUP + "[ ,-]?" + N
            + "(?:号(?!楼|线|台区|井|地|泵|杆|变|电))(?:[前后东西]院)?|村" + N + "(?:号|排\\d{1,3}号)(?=[的,.，。 ]|家|住|村民|$)");

    private static final Pattern OF_IT = Pattern.compile("(?:我是|本人是|本人系|我系|我们是|系)(?<x>" + PLACE + "(?:" + GROUP
            + "|[东西南北村]{1,2}头第?" + N + "[家户]))(?=的?(?:村民|居民|农民|社员|老百姓|百姓|人|一名|一个)|的?[,.，。;])");

    /** A group of a community in a town without streets: 黄海社区3委7组. */
    private static final Pattern COMMITTEE = Pattern.compile("(?:社区|街道|街|镇)" + N + "委" + N + "组(?:" + N + "号)?");

    /** Whose home the group is: a name stands right behind it, 卜家村六组修德臣. */
    private static final Pattern GROUP_OF = Pattern.compile("(?<x>" + PLACE + GROUP + ")(?:的?村民|的?居民|的|[, ])?");

    /** Where somebody says first of all where they are: 同兴镇变电村五组徐家沟,路断了. */
    private static final Pattern FIRST = Pattern.compile(
            "(?:^|(?<=[。;\\n]))(?<x>(?:[\\u4e00-\\u9fff]{2,8}?(?:市|县|区)){0,2}[\\u4e00-\\u9fff]{2,7}(?:乡|镇|街道)[\\u4e00-\\u9fff]{1,6}?(?:村|社区)[\\u4e00-\\u9fff]{0,4}?"
                    + N + "(?:组|队|屯)(?:[\\u4e00-\\u9fff]{2,3}(?:沟|屯|堡|岭|甸))?)(?=[,.，。 ])");

    /** Who of it tells something, or lives by help: 丹东市浪头镇文安村13组居民反映, 河口村六组低保户. */
    private static final Pattern PEOPLE_OF = Pattern.compile("(?:^|(?<=[,.，。;:!\\n ]))(?<x>" + PLACE + GROUP
            + ")(?=的?(?:居民|村民|农户|住户)?(?:反映|来电|致电|称|咨询|投诉|举报|求助|五保户|低保户|贫困户|残疾人|[男女]?老人|[一-龥]{1,2}(?:某|先生|女士)))");

    /** 我在中和村老房身屯住. */
    private static final Pattern LIVES_IN = Pattern.compile(
            "在(?<x>" + PLACE + "(?:" + GROUP + "|[\\u4e00-\\u9fff]{1,4}(?:大院|堡子?|甸子?|岭)))(?=居?住(?!院|户|宅|建))");

    /** Whose house in the group it is, as neighbours say it: 新康村十一组老刘家, 蒿子沟村五组我二叔家. */
    private static final Pattern HOUSE_OF = Pattern.compile(
            "(?<x>" + PLACE + GROUP
                    + "(?:老?[\\u4e00-\\u9fff]家(?:大院|院)|老[\\u4e00-\\u9fff]家|(?:把|[东西南北村]|最[东西南北里])[头边](?:那|一)?[家户]))|(?<y>"
                    + PLACE + GROUP
                    + ")(?=的?(?:村民)?(?:老[\\u4e00-\\u9fff]家|[我他她俺](?:[二三四五大老小]?(?:叔|舅|姑|姨|爷|哥|姐|伯|弟|妹)|爸|妈|爹|娘|公公|婆婆|岳父|岳母|父母|父亲|母亲|奶奶|姥姥|姥爷|爷爷|亲戚|朋友)?家))");

    /** The third house from the east of it: 肖家村二组村东第三户. */
    private static final Pattern ORDINAL = Pattern.compile(
            "(?:村|屯|庄|组|队|沟|堡)[\\u4e00-\\u9fff\\d]{0,10}?[东西南北前后头侧边趟排院街道房][\\u4e00-\\u9fff]{0,3}?(?:倒数|数)?第?" + N
                    + "[家户](?![庭])");

    private static final Pattern ORDERED = Pattern.compile("(?:第|数)" + N + "[家户]$");

    private static final int LONGEST = 26;

    private Villages() {}

    static void find(String folded, Findings found) {
        if (folded.indexOf('委') >= 0) {
            Matcher c = COMMITTEE.matcher(folded);
            while (c.find()) found.addAddress(Addresses.start(folded, c.start(), LONGEST), c.end());
        }
        if (folded.indexOf('第') >= 0 || folded.indexOf('数') >= 0) ordinal(folded, found);
        if (folded.indexOf('村') < 0 && folded.indexOf('屯') < 0) return;
        Matcher m = HOUSE.matcher(folded);
        while (m.find()) found.addAddress(Addresses.start(folded, m.start(), LONGEST), m.end());
        Matcher house = HOUSE_OF.matcher(folded);
        while (house.find()) {
            String part = house.group("x") == null ? "y" : "x";
            found.addAddress(house.start(part), house.end(part));
        }
        Matcher first = FIRST.matcher(folded);
        while (first.find()) found.addAddress(first.start("x"), first.end("x"));
        Matcher of = OF_IT.matcher(folded);
        while (of.find()) found.addAddress(of.start("x"), of.end("x"));
        Matcher people = PEOPLE_OF.matcher(folded);
        while (people.find()) found.addAddress(people.start("x"), people.end("x"));
        Matcher lives = LIVES_IN.matcher(folded);
        while (lives.find()) found.addAddress(lives.start("x"), lives.end("x"));
    }

    private static void ordinal(String folded, Findings found) {
        Matcher m = ORDINAL.matcher(folded);
        while (m.find())
            if (ORDERED.matcher(m.group()).find())
                found.addAddress(Addresses.start(folded, m.start(), LONGEST), m.end());
    }

    /** Groups of which somebody is named; names are found before. */
    static void named(String folded, Findings found) {
        if (folded.indexOf('村') < 0 && folded.indexOf("社区") < 0) return;
        BitSet names = new BitSet();
        for (PersonalDataDetector.Found f : found.of(PersonalDataDetector.Kind.NAME)) names.set(f.start());
        if (names.isEmpty()) return;
        Matcher of = GROUP_OF.matcher(folded);
        while (of.find())
            if (names.get(of.end()) || names.get(of.end("x"))) found.addAddress(of.start("x"), of.end("x"));
    }
}
