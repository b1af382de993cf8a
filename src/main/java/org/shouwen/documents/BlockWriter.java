package org.shouwen.documents;

import static org.shouwen.documents.OfficialLines.SIZE_3;
import static org.shouwen.documents.OfficialLines.SIZE_4;
import static org.shouwen.documents.OfficialLines.WIDTH;
import static org.shouwen.documents.OfficialLines.line;
import static org.shouwen.documents.OfficialLines.run;
import static org.shouwen.documents.OfficialLines.twips;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** Writes the blocks of a body one below the other. */
final class BlockWriter {
    /** Text of cells and captions. */
    private static final int SMALL = 12;

    private static final int TWIPS = 20;

    private BlockWriter() {}

    static void write(XWPFDocument doc, List<Block> body) throws IOException {
        for (Block block : body) {
            switch (block) {
                case Block.Heading h -> heading(doc, h);
                case Block.Paragraph p -> paragraph(doc, p.text());
                case Block.Grid g -> grid(doc, g);
                case Block.Picture p -> picture(doc, p);
            }
        }
    }

    private static void heading(XWPFDocument doc, Block.Heading h) {
        String font = h.level() == 1 ? OfficialFonts.HEADING : OfficialFonts.SECOND;
        XWPFParagraph p = line(doc, ParagraphAlignment.LEFT, h.text(), font, SIZE_3, null);
        p.setIndentationFirstLine(twips(2));
        p.setKeepNext(true);
    }

    private static void paragraph(XWPFDocument doc, String text) {
        for (String part : text.split("\n"))
            line(doc, ParagraphAlignment.BOTH, part, OfficialFonts.BODY, SIZE_3, null)
                    .setIndentationFirstLine(twips(2));
    }

    private static XWPFParagraph caption(XWPFDocument doc, String text) {
        return line(doc, ParagraphAlignment.CENTER, text, OfficialFonts.HEADING, SIZE_4, null);
    }

    /** Rows are not split between pages, and the heads stand on each. */
    private static void grid(XWPFDocument doc, Block.Grid g) {
        caption(doc, g.caption()).setKeepNext(true);
        XWPFTable table = doc.createTable(g.rows().size() + 1, g.heads().size());
        table.setWidth((int) Math.round(WIDTH * TWIPS));
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        int unit = (int) Math.round(WIDTH * TWIPS / (g.heads().size() + 1));
        var columns = table.getCTTbl().addNewTblGrid();
        for (int c = 0; c < g.heads().size(); c++)
            columns.addNewGridCol().setW(BigInteger.valueOf(c == 0 ? 2L * unit : unit));
        row(table.getRow(0), g.heads(), unit, OfficialFonts.HEADING);
        table.getRow(0).setRepeatHeader(true);
        for (int r = 0; r < g.rows().size(); r++)
            row(table.getRow(r + 1), g.rows().get(r), unit, OfficialFonts.BODY);
        line(doc, ParagraphAlignment.LEFT, "", OfficialFonts.BODY, SMALL, null)
                .setSpacingBetween(SMALL, LineSpacingRule.EXACT);
    }

    private static void row(XWPFTableRow row, List<String> texts, int unit, String font) {
        row.setCantSplitRow(true);
        for (int c = 0; c < texts.size(); c++) {
            XWPFTableCell cell = row.getCell(c);
            cell.setWidth(String.valueOf(c == 0 ? 2 * unit : unit));
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            XWPFParagraph p = cell.getParagraphArray(0);
            p.setAlignment(c == 0 ? ParagraphAlignment.LEFT : ParagraphAlignment.CENTER);
            p.setSpacingBetween(SMALL * 1.5, LineSpacingRule.EXACT);
            run(p, texts.get(c), font, SMALL, null);
        }
    }

    private static void picture(XWPFDocument doc, Block.Picture picture) throws IOException {
        byte[] png = ChartPicture.png(picture.chart());
        XWPFParagraph p = doc.createParagraph();
        p.setAlignment(ParagraphAlignment.CENTER);
        p.setKeepNext(true);
        XWPFRun run = p.createRun();
        try {
            run.addPicture(
                            new ByteArrayInputStream(png),
                            PictureType.PNG,
                            picture.caption() + ".png",
                            Units.toEMU(WIDTH),
                            Units.toEMU(WIDTH * ChartPicture.ratio(png)))
                    .getCTPicture()
                    .getNvPicPr()
                    .getCNvPr()
                    .setDescr(picture.description());
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
        run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr().setDescr(picture.description());
        caption(doc, picture.caption());
    }
}
