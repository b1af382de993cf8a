package org.shouwen.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shouwen.identity.PersonalDataDetector.Kind;

/**
 * Names of persons, whoever they are (Art. 21): Chinese ones are weighed by {@link NameModel}, names with a dot between
 * their parts are told by the syllables they are written with. Titles alone (张书记, 王先生) are no names.
 */
final class PersonNames {
    /** What a place must weigh where nothing beside it speaks of a person. */
    private static final double ALONE = -0.6;

    /** Two characters that given names like, and no word. */
    private static final double LIKELY = -1.5;

    /** Family names that are rather "and", "only", "all": a role before them says nothing. */
    private static final String FUNCTION = "和才全来应都但及与";

    /** Where the characters are a word of the language too, and nothing speaks of a person. */
    private static final double WORD = 0.7;

    /** Beside a role, an introduction or a form of address less is enough, for three characters even less. */
    private static final double BESIDE_CUE = -2.7;

    private static final double THREE_BESIDE_CUE = -3.4;

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

    /** More than most real names weigh before such words. */
    private static final double PLACE = 3.5;

    private static final Set<String> SITES = Set.of(
            "小区", "物业", "公司", "集团", "大厦", "花园", "家园", "中学", "小学", "医院", "酒店", "广场", "有限", "大道", "大桥", "公园", "工业", "地产");

    /** Of whom everybody speaks. */
    private static final Set<String> PUBLIC = Set.of(
            "支付宝", "余额宝", "高考", "高中", "高一", "高二", "高三", "习近平", "毛泽东", "邓小平", "江泽民", "胡锦涛", "周恩来", "李克强", "温家宝", "刘少奇",
            "朱德", "孙中山", "雷锋", "焦裕禄", "包青天", "黄继光", "马克思", "列宁", "诸葛亮", "孔子");

    private PersonNames() {}

    private record Scored(int from, int to, double score, double least) {}

    /** @param folded as long as the text */
    static void find(String folded, Findings found) {
        DottedNames.find(folded, found);
        int[] text = folded.codePoints().toArray();
        List<Scored> all = new ArrayList<>();
        NameFeatures features = new NameFeatures();
        NameModel model = NameModel.shipped();
        NameCandidates.each(text, (from, to, surname) -> {
            features.read(text, from, to, surname);
            double score = model.score(features) - place(text, to);
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
                        : (s.score() > IN_A_ROW && inARow(text, taken, s)) || inALongRow(text, taken, s.from());
                if (!holds || PUBLIC.contains(word(text, s)) || overlaps(taken, s)) continue;
                for (int i = s.from(); i < s.to(); i++) taken[i] = true;
                found.add(Kind.NAME, offsets[s.from()], offsets[s.to()]);
            }
        given(folded, sure, found);
    }

    /** 大伟, where the same text has 牟大伟 beyond doubt; not where it is a word too. */
    private static void given(String folded, Set<String> sure, Findings found) {
        for (String name : sure) {
            if (name.length() != 3 || PUBLIC.contains(name) || Surnames.compound(name.charAt(0), name.charAt(1)))
                continue;
            String given = name.substring(1);
            if (KnownWords.has(given.charAt(0), given.charAt(1), 0, 0)) continue;
            for (int i = folded.indexOf(given); i >= 0; i = folded.indexOf(given, i + 2))
                found.add(Kind.NAME, i, i + 2);
        }
    }

    /** What a place weighs less where the words behind are of a place or a firm: 华悦城物业, 田东心站. */
    private static double place(int[] text, int to) {
        if (text[to - 1] == '办') return PLACE; // 林权办
        if (to + 1 >= text.length) return 0;
        boolean site = "站庄苑厦路街镇".indexOf(text[to]) >= 0 && "长在着起出过上".indexOf(text[to + 1]) < 0;
        return site || SITES.contains(new String(text, to, 2)) ? PLACE : 0;
    }

    private static boolean inARow(int[] text, boolean[] taken, Scored s) {
        boolean after = s.from() > 1 && text[s.from() - 1] == '、' && taken[s.from() - 2];
        return after || (s.to() + 1 < text.length && text[s.to()] == '、' && taken[s.to() + 1]);
    }

    /** Behind two names of a row there is a third one. */
    private static boolean inALongRow(int[] text, boolean[] taken, int from) {
        int at = from;
        for (int names = 0; names < 2; names++) {
            if (at < 2 || text[at - 1] != '、' || !taken[at - 2]) return false;
            at--;
            while (at > 0 && taken[at - 1]) at--;
        }
        return true;
    }

    private static double least(int[] text, int from, int to) {
        if (text[from] == text[from + 1] && text[from] == '谢') return Double.POSITIVE_INFINITY; // 谢谢王局长
        if (text[from] == '曾' && "在任去经致有被是向于多到".indexOf(text[from + 1]) >= 0) return Double.POSITIVE_INFINITY;
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
}
