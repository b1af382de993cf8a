package org.shouwen.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that lead to somebody's door: a compound, road or village with building and unit or room, or a place that
 * the words call a home. A building, a crossing or a street alone is where the matter is and stays readable.
 */
final class Addresses {
    static final String N = "(?:\\d{1,4}|[一二三四五六七八九十百零〇]{1,4}|[壹贰叁肆伍陆柒捌玖拾零]{1,4}(?!号(?![楼栋室房])))";
    private static final String BUILDING = "(?:(?<=[房舍院区厂村])" + N + "排|[a-z甲乙丙丁东西南北]?[- ]?" + N + "(?:[-.]" + N
            + ")?[a-z]?\\s?(?:号楼|号栋|号院|栋|幢|座|#楼?|号(?=\\s?" + N
            + "\\s?(?:单元|门)))|[a-z]\\d{0,2}(?:座|栋|幢|楼)|[丁工山一]字楼|(?<![a-z0-9])[a-z]\\d{1,2}(?=[- ])|" + N + "楼(?=\\s?"
            + N
            + "\\s?(?:单元|门洞|门[^口面前外])))";
    private static final String UNIT = "(?:[a-z甲乙丙丁东西南北中]|" + N + ")\\s?(?:单元|门洞|门栋|门(?![口面前外店卫])|梯(?!形|次|度))";
    private static final String FLOOR = "(?:" + N + "\\s?(?:楼|层)(?!住|以|高|的?楼)|[顶底][楼层])";
    static final String NO_COUNT = "(?!\\d|\\s?[年月元户套平米㎡人台次个%亩斤多万吨f余])(?!m2|\\s?(?:平方|多户|余户)|\\.\\d)";
    private static final String ROOM =
            "(?:\\d{2,4}[a-z]?(?:-\\d{1,2})?\\s?(?:号?室|号房|房(?![价产款])|号(?![楼线院栋]))|\\d号(?![楼线院栋门机户电])|(?<=[元门洞层]"
                    + " ?)\\d{3,4}户(?!业主|居民|人|家|住|都|的)|\\d(?: \\d){2,3}(?! ?\\d)|\\d{3,4}[a-z]?"
                    + NO_COUNT
                    + "|[一二三四五六七八九十零〇壹贰叁肆伍陆柒捌玖拾]{1,4}(?:号?室|号房|户(?=[,.，。])|号(?![楼线院]))|[一二三四五六七八九壹贰叁肆伍陆柒捌玖][零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]{2,3}(?![十百千万户月年多个楼层号栋]))";
    static final String SIDE = "(?:[东西南北中左右]{1,2}(?:门|户|侧|边|屋|手|室|厅)(?:[东西南北]户)?|中间户|对门|(?:对着|靠着?|挨着|冲着)[楼电]梯|把[边头])";
    private static final String HAND = "[东西南北中左右](?:门|户|手|屋)";
    static final String S = "[ 的,-]{0,2}";
    private static final String DASHED =
            "(?:(?<![a-z0-9])[a-z])?\\d{1,3}[甲乙丙丁]?(?:号楼?|栋|#)?[-#—/]\\d{1,3}(?:单元)?[-#—/](?!(?:19|20)\\d\\d)\\d{1,4}(?:[-#]\\d{1,4})?(?:号?室|号|户|房)?(?!\\d|[-.]\\d)";

    private static final String DOOR = "(?:" + BUILDING + S + UNIT + "(?:" + S + FLOOR + ")?(?:" + S + "(?:门口)?" + ROOM
            + ")?(?:" + S + SIDE + ")?|" + BUILDING
            + "[ ,-]{0,2}(?:" + FLOOR + S + ")?" + ROOM + "(?:" + S + SIDE + ")?|" + BUILDING
            + "[ -]?\\d{1,2}-\\d{3,4}(?!\\d|[-.年月])|" + BUILDING + S + FLOOR + S
            + SIDE + "|" + BUILDING + S + "(?:半?地下室|阁楼|[东西]厢房?|正房|门房|车库" + N + "号)|" + UNIT + S + HAND + "|" + UNIT + S
            + "(?:" + FLOOR + S
            + ")?" + ROOM + "(?:" + S + SIDE + ")?|" + UNIT + S + FLOOR + S + SIDE + ")";

    private static final Pattern DOORS = Pattern.compile(
            "(?<![\\d.])(?=[\\da-z甲乙丙丁东西南北中一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾][^,.，。;!\\n]{0,7}?[栋幢座元楼门号院排#-])(?:" + DOOR + "|(?<d>"
                    + DASHED + "))",
            Pattern.CASE_INSENSITIVE);

    private static final String COMPOUND =
            "小区|社区|花园|家园|公寓|大厦|广场|名苑|新村|新城|别墅|山庄|宿舍|家属楼|家属院|大院|雅苑|嘉园|华庭|华府|豪庭|公馆|国际|名都|府邸|庄园|安置房|廉租房|回迁楼|筒子楼|平房|胡同|[路街巷里弄道苑园城庭府湾轩阁居郡邸院墅]";

    /** Building and room without a unit stand by themselves only where they go with a compound. */
    private static final Pattern ROOM_IN = Pattern.compile(
            "(?:" + COMPOUND + "|(?<!房)号)\\s?(?<x>(?:" + N + "(?:-" + N
                    + ")?\\s?(?:号楼?|栋|#)[- ]?)?[a-z]?\\d{1,2}-\\d{3,4}(?!\\d|[-.年月元户套平米人]\\d?)(?:室|号|户|房)?|(?:" + FLOOR
                    + "\\s?)?\\d{3,4}(?:室|号房|房间|房(?![价产款]))|" + FLOOR + "\\s?\\d{3,4}" + NO_COUNT + "|" + FLOOR
                    + "[东西南北中](?:门|户|屋|侧|手)?(?=[,.，。; 的]|$))",
            Pattern.CASE_INSENSITIVE);

    /** Where the words before a place end. */
    private static final Pattern BEFORE_PLACE = Pattern.compile(
            ".*(?:位于|地处|坐落于|座落于|住在|家住|居住|居住在|现住|我住|租住|地址|住址|我是|本人是|就是|我家在|家在|家是|我家|我们家|送到|来到|搬到|寄到|本人|我们|今天|昨天|业主是|[:,;。!?？，]|(?<![小][区])(?<![园苑村街院楼里号])的|了|[是我您你他她]|(?<![所现])在(?!水一方)|[去到于系从把])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OFFICE = Pattern.compile(
            "(?:局|(?<![大号]|家属)院|(?:法|审判|仲裁|民事|刑事|第[一二三四五六七八九十])庭|厅|处|大厅|政府|医院|法院|学校|大学|学院|教学楼|办公楼|办公室|会议|委员会|委会|卫生院|服务站|营业厅|派出所|中心|机房|教室|酒店|宾馆|(?:^|[省市县州])[a-z]\\d{1,2}区?)$",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 34;

    private Addresses() {}

    static void find(String folded, Findings found) {
        if (folded.chars().noneMatch(c -> Folded.digit((char) c) >= 0 || "十组屯队院堡沟岭甸头里".indexOf(c) >= 0)) return;
        Homes.find(folded, found);
        Villages.find(folded, found);
        NearDoors.find(folded, found);
        Matcher m = DOORS.matcher(folded);
        int from = 0;
        while (from < folded.length() && m.find(from)) {
            int start = start(folded, m.start(), LONGEST);
            String place = folded.substring(start, m.start()).strip();
            int end = others(folded, m.end());
            if (holds(folded, m, place) && !shared(folded, m)) found.addAddress(start, end);
            from = end;
        }
        if (folded.chars().noneMatch(c -> "室房-楼层".indexOf(c) >= 0)) return;
        Matcher r = ROOM_IN.matcher(folded);
        while (r.find()) {
            int start = start(folded, r.start("x"), LONGEST);
            String place = folded.substring(start, r.start("x"));
            if (place.length() >= 3
                    && !OFFICE.matcher(place).find()
                    && !STALL.matcher(folded).region(r.end(), folded.length()).lookingAt())
                found.addAddress(start, r.end());
        }
    }

    /** Where an address ends that names more rooms: 601、602. */
    private static int others(String folded, int end) {
        Matcher more = MORE.matcher(folded).region(end, folded.length());
        boolean room = folded.charAt(end - 1) == '室' || Folded.digit(folded.charAt(end - 1)) >= 0;
        return room && more.lookingAt() ? more.end() : end;
    }

    private static boolean holds(String folded, Matcher m, String place) {
        boolean named = place.codePointCount(0, place.length()) >= 2;
        if (m.group("d") != null)
            return (named && (endsInCompound(place) || roomed(m.group("d"), place)))
                    || (inhabited(folded, m.end()) && !NUMBERED.matcher(place).find());
        if (OFFICE.matcher(place).find() && !m.group().contains("单元")) return false;
        return named || exact(m.group());
    }

    private static final Pattern SHARED = Pattern.compile("的?(?:整个单元|全单元|整单元|电梯|楼道灯|楼道(?:里|内)?的灯|楼道照明|单元门|门禁|对讲)");

    private static final Pattern STALL = Pattern.compile("号?(?:铺位|摊位|档口|柜台|展位|诊室|窗口|摊床|床位)");

    /** 15栋3单元整个单元停电: what all of a staircase share is where the matter is, and nobody's door. */
    private static boolean shared(String folded, Matcher m) {
        String door = m.group();
        if (STALL.matcher(folded).region(m.end(), folded.length()).lookingAt()) return true;
        return (door.endsWith("单元") || door.endsWith("门洞"))
                && SHARED.matcher(folded).region(m.end(), folded.length()).lookingAt();
    }

    private static final Pattern ROOMED = Pattern.compile("\\d{1,2}[-#—/]\\d{1,2}[-#—/][1-3]?\\d[0-3]\\d(?:号?室|号|户)?");
    private static final Pattern ESTATE = Pattern.compile("(?:^|[^\\u4e00-\\u9fff])[\\u4e00-\\u9fff]{3,8}$");
    private static final Pattern PAPER = Pattern.compile("[号码表卡证单款型期间约费文条版楼部层线]$|合同|编|账户");

    /** Building, unit and room behind what can be an estate's name, though no word of it says so: 锦绣江山7-2-1201. */
    private static boolean roomed(String door, String place) {
        return ROOMED.matcher(door).matches()
                && ESTATE.matcher(place).find()
                && !PAPER.matcher(place).find();
    }

    private static final Pattern MORE = Pattern.compile("(?:[、/和及]\\d{3,4}室?(?!\\d)" + NO_COUNT + ")+");

    private static final Pattern COMPOUND_END = Pattern.compile(
            "(?:" + COMPOUND + "|[村镇乡区楼栋期号座])[\\d一二三四五六七八九十a-z]{0,3}(?:期|区)?$", Pattern.CASE_INSENSITIVE);

    /** A room, or what somebody pays by: 供暖卡号03-11-0208. */
    private static final Pattern NUMBERED = Pattern.compile("[房卡户编账单表码证序]号$");

    private static final Pattern INHABITED = Pattern.compile("住的|的?(?:住户|业主|邻居|租户|租客|人家)|家(?![0-9])");

    /** 6-2-302住的: nobody lives in a number that is something else. */
    private static boolean inhabited(String folded, int end) {
        return INHABITED.matcher(folded).region(end, folded.length()).lookingAt();
    }

    private static boolean endsInCompound(String place) {
        return COMPOUND_END.matcher(place).find() && !NUMBERED.matcher(place).find();
    }

    private static final Pattern EXACT_DOOR = Pattern.compile(
            "[栋楼幢座#].*(?:室|号房|房|[东西南北]户)|[栋楼幢座#].*(?:单元|门).*\\d{2,4}|单元.*(?:室|房|\\d{3,4})|单元.*[楼层].*(?:[东西南北中左右](?:门|户|手|屋)|梯)");

    /** Building, unit and room: a door even where the words leave out of which compound. */
    private static boolean exact(String door) {
        return EXACT_DOOR.matcher(door).find();
    }

    /**
     * Where the place begins that a door belongs to.
     *
     * @param longest characters that it may have
     */
    static int start(String folded, int door, int longest) {
        int from = door;
        while (from > 0 && door - from < longest) {
            int phase = from > 4 && folded.charAt(from - 1) == ')' ? folded.lastIndexOf('(', from - 2) : -1;
            if (phase > from - 7 && phase > 0 && "期区".indexOf(folded.charAt(from - 2)) >= 0) from = phase;
            else if (place(folded, from - 1)) from--;
            else break;
        }
        Matcher m = BEFORE_PLACE.matcher(folded).region(from, door);
        if (m.lookingAt()) from = m.end();
        while (from < door && (folded.charAt(from) == ' ' || lives(folded, from))) from++;
        return from;
    }

    private static boolean lives(String folded, int i) {
        return folded.charAt(i) == '住' && i + 1 < folded.length() && "宅房院户建".indexOf(folded.charAt(i + 1)) < 0;
    }

    private static boolean place(String folded, int i) {
        char c = folded.charAt(i);
        if (c >= 0x4e00 && c <= 0x9fff) return true;
        if (c == '·' || c == '-' || c == '#' || (c >= '0' && c <= '9') || Character.isLetter(c)) return true;
        return c == ' ' && i > 0 && "省市区县镇乡街路道村里苑园院号楼栋组庭城府".indexOf(folded.charAt(i - 1)) >= 0;
    }
}
