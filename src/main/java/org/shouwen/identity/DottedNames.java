package org.shouwen.identity;

import org.shouwen.identity.PersonalDataDetector.Kind;

/** Names with a dot between their parts, told by the syllables that they are written with. */
final class DottedNames {
    private static final String SYLLABLES =
            "阿艾买提吐尔逊孜汗古丽帕夏木热依拉克哈力不都拉西如扎白合亚森卡迪里江娜扎米吾斯曼玉素甫伊布巴图苏和其格娜仁乌云达尔罕斯琴额德尼敖登高娃那日松赛音扎西卓玛次仁多吉丹增央金旺堆格桑洛桑平措顿珠罗布白玛"
                    + "伦珠嘉措尼玛边巴普布加参德吉曲珍拉姆达瓦朗杰强巴贡觉桑才让东智索南库班江热合曼卡德尔麦麦提穆罕默德萨达姆约翰玛丽大卫安娜迪丽马赫木胡安别克努尔兰叶塔什肯巴特牧仁坚赞";

    private DottedNames() {}

    /** 买买提·吐尔逊, also where words stand before it without a pause. */
    static void find(String folded, Findings found) {
        for (int dot = next(folded, 0); dot >= 0; dot = next(folded, dot + 1)) {
            int from = dot;
            while (from > 0 && dot - from < 6 && SYLLABLES.indexOf(folded.charAt(from - 1)) >= 0) from--;
            int to = dot + 1;
            while (to < folded.length() && to - dot - 1 < 6 && SYLLABLES.indexOf(folded.charAt(to)) >= 0) to++;
            if (dot - from >= 2 && to - dot - 1 >= 2) found.add(Kind.NAME, from, to);
        }
    }

    private static int next(String folded, int from) {
        for (int i = from; i < folded.length(); i++) if ("·•‧・".indexOf(folded.charAt(i)) >= 0) return i;
        return -1;
    }
}
