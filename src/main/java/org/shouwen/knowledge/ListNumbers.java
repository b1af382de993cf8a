package org.shouwen.knowledge;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumPr;

/**
 * Numbers that a word processor counts and shows before a paragraph (第一条, 一、, （二）, 1.2) and that are no part of its text
 * (ISO/IEC 29500-1, 17.9). One for each document; paragraphs are asked in their order.
 */
final class ListNumbers {
    private static final int LEVELS = 9;
    private final XWPFDocument document;

    /** By the definition of the list: how far each level has come; 0 where it has not begun. */
    private final Map<BigInteger, int[]> counted = new HashMap<>();

    /** Lists that begin anew and have done so. */
    private final Map<BigInteger, Boolean> begun = new HashMap<>();

    ListNumbers(XWPFDocument document) {
        this.document = document;
    }

    /** What stands before the paragraph, with the tab or blank behind it as a blank; empty for one without a number. */
    String before(XWPFParagraph paragraph) {
        CTNumPr numbered = numbered(paragraph);
        if (numbered == null || numbered.getNumId() == null || document.getNumbering() == null) return "";
        var list = document.getNumbering().getNum(numbered.getNumId().getVal());
        if (list == null) return "";
        var abstractList = document.getNumbering()
                .getAbstractNum(list.getCTNum().getAbstractNumId().getVal());
        if (abstractList == null) return "";
        int level = numbered.getIlvl() == null ? 0 : numbered.getIlvl().getVal().intValue();
        return level < 0 || level >= LEVELS ? "" : shown(list.getCTNum(), abstractList.getCTAbstractNum(), level);
    }

    private String shown(CTNum list, CTAbstractNum levels, int level) {
        CTLvl at = level(levels, level);
        if (at == null || at.getLvlText() == null) return "";
        int[] count = counted.computeIfAbsent(levels.getAbstractNumId(), _ -> new int[LEVELS]);
        if (begun.put(list.getNumId(), true) == null)
            for (CTNumLvl own : list.getLvlOverrideArray())
                if (own.getStartOverride() != null)
                    count[own.getIlvl().intValue()] =
                            own.getStartOverride().getVal().intValue() - 1;
        count[level] = count[level] == 0 ? start(at) : count[level] + 1;
        for (int deeper = level + 1; deeper < LEVELS; deeper++) count[deeper] = 0;
        String text = at.getLvlText().getVal();
        for (int l = 0; l <= level; l++) {
            CTLvl one = level(levels, l);
            int number = count[l] == 0 && one != null ? start(one) : count[l];
            text = text.replace("%" + (l + 1), Counting.of(format(one)).write(number));
        }
        return bullet(at) || text.isEmpty() ? "" : text + " ";
    }

    private static boolean bullet(CTLvl level) {
        return "bullet".equals(format(level)) || "none".equals(format(level));
    }

    private static String format(@Nullable CTLvl level) {
        return level == null || level.getNumFmt() == null
                ? "decimal"
                : level.getNumFmt().getVal().toString();
    }

    private static int start(CTLvl level) {
        return level.getStart() == null ? 1 : level.getStart().getVal().intValue();
    }

    private static @Nullable CTLvl level(CTAbstractNum levels, int wanted) {
        for (CTLvl level : levels.getLvlArray()) if (level.getIlvl().intValue() == wanted) return level;
        return null;
    }

    /** The paragraph's own, or its style's. */
    private @Nullable CTNumPr numbered(XWPFParagraph paragraph) {
        var own = paragraph.getCTP().getPPr();
        if (own != null && own.getNumPr() != null) return own.getNumPr();
        XWPFStyle style = paragraph.getStyleID() == null || document.getStyles() == null
                ? null
                : document.getStyles().getStyle(paragraph.getStyleID());
        return style == null || style.getCTStyle().getPPr() == null
                ? null
                : style.getCTStyle().getPPr().getNumPr();
    }
}
