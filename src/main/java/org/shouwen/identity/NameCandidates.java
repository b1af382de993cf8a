package org.shouwen.identity;

import java.util.Set;

/** Every place of a text where a Chinese name could stand: a family name and one or two characters behind it. */
final class NameCandidates {
    /** What no given name has. */
    private static final String NEVER = "的了是说我你您吗呢吧这那们没很啊嘛么某先氏及与或第";

    /** What makes two characters a form of address: 王总, 李姐, 张副. */
    private static final String TITLE = "总副姓科局处所队工姐哥叔姨婶爷奶嫂妈爸董导书等家";

    private static final Set<String> TITLES = Set.of(
            "校长", "科长", "局长", "局長", "区长", "区長", "县长", "市长", "镇长", "乡长", "村长", "院长", "所长", "处长", "站长", "队长", "组长", "部长",
            "厅长", "省长", "班长", "厂长", "店长", "会长", "社长", "主任", "经理", "同志", "老师", "老板", "同学", "书记", "医生", "律师", "法官", "警官",
            "大夫", "护士", "师傅", "教授", "会计", "主管", "总监", "助理", "秘书", "专员", "委员", "代表", "阿姨", "阿婆", "大爷", "大妈", "大哥", "大姐",
            "女士", "小姐", "老汉", "老太", "庭长", "行长", "股长", "董事", "工程", "顾问", "客服", "销售", "师长", "教练", "主席", "检察", "家人", "家的",
            "编辑", "记者", "博士", "老总", "总等", "总说");

    /** No given name ends so: 满族, 韩国人, 单据号, 阎家屯. */
    private static final String NEVER_LAST = "族号屯";

    /** Names of places end so. */
    private static final String PLACE = "镇村组乡县街路";

    /** Takes a place. */
    interface Taker {
        void take(int from, int to, int surname);
    }

    private NameCandidates() {}

    static void each(int[] text, Taker taker) {
        for (int i = 0; i + 1 < text.length; i++) {
            int c = text[i];
            if (c < 0x3400) continue;
            if (Surnames.single(c)) {
                if (!given(text, i + 1) || (c == '班' && i > 0 && grade(text[i - 1]))) continue;
                if (TITLE.indexOf(text[i + 1]) >= 0) {
                    if (generation(text, i + 1)) taker.take(i, i + 3, 1);
                    continue;
                }
                if (PLACE.indexOf(text[i + 1]) < 0 && NEVER_LAST.indexOf(text[i + 1]) < 0) taker.take(i, i + 2, 1);
                if (last(text, i + 2) && !TITLES.contains(new String(text, i + 1, 2))) taker.take(i, i + 3, 1);
            }
            if (Surnames.compound(c, text[i + 1]) && given(text, i + 2)) {
                taker.take(i, i + 3, 2);
                if (last(text, i + 3) && !TITLES.contains(new String(text, i + 2, 2))) taker.take(i, i + 4, 2);
            }
        }
    }

    /** 高三七班金老师: a class, and nobody called 班金. */
    private static boolean grade(int before) {
        return "一二三四五六七八九十几".indexOf(before) >= 0 || (before >= '0' && before <= '9');
    }

    /** 毕家骏, 贺书明: such a character also begins given names, before one that makes no word of it. */
    private static boolean generation(int[] text, int i) {
        boolean both = "家书".indexOf(text[i]) >= 0 && last(text, i + 1);
        return both && !KnownWords.has(text[i], text[i + 1], 0, 0);
    }

    private static boolean last(int[] text, int i) {
        if (!given(text, i) || PLACE.indexOf(text[i]) >= 0 || NEVER_LAST.indexOf(text[i]) >= 0) return false;
        return text[i] != '人' || text[i - 1] != '国';
    }

    private static boolean given(int[] text, int i) {
        return i < text.length && Character.isIdeographic(text[i]) && NEVER.indexOf(text[i]) < 0;
    }
}
