package org.shouwen.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.identity.PersonalDataDetector.Kind;

/**
 * What people are called where no family name helps: 老板叫大龙, 麻六一伙人, 外教Anna Liu. Each needs words around it that
 * speak of a person; 小李 and 老王 alone stay, as forms of address do.
 */
final class CalledNames {
    private static final String HAN = "\\u4e00-\\u9fff";

    private static final Pattern NICKNAME = Pattern.compile(
            "(?:老板娘?|司机|男的|女的|男子|女子|同学|师傅|大夫|护士|孩子|那人|有人|对方|包工头|中介|房东|都|(?:那个|有个|一个)(?:人|男的|女的)?)就?(?:名字)?叫做?[:\"“]?(?<x>[阿大小老二三四五六]["
                    + HAN + "]{1,2}?|[" + HAN
                    + "&&[^的我你他她它这那不什怎]](?:大脑袋|胖子|瘸子|瞎子|麻子|秃子|[大二三四五六七八九]爷))(?=[\"”,.，。;、!)]|的[,.，。;人男女老司]|$)");

    /** 于二, 关六: only where a person must be meant; 周三, 高三, 初二 are no people. */
    private static final Pattern BY_AGE = Pattern.compile("(?<![" + HAN + "]{0,1}[第周星期礼拜])(?<x>[" + HAN
            + "&&[^周高初路第十百千万号楼层栋期组单元]][大二三四五六七八九])(?=一伙|那伙|这伙|等人|这个人|那个人|这人|那人|他们几个)");

    private static final Pattern LATIN = Pattern.compile(
            "(?:叫|名叫|姓名|名字|我是|女儿|儿子|孩子|丈夫|妻子|老公|老婆|爱人|老师|外教|教练|朋友|同事|员工|留学生|外国人|联系人|护照上?)(?:是|为|[: (“\"]){0,2}(?<x>[A-Z][A-Za-z]+(?:[ ·.][A-Z][A-Za-z]+){1,2})(?![A-Za-z0-9@])");

    /** A first name alone, beside what only a person is called. */
    private static final Pattern FIRST_NAME = Pattern.compile(
            "(?:老师|外教|教练|女儿|儿子|同事|主播|英文名(?:叫|是)?)[: ]?(?<x>[A-Z][a-z]{2,11})(?=[,.，。;、)说]|$)|(?<![A-Za-z0-9])(?<y>[A-Z][a-z]{2,11})(?=老师|先生|女士|教练)");

    /** Lucy张: a first name and a family name. */
    private static final Pattern LATIN_FIRST =
            Pattern.compile("(?<![A-Za-z0-9])(?<x>[A-Z][a-z]{2,9}[" + HAN + "])(?=[,.，。;、)说]|$|老师|经理|女士|先生)");

    private CalledNames() {}

    static void find(String folded, Findings found) {
        if (folded.indexOf('叫') >= 0) take(NICKNAME, folded, found);
        if (folded.indexOf('伙') >= 0 || folded.indexOf('人') >= 0 || folded.contains("他们")) surnamed(folded, found);
        if (!capital(folded)) return;
        take(LATIN, folded, found);
        Matcher both = LATIN_FIRST.matcher(folded);
        while (both.find())
            if (Surnames.frequent(folded.charAt(both.end("x") - 1)))
                found.add(Kind.NAME, both.start("x"), both.end("x"));
        Matcher m = FIRST_NAME.matcher(folded);
        while (m.find()) {
            String part = m.group("x") == null ? "y" : "x";
            found.add(Kind.NAME, m.start(part), m.end(part));
        }
    }

    private static boolean capital(String folded) {
        for (int i = 0; i + 1 < folded.length(); i++)
            if (folded.charAt(i) >= 'A' && folded.charAt(i) <= 'Z' && Character.isLowerCase(folded.charAt(i + 1)))
                return true;
        return false;
    }

    private static void surnamed(String folded, Findings found) {
        Matcher m = BY_AGE.matcher(folded);
        while (m.find())
            if (Surnames.single(folded.charAt(m.start("x")))) found.add(Kind.NAME, m.start("x"), m.end("x"));
    }

    private static void take(Pattern pattern, String folded, Findings found) {
        Matcher m = pattern.matcher(folded);
        while (m.find()) found.add(Kind.NAME, m.start("x"), m.end("x"));
    }
}
