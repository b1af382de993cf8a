package org.shouwen.documents;

import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** A4 with a type area of 156 × 225 mm, and page numbers outside below it (GB/T 9704-2012, 5.1, 7.5). */
final class PageFrame {
    private static final int SIZE_4 = 14;

    private PageFrame() {}

    static void set(XWPFDocument doc) {
        CTSectPr section = doc.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(twips(210));
        size.setH(twips(297));
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(twips(37));
        margin.setBottom(twips(35));
        margin.setLeft(twips(28));
        margin.setRight(twips(26));
        margin.setHeader(twips(15));
        margin.setFooter(twips(23)); // the number stands 7 mm below the type area
        doc.setEvenAndOddHeadings(true);
        number(doc, HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
        number(doc, HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
    }

    /** — 1 —, one character in from the outer edge. */
    private static void number(XWPFDocument doc, HeaderFooterType pages, ParagraphAlignment outer) {
        XWPFParagraph p = doc.createFooter(pages).createParagraph();
        p.setAlignment(outer);
        if (outer == ParagraphAlignment.RIGHT) p.setIndentationRight(SIZE_4 * 20);
        else p.setIndentationLeft(SIZE_4 * 20);
        run(p).setText("— ");
        p.getCTP().addNewFldSimple().setInstr("PAGE");
        XWPFRun number =
                new XWPFRun(p.getCTP().getFldSimpleArray(0).addNewR(), (org.apache.poi.xwpf.usermodel.IRunBody) p);
        styled(number).setText("1");
        run(p).setText(" —");
    }

    private static XWPFRun run(XWPFParagraph p) {
        return styled(p.createRun());
    }

    private static XWPFRun styled(XWPFRun run) {
        run.setFontFamily(OfficialFonts.NUMBERS, XWPFRun.FontCharRange.eastAsia);
        run.setFontFamily(OfficialFonts.NUMBERS, XWPFRun.FontCharRange.ascii);
        run.setFontFamily(OfficialFonts.NUMBERS, XWPFRun.FontCharRange.hAnsi);
        run.setFontSize(SIZE_4);
        return run;
    }

    /** On top of every page, such as who made it and when. */
    static void mark(XWPFDocument doc, String mark) {
        for (HeaderFooterType pages : new HeaderFooterType[] {HeaderFooterType.DEFAULT, HeaderFooterType.EVEN}) {
            XWPFParagraph p = doc.createHeader(pages).createParagraph();
            p.setAlignment(ParagraphAlignment.RIGHT);
            XWPFRun run = p.createRun();
            run.setText(mark);
            run.setFontFamily(OfficialFonts.BODY, XWPFRun.FontCharRange.eastAsia);
            run.setFontSize(10);
            run.setColor("808080");
        }
    }

    private static BigInteger twips(double millimetres) {
        return BigInteger.valueOf(Math.round(millimetres / 25.4 * 1440));
    }
}
