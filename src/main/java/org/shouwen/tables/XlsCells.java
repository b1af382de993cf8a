package org.shouwen.tables;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;

/** Cells of an xls sheet. A formula counts as what it shows, never as a formula. */
final class XlsCells {
    private XlsCells() {}

    static Row row(org.apache.poi.ss.usermodel.Row row) {
        List<String> cells = new ArrayList<>();
        boolean damaged = false;
        for (int c = 0; c < row.getLastCellNum(); c++) {
            Cell cell = row.getCell(c);
            String text = cell == null ? "" : text(cell);
            damaged |= TextLines.damaged(text) || (cell != null && shownAs(cell) == CellType.ERROR);
            cells.add(text);
        }
        return new Row(row.getRowNum() + 1, cells, damaged);
    }

    private static CellType shownAs(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    }

    private static boolean since1904(Cell cell) {
        return cell.getSheet().getWorkbook() instanceof HSSFWorkbook book
                && book.getInternalWorkbook().isUsing1904DateWindowing();
    }

    private static String text(Cell cell) {
        return switch (shownAs(cell)) {
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case NUMERIC ->
                CellNumbers.shown(
                        Double.toString(cell.getNumericCellValue()),
                        cell.getCellStyle().getDataFormat(),
                        cell.getCellStyle().getDataFormatString(),
                        since1904(cell));
            case BLANK, ERROR, FORMULA, _NONE -> "";
        };
    }
}
