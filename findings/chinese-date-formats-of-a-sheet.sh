#!/usr/bin/env bash
# Behaviour: the standard of xlsx (ECMA-376 part 1, 18.8.30) leaves the number formats 27 to 36 and 50 to 58 to the reader's country; in
#   China 31 is yyyy年m月d日, 57 yyyy年m月, 58 m月d日, and no file needs to say so. POI calls such a cell no date, and its formatter shows
#   "reserved-46354x1F", a mix of the number and of the format's name; ExcelJS hands on a number; SheetJS alone knows a date.
# Versions: org.apache.poi:poi 5.5.1 (the oldest format, xls, is the same), npm exceljs 4.4.0, npm xlsx 0.18.5
# What we do: imports take these formats for dates in xls and xlsx (CellMoments, DatesOfSheetsTest).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.poi</groupId><artifactId>poi-ooxml</artifactId><version>5.5.1</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts exceljs@4.4.0 xlsx@0.18.5
cat >Try.java <<'JAVA'
import java.io.FileOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

class Try {
    public static void main(String[] args) throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook(); FileOutputStream out = new FileOutputStream("dates.xlsx")) {
            var row = book.createSheet("s").createRow(0);
            for (int format : new int[] {14, 31, 57, 58}) {
                CellStyle style = book.createCellStyle();
                style.setDataFormat((short) format);
                Cell cell = row.createCell(Math.max(0, row.getLastCellNum()));
                cell.setCellValue(46354); // 28 November 2026
                cell.setCellStyle(style);
                System.out.println("poi " + format + " date " + DateUtil.isCellDateFormatted(cell) + " shown "
                        + (format == 14 ? "as the country does" : new DataFormatter().formatCellValue(cell)));
            }
            book.write(out);
        }
    }
}
JAVA
java -cp "$dir/lib/*" Try.java 2>/dev/null | grep -v "Log4j API" | tee seen
cat >try.mjs <<'JS'
import exceljs from 'exceljs';
import sheetjs from 'xlsx';
const book = new exceljs.Workbook();
await book.xlsx.readFile('dates.xlsx');
book.worksheets[0].getRow(1).eachCell(cell => console.log('exceljs', cell.address, cell.value instanceof Date ? 'date' : cell.value));
const sheet = sheetjs.readFile('dates.xlsx', { cellDates: true }).Sheets.s;
for (const at of ['A1', 'B1', 'C1', 'D1']) console.log('sheetjs', at, sheet[at].t === 'd' ? 'date' : sheet[at].v);
JS
node try.mjs | tee -a seen
cat >want <<'TXT'
poi 14 date true shown as the country does
poi 31 date false shown reserved-46354x1F
poi 57 date false shown 46354.0
poi 58 date false shown 46354.0
exceljs A1 date
exceljs B1 46354
exceljs C1 46354
exceljs D1 46354
sheetjs A1 date
sheetjs B1 date
sheetjs C1 date
sheetjs D1 date
TXT
diff want seen && echo "as described"
