package org.shouwen.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.identity.PersonalDataDetector.Kind;

/**
 * Names of another build than a family name and a given name: 测试李 and 测试张三, as people are entered while a city
 * learns the system, and whatever follows words that can only introduce a name (我叫大宝贝, 姓名：阿依古丽).
 */
final class MadeUpNames {
    private static final String HAN = "\\u4e00-\\u9fff";
    private static final String FAMILY = "[" + Surnames.SINGLE + "]";

    /** No part of a name. */
    private static final String NEVER = "的了是说不没来去过到他她它你我您在有就都要让把被给人车谁什怎啥匿无详知道保密同上";

    private static final Pattern TRIAL = Pattern.compile("(?<x>(?:测试|试用|示例|样例|演示)" + FAMILY + "[" + HAN + "&&[^" + NEVER
            + "反称报投举要先女电手]]{0,2})(?=[^" + HAN + "]|$|反映|反应|称|报|投诉|举报|要求|先生|女士|同志|师傅|电话|手机|[" + NEVER + "])");

    /** Where a trial's name stands behind what speaks of a person, or begins the words. */
    private static final Pattern OF_A_PERSON = Pattern.compile("(?:^|[,.，。;；:： ]|我是|我叫|本人|名叫|叫|姓名|[人员工户主任长师生友居民])$");

    private static final Pattern INTRODUCED =
            Pattern.compile("(?:(?<![把将骂喊听是于])我(?:名叫|的名字叫|的名字是|叫)|本人(?:名叫|叫)|姓名[:：]|名字(?:叫|是))" + "[,，: ]{0,2}(?<x>["
                    + HAN + "&&[^" + NEVER + "]]{2,4})(?=\\s*(?:$|[,.，。、；;:(\\[!\\d]|住|家住|电话|手机))");

    private MadeUpNames() {}

    static void find(String folded, Findings found) {
        for (Matcher m = TRIAL.matcher(folded); m.find(); ) {
            boolean person = OF_A_PERSON
                    .matcher(folded.substring(Math.max(0, m.start() - 4), m.start()))
                    .find();
            if (person && !thing(m.group("x").substring(2))) found.add(Kind.NAME, m.start("x"), m.end("x"));
        }
        if (folded.indexOf('名') < 0 && folded.indexOf('叫') < 0) return;
        for (Matcher m = INTRODUCED.matcher(folded); m.find(); ) {
            String name = m.group("x");
            if (!word(name) && !NameCues.says(name)) found.add(Kind.NAME, m.start("x"), m.end("x"));
        }
    }

    /** 测试路灯 tests a lamp. */
    private static boolean thing(String called) {
        return called.length() > 1 && (CommonThings.has(called.substring(0, 2)) || word(called));
    }

    /** Whether it is a word of the language: 我叫救护车 introduces nobody. */
    private static boolean word(String name) {
        int[] c = name.codePoints().toArray();
        int third = c.length > 2 ? c[2] : 0;
        int fourth = c.length > 3 ? c[3] : 0;
        return KnownWords.has(c[0], c[1], third, fourth);
    }
}
