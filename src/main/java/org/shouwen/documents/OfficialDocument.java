package org.shouwen.documents;

import static org.shouwen.documents.OfficialLines.RED;
import static org.shouwen.documents.OfficialLines.SIZE_2;
import static org.shouwen.documents.OfficialLines.SIZE_3;
import static org.shouwen.documents.OfficialLines.WIDTH;
import static org.shouwen.documents.OfficialLines.line;
import static org.shouwen.documents.OfficialLines.twips;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;

/**
 * A document as GB/T 9704-2012 lays it out: A4, a type area of 156 × 225 mm with 22 lines of 28 characters, red head and
 * line, title in size 2, body in FangSong size 3, the issuer centred over the date at the right below, with room for the
 * seal, and never alone on a page.
 *
 * @param issuer 发文机关标志, in red
 * @param number 发文字号, such as 督〔2026〕1号; empty: none
 * @param to 主送机关
 * @param paragraphs of the body
 * @param date in words, such as 2026年10月9日
 */
public record OfficialDocument(
        String issuer, String number, String title, String to, List<String> paragraphs, String signer, String date) {
    private static final int HEAD = 30;

    /** 35 mm in twentieths of a point. */
    private static final int ISSUER_BELOW_TOP = 1984;

    /** 一、… and （一）…: the first and second level of headings, when they stand on a line of their own. */
    private static final Pattern FIRST_LEVEL = Pattern.compile("[一二三四五六七八九十]+、[^。；！？]{1,40}");

    private static final Pattern SECOND_LEVEL = Pattern.compile("（[一二三四五六七八九十]+）[^。；！？]{1,40}");

    /** Characters of the signer's name on one line. */
    private static final int SIGNER = 26;

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
            PageFrame.set(doc);
            OfficialFonts.declare(doc);
            if (!mark.isEmpty()) PageFrame.mark(doc, mark);
            head(doc);
            for (String part : LineBreaks.of(title, WIDTH / SIZE_2 - 1))
                line(doc, ParagraphAlignment.CENTER, part, OfficialFonts.TITLE, SIZE_2, null);
            line(doc, ParagraphAlignment.CENTER, "", OfficialFonts.BODY, SIZE_3, null);
            line(doc, ParagraphAlignment.LEFT, to + "：", OfficialFonts.BODY, SIZE_3, null);
            body(doc);
            doc.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The issuer as large as it fits on one line, 35 mm below the top of the type area; two lines below it its number, 4 mm
     * over the red line; two lines below that the title (GB/T 9704-2012, 7.2).
     */
    private void head(XWPFDocument doc) {
        double wide = LineBreaks.width(issuer);
        int size = Math.clamp((int) Math.floor((WIDTH - 20) / wide), SIZE_2, HEAD);
        int above = ISSUER_BELOW_TOP;
        for (String part : LineBreaks.of(issuer, WIDTH / size)) {
            line(doc, ParagraphAlignment.CENTER, part, OfficialFonts.TITLE, size, RED)
                    .setSpacingBefore(above);
            above = 0;
        }
        if (!number.isEmpty()) blank(doc, 2);
        XWPFParagraph over = line(doc, ParagraphAlignment.CENTER, number, OfficialFonts.BODY, SIZE_3, null);
        CTBorder red = over.getCTP().getPPr().addNewPBdr().addNewBottom();
        red.setVal(STBorder.SINGLE);
        red.setColor(RED);
        red.setSz(java.math.BigInteger.valueOf(12)); // eighths of a point
        red.setSpace(java.math.BigInteger.valueOf(11)); // points: 4 mm
        blank(doc, 2);
    }

    private static void blank(XWPFDocument doc, int lines) {
        for (int i = 0; i < lines; i++) line(doc, ParagraphAlignment.CENTER, "", OfficialFonts.BODY, SIZE_3, null);
    }

    /** The last paragraph keeps with what stands below it, so that the date is never alone on a page. */
    private void body(XWPFDocument doc) {
        List<String> parts = new ArrayList<>();
        for (String text : paragraphs) parts.addAll(List.of(text.split("\n")));
        if (!parts.isEmpty()) parts.addAll(LastParagraph.of(parts.removeLast()));
        for (int i = 0; i < parts.size(); i++) {
            String font = font(parts.get(i));
            boolean heading = !font.equals(OfficialFonts.BODY);
            boolean last = i == parts.size() - 1;
            XWPFParagraph p = line(doc, ParagraphAlignment.BOTH, parts.get(i), font, SIZE_3, null);
            p.setIndentationFirstLine(twips(2));
            if (last ? LastParagraph.moves(parts.get(i)) : heading) p.setKeepNext(true);
        }
        for (int i = 0; i < 2; i++) // room for the seal, whose top stands within a line of the text
        line(doc, ParagraphAlignment.LEFT, "", OfficialFonts.BODY, SIZE_3, null).setKeepNext(true);
        signed(doc);
    }

    /** A heading stands in its own typeface, and with what it heads. */
    private static String font(String paragraph) {
        if (FIRST_LEVEL.matcher(paragraph).matches()) return OfficialFonts.HEADING;
        return SECOND_LEVEL.matcher(paragraph).matches() ? OfficialFonts.SECOND : OfficialFonts.BODY;
    }

    /** A long name stands on lines of nearly equal length, each centred over the date. */
    private void signed(XWPFDocument doc) {
        List<String> signers = LineBreaks.of(signer, SIGNER);
        double dates = LineBreaks.width(date);
        double widest = signers.stream().mapToDouble(LineBreaks::width).max().orElse(dates);
        double right = Math.max(4, (widest - dates) / 2); // four characters in, or more where the signer is long
        for (String part : signers) {
            XWPFParagraph by = line(doc, ParagraphAlignment.RIGHT, part, OfficialFonts.BODY, SIZE_3, null);
            by.setIndentationRight(twips(right + (dates - LineBreaks.width(part)) / 2));
            by.setKeepNext(true);
        }
        line(doc, ParagraphAlignment.RIGHT, date, OfficialFonts.BODY, SIZE_3, null)
                .setIndentationRight(twips(right));
    }
}
