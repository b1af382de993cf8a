package org.shouwen.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/** Cells of an xlsx sheet. A formula counts as what it shows, never as a formula. */
final class XlsxCells {
    private XlsxCells() {}

    /** @param texts by the cell's address, what stands there instead of what the reader says */
    static Row row(org.dhatim.fastexcel.reader.Row row, boolean since1904, Map<String, String> texts) {
        List<String> cells = new ArrayList<>();
        boolean damaged = false;
        for (int c = 0; c < row.getCellCount(); c++) {
            Cell cell = row.getOptionalCell(c).orElse(null);
            String text = cell == null ? "" : text(cell, since1904);
            if (cell != null && !texts.isEmpty()) {
                String instead = texts.get(cell.getAddress().toString());
                if (instead != null) text = CellText.shown(instead);
            }
            damaged |= TextLines.damaged(text) || (cell != null && error(cell));
            cells.add(text);
        }
        return new Row(row.getRowNum(), cells, damaged);
    }

    /** An error, or a formula that shows one. */
    private static boolean error(Cell cell) {
        return cell.getType() == CellType.ERROR
                || (cell.getType() == CellType.FORMULA
                        && Objects.requireNonNullElse(cell.getRawValue(), "")
                                .matches("#(?:DIV/0!|N/A|NAME[?]|NULL!|NUM!|REF!|VALUE!)"));
    }

    private static String text(Cell cell, boolean since1904) {
        String raw = Objects.requireNonNullElse(cell.getRawValue(), "");
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> CellText.shown(Objects.requireNonNullElse(cell.getText(), ""));
            case BOOLEAN -> raw.equals("1") || raw.equalsIgnoreCase("true") ? "TRUE" : "FALSE";
            case NUMBER, FORMULA -> number(cell, raw, since1904);
            case ERROR -> raw;
        };
    }

    private static String number(Cell cell, String raw, boolean since1904) {
        Integer format = cell.getDataFormatId();
        return raw.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?")
                ? CellNumbers.shown(raw, format == null ? 0 : format, cell.getDataFormatString(), since1904)
                : CellText.shown(raw);
    }
}
