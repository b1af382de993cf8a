package org.shouwen.identity;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.identity.PersonalDataDetector.Kind;

/** A family name and what somebody is called for (栾大胖子, 谷老歪, 宋二楞), and names with the family name last (国强王). */
final class Nicknames {
    private static final String HAN = "\\u4e00-\\u9fff";

    private static final Pattern NICKNAME = Pattern.compile("(?<x>[" + HAN
            + "](?:[大小老二三四五六](?:胖子?|瘸子?|瞎子|麻子|秃子|傻子|驴子|愣子?|楞子?|疤瘌|拐子|哑巴|罗锅|个子|赖子|蛮子|豁牙|脑袋|倔子|狗子|柱子|锁子|嘎子|黑子)|[大小二三四五六]虎子?(?!之)|[大老二三](?:歪|嘴|炮|牙|眼|蔫儿?|埋汰|抠|个儿|嘞嘞)|大(?:拿|明白|忽悠)|(?:胖子|瘸子|麻子|秃子|瞎子|哑巴|罗锅|豁牙|半仙)|[二三四五六]儿(?![童子女歌])))(?!["
            + HAN
            + "&&[大]])");

    /** Characters that are family names and something else where such words follow: 变成胖子, 高三儿, 周三儿. */
    private static final BitSet OTHERWISE = characters("成当于从有和为是毛石白黄黑高平安方时常来周初年满");

    private static final BitSet NEVER = characters("成当从有年第初区");

    private static final Pattern REVERSED = Pattern.compile("(?:名字是|名字叫|姓名是?|我叫|名叫|登记的是|写的是|签的是)[:\"“ ]?(?<x>[" + HAN
            + "&&[^的我你他她它是不没什怎谁这那]]{2}[" + HAN + "])(?=[\"”,.，。;、)]|$)");

    /** As in a form, at the beginning of what is said: 毕业,男,四十五岁. */
    private static final Pattern FORM = Pattern.compile("(?:^|(?<=[。;\\n]))(?<x>[" + HAN
            + "]{2,3})(?=[,，、 ](?:(?:男|女)[,，、 。;]|原(?![来本因先则告料装价定])|系[\\u4e00-\\u9fff]|现年|今年\\d))");

    private Nicknames() {}

    private static BitSet characters(String all) {
        BitSet set = new BitSet();
        all.chars().forEach(set::set);
        return set;
    }

    static void find(String folded, Findings found) {
        if (said(folded)) nicknames(folded, found);
        if (FORMS.matcher(folded).find()) {
            Matcher form = FORM.matcher(folded);
            while (form.find())
                if (Surnames.single(folded.charAt(form.start("x")))
                        && (folded.startsWith("男", form.end("x") + 1)
                                || folded.startsWith("女", form.end("x") + 1)
                                || !word(form.group("x")))) found.add(Kind.NAME, form.start("x"), form.end("x"));
        }
        if (folded.indexOf('名') < 0 && folded.indexOf('叫') < 0 && folded.indexOf('是') < 0) return;
        Matcher r = REVERSED.matcher(folded);
        while (r.find())
            if (Surnames.frequent(folded.charAt(r.end("x") - 1))) found.add(Kind.NAME, r.start("x"), r.end("x"));
    }

    private static final Pattern FORMS = Pattern.compile("[,，、 ](?:男|女|原|系|现年|今年)");

    private static boolean word(String name) {
        int last = name.length() > 2 ? name.charAt(2) : 0;
        return KnownWords.has(name.charAt(0), name.charAt(1), last, 0)
                || KnownWords.has(name.charAt(0), name.charAt(1), 0, 0)
                || (last != 0 && KnownWords.has(name.charAt(1), last, 0, 0));
    }

    private static final BitSet SAID = characters("胖瘸瞎麻秃傻驴愣楞虎疤歪拐哑罗个嘴炮牙眼赖蔫蛮豁拿忽明嘞脑埋倔抠鬼狗柱锁嘎黑半儿");

    /** Hardly any text has such a word behind a family name, and the pattern costs more than this. */
    private static boolean said(String folded) {
        for (int i = 1; i < folded.length(); i++)
            if (SAID.get(folded.charAt(i))
                    && (Surnames.single(folded.charAt(i - 1)) || (i > 1 && Surnames.single(folded.charAt(i - 2)))))
                return true;
        return false;
    }

    private static void nicknames(String folded, Findings found) {
        Matcher m = NICKNAME.matcher(folded);
        int from = 0;
        while (from < folded.length() && m.find(from)) {
            int at = m.start("x");
            char c = folded.charAt(at);
            boolean marked = "大小老二三四五六".indexOf(folded.charAt(at + 1)) >= 0
                    && !m.group("x").endsWith("儿");
            boolean holds = Surnames.single(c) && !NEVER.get(c) && (marked || !OTHERWISE.get(c));
            if (holds) found.add(Kind.NAME, at, m.end("x"));
            from = holds ? m.end("x") : at + 1;
        }
    }
}
