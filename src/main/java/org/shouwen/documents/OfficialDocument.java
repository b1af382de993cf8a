package org.shouwen.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/**
 * A document as GB/T 9704-2012 lays it out: A4, a type area of 156 × 225 mm, red head and line, title in size 2, body
 * in FangSong size 3 with 22 lines a page, the issuer and the date at the right below.
 *
 * @param issuer 发文机关标志, in red
 * @param number 发文字号, such as 督〔2026〕1号
 * @param to 主送机关
 * @param paragraphs of the body
 * @param date in words, such as 2026年10月9日
 */
public record OfficialDocument(
        String issuer, String number, String title, String to, List<String> paragraphs, String signer, String date) {
    private static final String BODY = "仿宋";
    private static final String TITLE = "方正小标宋简体";
    private static final String RED = "C8102E";
    private static final int SIZE_2 = 22;
    private static final int SIZE_3 = 16;
    /** 225 mm in 22 lines, in points. */
    private static final double LINE = 29;

    public OfficialDocument {
        paragraphs = List.copyOf(paragraphs);
    }

    /** As docx. */
    public byte[] docx() {
        return docx("");
    }

    /** @param mark on top of every page, such as who made it and when; empty: none */
    public byte[] docx(String mark) {
        try (XWPFDocument doc = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            page(doc);
            if (!mark.isEmpty()) header(doc, mark);
            line(doc, ParagraphAlignment.CENTER, issuer, TITLE, 30, RED);
            line(doc, ParagraphAlignment.CENTER, number, BODY, SIZE_3, null).setBorderBottom(Borders.SINGLE);
            line(doc, ParagraphAlignment.CENTER, "", BODY, SIZE_3, null);
            line(doc, ParagraphAlignment.CENTER, title, TITLE, SIZE_2, null);
            line(doc, ParagraphAlignment.CENTER, "", BODY, SIZE_3, null);
            line(doc, ParagraphAlignment.LEFT, to + "：", BODY, SIZE_3, null);
            for (String text : paragraphs) {
                for (String part : text.split("\n")) {
                    line(doc, ParagraphAlignment.BOTH, part, BODY, SIZE_3, null)
                            .setIndentationFirstLine(2 * SIZE_3 * 20);
                }
            }
            line(doc, ParagraphAlignment.LEFT, "", BODY, SIZE_3, null);
            line(doc, ParagraphAlignment.RIGHT, signer, BODY, SIZE_3, null).setIndentationRight(2 * SIZE_3 * 20);
            line(doc, ParagraphAlignment.RIGHT, date, BODY, SIZE_3, null).setIndentationRight(4 * SIZE_3 * 20);
            doc.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void page(XWPFDocument doc) {
        CTSectPr section = doc.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(twips(210));
        size.setH(twips(297));
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(twips(37));
        margin.setBottom(twips(35));
        margin.setLeft(twips(28));
        margin.setRight(twips(26));
    }

    private static void header(XWPFDocument doc, String mark) {
        XWPFParagraph p = doc.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        p.setAlignment(ParagraphAlignment.RIGHT);
        XWPFRun run = p.createRun();
        run.setText(mark);
        run.setFontFamily(BODY, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(10);
        run.setColor("808080");
    }

    private static XWPFParagraph line(
            XWPFDocument doc,
            ParagraphAlignment alignment,
            String text,
            String font,
            int points,
            @org.jspecify.annotations.Nullable String colour) {
        XWPFParagraph p = doc.createParagraph();
        p.setAlignment(alignment);
        p.setSpacingBetween(Math.max(LINE, points * 1.4), LineSpacingRule.EXACT);
        XWPFRun run = p.createRun();
        run.setText(text);
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.ascii);
        run.setFontSize(points);
        if (colour != null) run.setColor(colour);
        return p;
    }

    private static BigInteger twips(double millimetres) {
        return BigInteger.valueOf(Math.round(millimetres / 25.4 * 1440));
    }
}
