package org.shouwen.identity;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How identity is shown to those who need not know it: enough to recognise, too little to find the person. */
final class Masks {
    static final Set<String> COMPOUND_SURNAMES = Set.of(
            "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文", "司徒", "夏侯", "轩辕", "端木", "南宫", "独孤",
            "申屠", "公冶", "百里", "呼延", "闻人", "赫连", "澹台", "拓跋", "太史", "淳于", "单于", "东郭", "西门", "司空", "鲜于", "万俟", "濮阳", "仲孙",
            "钟离", "公羊", "闾丘", "颛孙", "司寇", "巫马", "梁丘", "左丘");

    private Masks() {}

    /** 王小明 → 王**, 李明 → 李*, 欧阳修文 → 欧阳**, John Smith → J***. */
    static String name(String name) {
        int[] c = name.codePoints().toArray();
        if (c.length == 0) return "";
        if (!Character.isIdeographic(c[0])) return Character.toString(c[0]) + "***";
        boolean compound = c.length > 2 && COMPOUND_SURNAMES.contains(new String(c, 0, 2));
        int surname = compound ? 2 : 1;
        return new String(c, 0, surname) + "*".repeat(Math.clamp(c.length - surname, 1, 2));
    }

    /** 13812341234 → 138****1234, 04152341234 → 0415-***1234, 12345 → 1***5, +85291234567 → +85***67. */
    static String phone(String main) {
        int n = main.length();
        if (main.startsWith("+")) return main.substring(0, 3) + "***" + main.substring(n - 2);
        if (main.startsWith("0")) {
            int area = main.startsWith("010") || main.startsWith("02") ? 3 : 4;
            return main.substring(0, area) + "-***" + main.substring(n - 4);
        }
        if (n >= 10) return main.substring(0, 3) + "****" + main.substring(n - 4);
        if (n >= 7) return "***" + main.substring(n - 4);
        return main.charAt(0) + "***" + main.charAt(n - 1);
    }

    /** The first characters tell the district; the rest is the person's. */
    static String address(String address) {
        int shown = Math.min(3, address.codePointCount(0, address.length()) / 2);
        return address.isEmpty() ? "" : address.substring(0, address.offsetByCodePoints(0, shown)) + "***";
    }

    /** Where the exact part of an address begins: number, building, unit. */
    private static final Pattern DOOR =
            Pattern.compile("[A-Za-z]?[- ]?\\d|[一二三四五六七八九十]{1,3} ?(?:号|栋|幢|座|楼|单元|期|组|门|区)|[A-Za-z](?:座|栋|幢|楼)");

    /** District, street and compound tell where to look; whose door it is stays away. */
    static String door(String address) {
        Matcher m = DOOR.matcher(address);
        String shown = m.find()
                ? address.substring(0, m.start()).strip()
                : address(address).replace("***", "");
        return shown + "***";
    }
}
