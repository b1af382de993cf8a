package org.shouwen.identity;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.identity.PersonalDataDetector.Kind;

/**
 * Names that are no family name with a given name right behind: their characters apart (王 淑 兰, as in forms), what
 * people are called by (外号老疙瘩), clans and names of peoples that have no family names (爱新觉罗启星, 扎西次仁).
 */
final class SpokenNames {
    private static final String HAN = "\\u4e00-\\u9fff";
    private static final int INTRODUCES = 1;

    /** A family name and one or two characters, each apart; more words before or behind would be a sentence. */
    private static final Pattern APART = Pattern.compile("(?<![" + HAN + "] {0,1})(?<x>[" + HAN + "] {1,6}[" + HAN
            + "](?: {1,6}[" + HAN + "])?)(?![" + HAN + "]| {0,6}:| {1,6}[" + HAN + "](?![" + HAN + "]))");

    /** Behind a word that introduces a name its given name may stand together: 姓名:王 淑兰. */
    private static final Pattern INTRODUCED = Pattern.compile(
            "(?<x>[" + HAN + "] {1,6}[" + HAN + "]{1,2}(?: {1,6}[" + HAN + "](?![" + HAN + "]))?)(?![" + HAN + "])");

    private static final Pattern CALLED = Pattern.compile("(?:外号|绰号|诨名|小名|乳名|人称)(?:就?叫做?|是|为|[:\"“”‘’「『]){0,3}(?<x>["
            + HAN + "&&[^的叫是为和与及等被在有不]]{2,4})(?=[\"“”‘’」』的,.，。;、)]|那个|这个|$)");

    private static final Pattern CLAN =
            Pattern.compile("(?<x>(?:爱新觉罗|叶赫那拉|瓜尔佳|富察|钮祜禄)[·•・ ]?[" + HAN + "&&[^的是在和说称女男先]]{1,2})");

    private static final String SYLLABLES =
            "乌云|乌兰|其其格|其木格|娜仁|萨仁|斯琴|高娃|巴特尔|苏和|阿古拉|呼和|托娅|塔娜|图雅|扎西|次仁|卓玛|格桑|央金|旺堆|丹增|达瓦|边巴|洛桑|多吉|德吉|白玛|拉姆|尼玛|平措|顿珠|罗布|曲珍|仁青|才让"
                    + "|买买提|吐尔逊|古丽|阿依|热合曼|艾力|迪丽|热巴|阿卜杜|麦麦提|依明|努尔|帕提|木拉提|库尔班|玛依拉|热依木|哈力克";

    private static final Pattern PEOPLES = Pattern.compile(
            "(?<x>(?:" + SYLLABLES
                    + "){2,4}[江汗娜]?|(?:买买提|吐尔逊|热合曼|阿卜杜|麦麦提|木拉提|库尔班|热依木|哈力克|巴特尔|阿古拉)[江汗]|阿古达木|苏日娜|乌日娜|那日苏|巴雅尔|格日勒图?|特木尔|毕力格|呼日查|牧仁|朝鲁门)");

    /** Without one of these characters there is no clan, without some in a row no syllables. */
    private static final BitSet CLANS = characters("觉赫佳富祜");

    private static final int SHORTEST = 3;
    private static final BitSet PEOPLE = characters(SYLLABLES.replace("|", "") + "江汗日雅达苏查那特毕力牧朝鲁门");

    private SpokenNames() {}

    private static BitSet characters(String all) {
        BitSet set = new BitSet();
        all.chars().forEach(set::set);
        return set;
    }

    static void find(String folded, Findings found) {
        apart(folded, found);
        if (called(folded)) take(CALLED, folded, found);
        boolean clans = false;
        boolean peoples = false;
        int syllables = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            clans |= CLANS.get(c);
            syllables = PEOPLE.get(c) ? syllables + 1 : 0;
            peoples |= syllables >= SHORTEST;
        }
        if (clans) take(CLAN, folded, found);
        if (peoples) take(PEOPLES, folded, found);
    }

    private static boolean called(String folded) {
        return folded.contains("外号")
                || folded.contains("绰号")
                || folded.contains("诨名")
                || folded.contains("小名")
                || folded.contains("乳名")
                || folded.contains("人称");
    }

    private static void take(Pattern pattern, String folded, Findings found) {
        Matcher m = pattern.matcher(folded);
        while (m.find()) found.add(Kind.NAME, m.start("x"), m.end("x"));
    }

    private static void apart(String folded, Findings found) {
        Matcher apart = APART.matcher(folded).useTransparentBounds(true);
        Matcher introduced = INTRODUCED.matcher(folded).useTransparentBounds(true);
        for (int space = folded.indexOf(' '); space >= 0; space = folded.indexOf(' ', space + 1)) {
            int from = space - 1;
            if (from < 0 || !Surnames.single(folded.charAt(from))) continue;
            if (introduces(folded, from)
                    && introduced.region(from, folded.length()).lookingAt())
                found.add(Kind.NAME, from, introduced.end("x"));
            else if (apart.region(from, folded.length()).lookingAt()
                    && !word(apart.group("x").replace(" ", ""))) found.add(Kind.NAME, from, apart.end("x"));
        }
    }

    private static boolean introduces(String folded, int at) {
        int[] before = folded.substring(Math.max(0, at - 8), at).codePoints().toArray();
        return NameCues.before(before, before.length, 2) % 5 == INTRODUCES;
    }

    /** 时 间, 单 位, and a form of address: 王 总. */
    private static boolean word(String name) {
        int last = name.length() > 2 ? name.charAt(2) : 0;
        return KnownWords.has(name.charAt(0), name.charAt(1), last, 0)
                || "总姐哥叔姨婶爷奶某先女的是了".indexOf(name.charAt(1)) >= 0
                || (last != 0 && KnownWords.has(name.charAt(1), last, 0, 0));
    }
}
