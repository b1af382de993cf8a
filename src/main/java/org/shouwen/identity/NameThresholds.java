package org.shouwen.identity;

import java.util.Set;

/**
 * How much a place must weigh at the second weighing ({@link NameNet}) to be masked as a name: the place to tune (decision
 * 56). Beside a role, kin or an introduction less is enough; where the characters are a word of the language too, more is
 * needed.
 */
final class NameThresholds {
    private static final double ALONE = -1.8;
    private static final double WORD = -0.8;

    /** By how much less is enough beside a role, kin, an introduction or a form of address. */
    private static final double CUE = 1;

    private static final int ACTS = 4;

    /** Family names that are rather "and", "only", "all": a role before them says nothing. */
    private static final String FUNCTION = "和才全来应都但及与";

    /** Of these there are many, and what they have or do stands behind them more often than a name: 客户满意. */
    private static final Set<String> GENERIC = Set.of(
            "业主", "客户", "用户", "销售", "学生", "员工", "居民", "村民", "农民", "商户", "住户", "租户", "朋友", "家长", "孩子", "群众", "发商", "乘客",
            "职工", "工人", "人员", "老人", "小孩", "媳妇", "商家", "店家", "窗口", "前台");

    private NameThresholds() {}

    /** @param from first code point of the name; {@code to} the one after the last */
    static double least(int[] text, int from, int to) {
        if (text[from] == text[from + 1] && text[from] == '谢') return Double.POSITIVE_INFINITY; // 谢谢王局长
        if (text[from] == '曾' && "在任去经致有被是向于多到".indexOf(text[from + 1]) >= 0) return Double.POSITIVE_INFINITY;
        int third = to - from > 2 ? text[from + 2] : 0;
        boolean word = KnownWords.has(text[from], text[from + 1], third, to - from > 3 ? text[from + 3] : 0);
        int before = NameCues.before(text, from, 2) % 5;
        int behind = NameCues.behind(text, to) % 5;
        boolean cue = (before != 0 && before != ACTS) || behind == 1 || behind == 2;
        return (word ? WORD : ALONE) - (cue ? CUE : 0);
    }

    /** Six bits of what the thresholds ask for, for {@link NameWindow}. */
    static int marks(int[] text, int from, int to) {
        int marks = FUNCTION.indexOf(text[from]) >= 0 ? 1 : 0;
        if (generic(text, from)) marks |= 2;
        if (calls(text, from, to)) marks |= 4;
        if (beforeNumber(text, from, to)) marks |= 8;
        if (from > 0 && "员师匠".indexOf(text[from - 1]) >= 0) marks |= 16;
        if (from > 0 && text[from - 1] == '叫') marks |= 32;
        return marks;
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
