package org.shouwen.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Homes in villages, which have no streets: a house of a group (民主村三组18号), and the group alone where somebody says
 * that they are of it (我是暖河村二组的村民). A group where something happens stays readable.
 */
final class Villages {
    private static final String N = "(?:\\d{1,3}|[一二三四五六七八九十]{1,3})";
    private static final String GROUP =
            "(?:[\\u4e00-\\u9fff]{0,4}?" + N + "(?:组|队|屯|社)|[\\u4e00-\\u9fff]{1,4}?(?:屯|组|沟))";
    private static final String PLACE =
            "(?:[\\u4e00-\\u9fff]{2,8}?(?:市|县|区|乡|镇|街道)){0,4}[\\u4e00-\\u9fff]{1,6}?(?:村|社区)";

    private static final Pattern HOUSE = Pattern.compile("(?:村|屯|庄)" + GROUP + "[ ,-]?" + N
            + "(?:号(?!楼|线|台区|井|地|泵|杆|变|电))(?:[前后东西]院)?|村" + N + "(?:号|排\\d{1,3}号)(?=[的,.，。 ]|家|住|村民|$)");

    private static final Pattern OF_IT = Pattern.compile(
            "(?:我是|本人是|本人系|我系|我们是|系)(?<x>" + PLACE + GROUP + ")(?=的?(?:村民|居民|农民|社员|老百姓|百姓|人|一名|一个)|的?[,.，。;])");

    private static final int LONGEST = 26;

    private Villages() {}

    static void find(String folded, Findings found) {
        if (folded.indexOf('村') < 0 && folded.indexOf('屯') < 0) return;
        Matcher m = HOUSE.matcher(folded);
        while (m.find()) found.addAddress(Addresses.start(folded, m.start(), LONGEST), m.end());
        Matcher of = OF_IT.matcher(folded);
        while (of.find()) found.addAddress(of.start("x"), of.end("x"));
    }
}
