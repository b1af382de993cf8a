package org.shouwen.identity;

import org.shouwen.identity.PersonalDataDetector.Kind;

/** Names with a dot between their parts, told by the syllables that they are written with. */
final class DottedNames {
    private static final String SYLLABLES =
            "阿艾买提吐尔逊孜汗古丽帕夏木热依拉克哈力不都拉西如扎白合亚森卡迪里江娜扎米吾斯曼玉素甫伊布巴图苏和其格娜仁乌云达尔罕斯琴额德尼敖登高娃那日松赛音扎西卓玛次仁多吉丹增央金旺堆格桑洛桑平措顿珠罗布白玛"
                    + "埃艾安奥班鲍贝本比彼波伯博查戴丹迪蒂杜多厄恩法菲费芬佛弗盖戈葛哈汉亨基杰凯坎康考科克肯莱劳勒雷莉利林琳卢鲁路罗洛迈曼梅蒙米莫默纳奈妮诺帕佩皮奇乔切琼瑞塞森莎珊舍史斯丝泰坦汤特维威温沃希谢辛伊泽詹朱"
                    + "伦珠嘉措尼玛边巴普布加参德吉曲珍拉姆达瓦朗杰强巴贡觉桑才让东智索南库班江热合曼卡德尔麦麦提穆罕默德萨达姆约翰玛丽大卫安娜迪丽马赫木胡安别克努尔兰叶塔什肯巴特牧仁坚赞";

    private DottedNames() {}

    /** 买买提·吐尔逊, also where words stand before it without a pause. */
    static void find(String folded, Findings found) {
        for (int dot = next(folded, 0); dot >= 0; dot = next(folded, dot + 1)) {
            int from = dot;
            while (from > 0 && dot - from < 6 && SYLLABLES.indexOf(folded.charAt(from - 1)) >= 0) from--;
            int to = dot;
            while (to < folded.length() && to == next(folded, to) && part(folded, to) > to + 2) to = part(folded, to);
            if (dot - from >= 2 && to > dot && !site(folded, to)) found.add(Kind.NAME, from, to);
        }
    }

    /** Where the syllables behind a dot end. */
    private static int part(String folded, int dot) {
        int to = dot + 1;
        while (to < folded.length() && to - dot - 1 < 6 && SYLLABLES.indexOf(folded.charAt(to)) >= 0) to++;
        return to;
    }

    /** 罗马·凯旋小区 is no person. */
    private static boolean site(String folded, int to) {
        return to < folded.length() && "小花公城府湾苑园郡墅广酒餐店".indexOf(folded.charAt(to)) >= 0;
    }

    private static int next(String folded, int from) {
        for (int i = from; i < folded.length(); i++) if ("·•‧・".indexOf(folded.charAt(i)) >= 0) return i;
        return -1;
    }
}
