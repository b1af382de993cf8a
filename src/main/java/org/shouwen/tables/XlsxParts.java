package org.shouwen.tables;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * What the reader of sheets does not tell of a workbook.
 *
 * @param styled whether it has styles. They may be missing (ECMA-376 part 1, 12.3.20: at most one), as where a program
 *     writes the sheets alone; asked for the formats of cells, the reader then refuses the whole file
 * @param merged {@link MergedCells#xlsx}
 * @param texts {@link InlineReadings#without}
 */
record XlsxParts(boolean styled, List<Map<Integer, List<int[]>>> merged, List<Map<String, String>> texts) {
    /** Of a file that is no workbook at all: whoever reads it says so. */
    private static final XlsxParts NONE = new XlsxParts(true, List.of(), List.of());

    static XlsxParts of(byte[] file) throws IOException {
        try (OPCPackage book = OPCPackage.open(new ByteArrayInputStream(file))) {
            return of(book, MergedCells.xlsx(book));
        } catch (OpenXML4JException | RuntimeException e) {
            return NONE;
        }
    }

    /** Of a file whose rows are given on one by one: merged cells are not filled there, and not looked for. */
    static XlsxParts of(File file) throws IOException {
        try (OPCPackage book = OPCPackage.open(file, PackageAccess.READ)) {
            return of(book, List.of());
        } catch (OpenXML4JException | RuntimeException e) {
            return NONE;
        }
    }

    private static XlsxParts of(OPCPackage book, List<Map<Integer, List<int[]>>> merged) throws IOException {
        boolean styled = !book.getPartsByContentType(XSSFRelation.STYLES.getContentType())
                .isEmpty();
        return new XlsxParts(styled, merged, InlineReadings.without(book));
    }

    ReadableWorkbook open(InputStream file) throws IOException {
        return new ReadableWorkbook(file, new ReadingOptions(styled, false));
    }

    ReadableWorkbook open(File file) throws IOException {
        return new ReadableWorkbook(file, new ReadingOptions(styled, false));
    }

    Map<Integer, List<int[]>> merged(Sheet sheet) {
        return sheet.getIndex() < merged.size() ? merged.get(sheet.getIndex()) : Map.of();
    }

    Map<String, String> texts(Sheet sheet) {
        return sheet.getIndex() < texts.size() ? texts.get(sheet.getIndex()) : Map.of();
    }
}
