package org.shouwen.documents;

import static org.shouwen.documents.OfficialLines.RED;
import static org.shouwen.documents.OfficialLines.SIZE_2;
import static org.shouwen.documents.OfficialLines.SIZE_3;
import static org.shouwen.documents.OfficialLines.SIZE_4;
import static org.shouwen.documents.OfficialLines.WIDTH;
import static org.shouwen.documents.OfficialLines.line;
import static org.shouwen.documents.OfficialLines.twips;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;

/**
 * A brief (简报) on the page and in the type of GB/T 9704-2012: red name, its number, who edits it and when over the red
 * line; title and body; to whom it goes between two black lines at the end (版记, 7.4).
 *
 * @param name such as 政务便民服务诉求周报, in red
 * @param issue such as 第47期
 * @param date in words
 * @param to who gets it; empty: nobody is named
 */
public record OfficialBrief(
        String name, String issue, String editor, String date, String title, List<Block> body, String to) {
    private static final int HEAD = 42;

    public OfficialBrief {
        body = List.copyOf(body);
    }

    /** As docx. */
    public byte[] docx() {
        try (XWPFDocument doc = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PageFrame.set(doc);
            OfficialFonts.declare(doc);
            head(doc);
            for (String part : LineBreaks.of(title, WIDTH / SIZE_2 - 1))
                line(doc, ParagraphAlignment.CENTER, part, OfficialFonts.TITLE, SIZE_2, null);
            line(doc, ParagraphAlignment.CENTER, "", OfficialFonts.BODY, SIZE_3, null);
            BlockWriter.write(doc, body);
            foot(doc);
            doc.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void head(XWPFDocument doc) {
        int size = Math.clamp((int) Math.floor((WIDTH - 20) / LineBreaks.width(name)), SIZE_2, HEAD);
        line(doc, ParagraphAlignment.CENTER, name, OfficialFonts.TITLE, size, RED);
        line(doc, ParagraphAlignment.CENTER, issue, OfficialFonts.BODY, SIZE_3, null);
        XWPFParagraph over = line(doc, ParagraphAlignment.LEFT, editor + "\t" + date, OfficialFonts.BODY, SIZE_3, null);
        over.setIndentationLeft(twips(1));
        over.setIndentationRight(twips(1));
        rightTab(over, twips(27));
        border(over.getCTP().getPPr().addNewPBdr().addNewBottom(), RED, 12);
        line(doc, ParagraphAlignment.CENTER, "", OfficialFonts.BODY, SIZE_3, null);
    }

    /** Printed on the last page, in size 4, one character in on both sides. */
    private void foot(XWPFDocument doc) {
        line(doc, ParagraphAlignment.LEFT, "", OfficialFonts.BODY, SIZE_3, null).setKeepNext(true);
        if (!to.isEmpty()) {
            XWPFParagraph p = small(doc, "报送：" + to + "。");
            p.setKeepNext(true);
            border(p.getCTP().getPPr().addNewPBdr().addNewTop(), "000000", 8);
        }
        XWPFParagraph by = small(doc, editor + "\t" + date + "印发");
        rightTab(by, twips(27));
        org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPBdr lines =
                by.getCTP().getPPr().addNewPBdr();
        border(lines.addNewTop(), "000000", to.isEmpty() ? 8 : 6);
        border(lines.addNewBottom(), "000000", 8);
    }

    private static XWPFParagraph small(XWPFDocument doc, String text) {
        XWPFParagraph p = line(doc, ParagraphAlignment.LEFT, text, OfficialFonts.BODY, SIZE_4, null);
        p.setIndentationLeft(twips(1));
        p.setIndentationRight(twips(1));
        return p;
    }

    private static void border(CTBorder line, String colour, int eighths) {
        line.setVal(STBorder.SINGLE);
        line.setColor(colour);
        line.setSz(java.math.BigInteger.valueOf(eighths));
        line.setSpace(java.math.BigInteger.valueOf(4));
    }

    private static void rightTab(XWPFParagraph p, int at) {
        CTTabStop tab = p.getCTP().getPPr().addNewTabs().addNewTab();
        tab.setVal(STTabJc.RIGHT);
        tab.setPos(java.math.BigInteger.valueOf(at));
    }
}
