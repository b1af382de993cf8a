package org.shouwen.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Doors that are told by the speaker's own: 楼上502, 对门1202, 楼下六零三的租户. Units know the building from the matter's place. */
final class NearDoors {
    private static final String ONE = "[一二三四五六七八九]";

    /** A floor and a room on it, no more than thirty: 502, 1203, 五零二; no telephone number of everybody's. */
    private static final String ROOM = "(?!1(?:10|19|20|22)(?!\\d))[1-9]\\d?[012]\\d|" + ONE + "[零〇]" + ONE + "|" + ONE
            + "?十?" + ONE + "?[零〇]" + ONE + "|" + ONE + "一[零〇一二三四五六七八九]";

    private static final String NEAR = "(?:楼上|楼下|隔壁|对门|对过|对屋|邻居|[我他她俺]家)(?:邻居|那户|那家|住户)?(?:就?是|住|的|家)?";

    private static final Pattern DOOR =
            Pattern.compile(NEAR + "\\s?(?<x>(?:" + ROOM + ")(?:号?室|号房?|户)?)(?![\\d零〇一二三四五六七八九十])" + Addresses.NO_COUNT
                    + "(?![-.~]\\d|\\s?(?:路|点|分|块|只|天(?!天)|度|线|层|楼|到|至|便利|铺|摊|档|柜|窗口|诊室|超市|医院|热线|电话))");

    private static final Pattern MORE = Pattern.compile("[、/和及](?:" + ROOM + ")(?:室|号|户)?(?!\\d)" + Addresses.NO_COUNT);

    private NearDoors() {}

    static void find(String folded, Findings found) {
        if (folded.indexOf('楼') < 0
                && folded.indexOf('对') < 0
                && folded.indexOf("隔壁") < 0
                && folded.indexOf('家') < 0
                && folded.indexOf("邻居") < 0) return;
        Matcher m = DOOR.matcher(folded);
        while (m.find()) {
            int end = m.end();
            Matcher more = MORE.matcher(folded).region(end, folded.length());
            while (more.lookingAt()) {
                end = more.end();
                more.region(end, folded.length());
            }
            found.addAddress(m.start("x"), end);
        }
    }
}
