package org.shouwen.citizens;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shouwen.citizens.PersonalDataDetector.Kind;

/**
 * Names of persons, whoever they are (Art. 21): Chinese ones are weighed by {@link NameModel}, names with a dot between
 * their parts are told by the syllables they are written with. Titles alone (张书记, 王先生) are no names.
 */
final class PersonNames {
    /** What a place must weigh where nothing beside it speaks of a person. */
    private static final double ALONE = 0;

    /** Two characters that given names like, and no word. */
    private static final double LIKELY = -0.8;

    /** Family names that are rather "and", "only", "all": a role before them says nothing. */
    private static final String FUNCTION = "和才全来应都但及与";

    /** Where the characters are a word of the language too, and nothing speaks of a person. */
    private static final double WORD = 1.3;

    /** Beside a role, an introduction or a form of address less is enough, for three characters even less. */
    private static final double BESIDE_CUE = -1.2;

    private static final double THREE_BESIDE_CUE = -2.2;

    /** As above, where family name and given name are of the usual kind. */
    private static final double USUAL_BESIDE_CUE = -4;

    /** In a row of names, or as the only words before a telephone number. */
    private static final double IN_A_ROW = -2.8;

    /** Between a word that introduces a name, or a role, and a pause. */
    private static final double INTRODUCED = -4.5;

    private static final double ROLE_AND_PAUSE = -3.5;

    private static final double BEFORE_NUMBER = -4.2;

    /** A place with a name that the same text has elsewhere beyond doubt. */
    private static final double AGAIN = -5;

    private static final double SURE = 1.5;

    /** Of whom everybody speaks. */
    private static final Set<String> PUBLIC = Set.of(
            "高考", "高中", "高一", "高二", "高三", "习近平", "毛泽东", "邓小平", "江泽民", "胡锦涛", "周恩来", "李克强", "温家宝", "刘少奇", "朱德", "孙中山",
            "雷锋", "焦裕禄", "包青天", "黄继光", "马克思", "列宁", "诸葛亮", "孔子");

    private static final String SYLLABLES =
            "阿艾买提吐尔逊孜汗古丽帕夏木热依拉克哈力不都拉西如扎白合亚森卡迪里江娜扎米吾斯曼玉素甫伊布巴图苏和其格娜仁乌云达尔罕斯琴额德尼敖登高娃那日松赛音扎西卓玛次仁多吉丹增央金旺堆格桑洛桑平措顿珠罗布白玛"
                    + "伦珠嘉措尼玛边巴普布加参德吉曲珍拉姆达瓦朗杰强巴贡觉桑才让东智索南库班江热合曼卡德尔麦麦提穆罕默德萨达姆约翰玛丽大卫安娜迪丽马赫木胡安别克努尔兰叶塔什肯巴特牧仁坚赞";

    private PersonNames() {}

    private record Scored(int from, int to, double score, double least) {}

    /** @param folded as long as the text */
    static void find(String folded, Findings found) {
        dotted(folded, found);
        int[] text = folded.codePoints().toArray();
        List<Scored> all = new ArrayList<>();
        NameFeatures features = new NameFeatures();
        NameModel model = NameModel.shipped();
        NameCandidates.each(text, (from, to, surname) -> {
            features.read(text, from, to, surname);
            double score = model.score(features);
            if (score > AGAIN) all.add(new Scored(from, to, score, least(text, from, to)));
        });
        if (all.isEmpty()) return;
        all.sort(Comparator.comparingDouble((Scored s) -> -s.score()).thenComparingInt(Scored::from));
        Set<String> sure = new HashSet<>();
        for (Scored s : all) if (s.score() > SURE && s.to() - s.from() > 2) sure.add(word(text, s));
        boolean[] taken = new boolean[text.length];
        int[] offsets = offsets(text);
        for (int pass = 0; pass < 2; pass++)
            for (Scored s : all) {
                boolean holds = pass == 0
                        ? s.score() > s.least() || sure.contains(word(text, s))
                        : s.score() > IN_A_ROW && inARow(text, taken, s);
                if (!holds || PUBLIC.contains(word(text, s)) || overlaps(taken, s)) continue;
                for (int i = s.from(); i < s.to(); i++) taken[i] = true;
                found.add(Kind.NAME, offsets[s.from()], offsets[s.to()]);
            }
    }

    private static boolean inARow(int[] text, boolean[] taken, Scored s) {
        boolean after = s.from() > 1 && text[s.from() - 1] == '、' && taken[s.from() - 2];
        return after || (s.to() + 1 < text.length && text[s.to()] == '、' && taken[s.to() + 1]);
    }

    private static double least(int[] text, int from, int to) {
        if (text[from] == text[from + 1] && text[from] == '谢') return Double.POSITIVE_INFINITY; // 谢谢王局长
        int before = from > 0 && text[from - 1] == '叫' ? 1 : NameCues.before(text, from, 2);
        int behind = NameCues.behind(text, to);
        boolean worker = from > 0 && "员师匠".indexOf(text[from - 1]) >= 0;
        boolean word = KnownWords.has(text[from], text[from + 1], 0, 0);
        boolean pause = to >= text.length || !Character.isIdeographic(text[to]);
        if (FUNCTION.indexOf(text[from]) >= 0) return word ? WORD : ALONE;
        boolean called = worker || (before != 0 && before % 5 != 4);
        if (called && word) return pause || behind != 0 ? BESIDE_CUE : ALONE;
        if (before % 5 == 1 && (pause || behind != 0)) return INTRODUCED;
        if ((before == 2 || before == 3) && pause) return ROLE_AND_PAUSE;
        boolean usual = Surnames.frequent(text[from])
                && NameCues.likely(text[from + 1]) > 0
                && (to - from == 2 || NameCues.likely(text[to - 1]) > 0);
        if (called && usual) return USUAL_BESIDE_CUE;
        if (called) return to - from > 2 ? THREE_BESIDE_CUE : BESIDE_CUE;
        if (behind % 5 == 1 || behind % 5 == 2) return word ? ALONE : BESIDE_CUE;
        if (beforeNumber(text, from, to)) return BEFORE_NUMBER;
        if (word) return WORD;
        boolean likely = to - from == 3
                && NameCues.likely(text[from + 1]) > 0
                && NameCues.likely(text[from + 2]) > 0
                && !KnownWords.has(text[from + 1], text[from + 2], 0, 0);
        return likely ? LIKELY : ALONE;
    }

    private static boolean beforeNumber(int[] text, int from, int to) {
        int at = to;
        while (at < text.length && at < to + 2 && ": (".indexOf(text[at]) >= 0) at++;
        int digits = 0;
        while (at + digits < text.length && text[at + digits] >= '0' && text[at + digits] <= '9') digits++;
        boolean begins = from == 0 || !Character.isIdeographic(text[from - 1]);
        return begins && (digits == 11 || digits == 7);
    }

    private static String word(int[] text, Scored s) {
        return new String(text, s.from(), s.to() - s.from());
    }

    private static boolean overlaps(boolean[] taken, Scored s) {
        for (int i = s.from(); i < s.to(); i++) if (taken[i]) return true;
        return false;
    }

    private static int[] offsets(int[] text) {
        int[] offsets = new int[text.length + 1];
        for (int i = 0; i < text.length; i++) offsets[i + 1] = offsets[i] + Character.charCount(text[i]);
        return offsets;
    }

    /** 买买提·吐尔逊, also where words stand before it without a pause. */
    private static void dotted(String folded, Findings found) {
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
