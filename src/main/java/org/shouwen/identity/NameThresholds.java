package org.shouwen.identity;

import java.util.Set;

/**
 * How much a place must weigh to be masked as a name, by what stands beside it: the place to tune (decision 48). Beside a
 * role, kin or an introduction less is enough; where the characters are a word of the language too, more is needed.
 */
final class NameThresholds {
    /** What a place must weigh where nothing beside it speaks of a person. */
    private static final double ALONE = -0.6;

    /** Two characters that given names like, and no word. */
    private static final double LIKELY = -1.5;

    /** Family names that are rather "and", "only", "all": a role before them says nothing. */
    private static final String FUNCTION = "和才全来应都但及与";

    /** Where the characters are a word of the language too, and nothing speaks of a person. */
    private static final double WORD = 0.5;

    /** Beside a role, an introduction or a form of address less is enough, for three characters even less. */
    private static final double BESIDE_CUE = -3;

    private static final double THREE_BESIDE_CUE = -3.8;

    /** A word of the language beside a role, and words go on behind it. */
    private static final double WORD_BESIDE_CUE = -1.5;

    /** Of these there are many, and what they have or do stands behind them more often than a name: 客户满意. */
    private static final Set<String> GENERIC = Set.of(
            "业主", "客户", "用户", "销售", "学生", "员工", "居民", "村民", "农民", "商户", "住户", "租户", "朋友", "家长", "孩子", "群众", "发商", "乘客",
            "职工", "工人", "人员", "老人", "小孩", "媳妇", "商家", "店家", "窗口", "前台");

    private static final double WORD_BESIDE_GENERIC = -0.8;

    private static final double BESIDE_GENERIC = -2;

    /** Whoever calls: the words begin with the name, 王建国来电反映. */
    private static final double CALLER = -3.2;

    /** As above, where family name and given name are of the usual kind. */
    private static final double USUAL_BESIDE_CUE = -4.2;

    /** Between a word that introduces a name, or a role, and a pause. */
    private static final double INTRODUCED = -4.5;

    private static final double ROLE_AND_PAUSE = -3.8;

    private static final double BEFORE_NUMBER = -4.2;

    private NameThresholds() {}

    /** @param from first code point of the name; {@code to} the one after the last */
    static double least(int[] text, int from, int to) {
        if (text[from] == text[from + 1] && text[from] == '谢') return Double.POSITIVE_INFINITY; // 谢谢王局长
        if (text[from] == '曾' && "在任去经致有被是向于多到".indexOf(text[from + 1]) >= 0) return Double.POSITIVE_INFINITY;
        int before = from > 0 && text[from - 1] == '叫' ? 1 : NameCues.before(text, from, 2);
        int behind = NameCues.behind(text, to);
        boolean worker = from > 0 && "员师匠".indexOf(text[from - 1]) >= 0;
        boolean word = KnownWords.has(text[from], text[from + 1], 0, 0);
        boolean pause = to >= text.length || !Character.isIdeographic(text[to]);
        if (FUNCTION.indexOf(text[from]) >= 0) return word ? WORD : ALONE;
        boolean called = worker || (before != 0 && before % 5 != 4);
        if (called && word)
            return pause || behind != 0 ? BESIDE_CUE : generic(text, from) ? WORD_BESIDE_GENERIC : WORD_BESIDE_CUE;
        if (before % 5 == 1 && (pause || behind != 0)) return INTRODUCED;
        if ((before == 2 || before == 3) && pause) return ROLE_AND_PAUSE;
        boolean usual = Surnames.frequent(text[from])
                && NameCues.likely(text[from + 1]) > 0
                && (to - from == 2 || NameCues.likely(text[to - 1]) > 0);
        if (called && usual) return USUAL_BESIDE_CUE;
        if (called && !usual && generic(text, from)) return BESIDE_GENERIC;
        if (called) return to - from > 2 ? THREE_BESIDE_CUE : BESIDE_CUE;
        if (behind % 5 == 1 || behind % 5 == 2) return word ? ALONE : BESIDE_CUE;
        if (beforeNumber(text, from, to)) return BEFORE_NUMBER;
        if (calls(text, from, to)) return CALLER;
        if (word) return WORD;
        boolean likely = to - from == 3
                && NameCues.likely(text[from + 1]) > 0
                && NameCues.likely(text[from + 2]) > 0
                && !KnownWords.has(text[from + 1], text[from + 2], 0, 0);
        return likely ? LIKELY : ALONE;
    }

    private static boolean generic(int[] text, int from) {
        return from > 1 && GENERIC.contains(new String(text, from - 2, 2));
    }

    private static boolean calls(int[] text, int from, int to) {
        boolean begins = from == 0 || !Character.isIdeographic(text[from - 1]);
        return begins && to + 1 < text.length && text[to] == '来' && text[to + 1] == '电';
    }

    private static boolean beforeNumber(int[] text, int from, int to) {
        int at = to;
        while (at < text.length && at < to + 2 && ": (".indexOf(text[at]) >= 0) at++;
        int digits = 0;
        while (at + digits < text.length && text[at + digits] >= '0' && text[at + digits] <= '9') digits++;
        boolean begins = from == 0 || !Character.isIdeographic(text[from - 1]);
        return begins && (digits == 11 || digits == 7);
    }
}
