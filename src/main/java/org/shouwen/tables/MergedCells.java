package org.shouwen.tables;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.eventusermodel.XSSFReader;

/**
 * Cells that were merged downwards, as when a unit's name stands once beside all its people. Offices mean the value for
 * every row that the cell covers; the file holds it in the first row alone.
 */
final class MergedCells {
    private MergedCells() {}

    /** Per sheet, in the workbook's order: by the index of the column, first and last row from 1. */
    static List<Map<Integer, List<int[]>>> xlsx(OPCPackage book) throws IOException {
        List<Map<Integer, List<int[]>>> sheets = new ArrayList<>();
        try {
            for (Iterator<InputStream> each = new XSSFReader(book).getSheetsData(); each.hasNext(); )
                try (InputStream sheet = each.next()) {
                    sheets.add(merges(sheet));
                }
        } catch (OpenXML4JException | XMLStreamException | RuntimeException e) {
            return List.of(); // whoever reads the cells says what is wrong with the file
        }
        return sheets;
    }

    private static Map<Integer, List<int[]>> merges(InputStream sheet) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        Map<Integer, List<int[]>> found = new HashMap<>();
        XMLStreamReader in = factory.createXMLStreamReader(sheet);
        while (in.hasNext())
            if (in.next() == XMLStreamConstants.START_ELEMENT
                    && in.getLocalName().equals("mergeCell")) {
                String ref = in.getAttributeValue(null, "ref");
                if (ref != null) add(found, CellRangeAddress.valueOf(ref));
            }
        in.close();
        return found;
    }

    static Map<Integer, List<int[]>> xls(Sheet sheet) {
        Map<Integer, List<int[]>> found = new HashMap<>();
        for (CellRangeAddress range : sheet.getMergedRegions()) add(found, range);
        return found;
    }

    private static void add(Map<Integer, List<int[]>> found, CellRangeAddress range) {
        if (range.getLastRow() > range.getFirstRow())
            found.computeIfAbsent(range.getFirstColumn(), _ -> new ArrayList<>())
                    .add(new int[] {range.getFirstRow() + 1, range.getLastRow() + 1});
    }

    /** The rows with each merged value in every row that it covers; rows that were never written stay away. */
    static List<Row> filled(List<Row> rows, Map<Integer, List<int[]>> merges) {
        if (merges.isEmpty()) return rows;
        Map<Integer, Row> byLine = new HashMap<>();
        for (Row r : rows) byLine.put(r.line(), r);
        merges.values().forEach(ranges -> ranges.sort(Comparator.comparingInt((int[] r) -> r[0])));
        return rows.stream().map(r -> filled(r, merges, byLine)).toList();
    }

    private static Row filled(Row row, Map<Integer, List<int[]>> merges, Map<Integer, Row> byLine) {
        if (row.blank()) return row;
        List<String> cells = new ArrayList<>(row.cells());
        merges.forEach((column, ranges) -> {
            for (int[] range : ranges) {
                if (row.line() <= range[0] || row.line() > range[1]) continue;
                Row first = byLine.get(range[0]);
                if (first == null || first.cells().size() <= column) continue;
                while (cells.size() <= column) cells.add("");
                cells.set(column, first.cells().get(column));
            }
        });
        return new Row(row.line(), cells, row.damaged());
    }
}
