package org.shouwen.documents;

import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;

/** Lines of the type area: 22 on a page, 28 characters of size 3 in each (GB/T 9704-2012, 5.2). */
final class OfficialLines {
    static final String RED = "C8102E";
    static final int SIZE_2 = 22;
    static final int SIZE_3 = 16;
    static final int SIZE_4 = 14;

    /** 225 mm in 22 lines are 28.99 points; at 29 the last of them does not fit any more. */
    static final double LINE = 28.95;

    /** 156 mm in points. */
    static final double WIDTH = 442.2;

    /** Twentieths of a point by which characters of size 3 move together, so that 28 of them fill a line. */
    private static final int CLOSER = -5;

    private static final double CHARACTER = SIZE_3 + CLOSER / 20.0;

    private OfficialLines() {}

    /** @param characters of size 3 */
    static int twips(double characters) {
        return (int) Math.round(Math.max(0, characters) * CHARACTER * 20);
    }

    static XWPFParagraph line(
            XWPFDocument doc,
            ParagraphAlignment alignment,
            String text,
            String font,
            int points,
            @Nullable String colour) {
        XWPFParagraph p = doc.createParagraph();
        p.setAlignment(alignment);
        p.setSpacingBetween(Math.max(LINE, points * 1.4), LineSpacingRule.EXACT);
        // no wider gap between Chinese and digits: a line holds 28 characters whatever they are
        CTPPr properties = p.getCTP().getPPr();
        properties.addNewAutoSpaceDE().setVal(false);
        properties.addNewAutoSpaceDN().setVal(false);
        run(p, text, font, points, colour);
        return p;
    }

    static XWPFRun run(XWPFParagraph p, String text, String font, int points, @Nullable String colour) {
        XWPFRun run = p.createRun();
        String[] parts = text.split("\t", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) run.addTab();
            run.setText(parts[i], i);
        }
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.ascii);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.hAnsi);
        run.setFontSize(points);
        if (points == SIZE_3) run.setCharacterSpacing(CLOSER);
        if (colour != null) run.setColor(colour);
        return run;
    }
}
