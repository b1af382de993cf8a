#!/usr/bin/env bash
# Behaviour: a cell can carry its reading above the characters (拼音, an rPh element), as offices do for names that are read otherwise than
#   they look. Where the text stands in the cell itself (inlineStr), fastexcel-reader and ExcelJS hand the reading on as part of the name:
#   区ōu for 区. The same name in the table of shared strings comes right, and POI and SheetJS read both.
# Versions: org.dhatim:fastexcel-reader 0.20.2, org.apache.poi:poi-ooxml 5.5.1, npm exceljs 4.4.0, npm xlsx 0.18.5
# What we do: texts that stand in their cells are read from the sheet without their reading (InlineReadings).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts exceljs@4.4.0 xlsx@0.18.5 jszip@3.10.1
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>org.dhatim</groupId><artifactId>fastexcel-reader</artifactId><version>0.20.2</version></dependency>
<dependency><groupId>org.apache.poi</groupId><artifactId>poi-ooxml</artifactId><version>5.5.1</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >try.mjs <<'JS'
import exceljs from 'exceljs';
import fs from 'fs';
import jszip from 'jszip';
import sheetjs from 'xlsx';
const plain = new exceljs.Workbook();
plain.addWorksheet('s').addRow(['甲', '乙']);
const zip = await jszip.loadAsync(await plain.xlsx.writeBuffer());
const name = '<t>区</t><rPh sb="0" eb="1"><t>ōu</t></rPh>';
const part = async (path, change) => zip.file(path, change(await zip.file(path).async('string')));
await part('xl/sharedStrings.xml', xml => xml.replace('<t>甲</t>', name));
await part('xl/worksheets/sheet1.xml', xml => xml.replace(/<c r="B1"[^]*?<\/c>/, `<c r="B1" t="inlineStr"><is>${name}</is></c>`));
fs.writeFileSync('names.xlsx', await zip.generateAsync({ type: 'nodebuffer' }));
const book = new exceljs.Workbook();
await book.xlsx.readFile('names.xlsx');
const sheet = sheetjs.readFile('names.xlsx').Sheets.s;
for (const at of ['A1', 'B1']) console.log(at, 'exceljs', book.worksheets[0].getCell(at).text, 'sheetjs', sheet[at].v);
JS
cat >Try.java <<'JAVA'
import java.io.File;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

class Try {
    public static void main(String[] args) throws Exception {
        File file = new File("names.xlsx");
        try (var poi = WorkbookFactory.create(file, null, true); var fast = new ReadableWorkbook(file)) {
            var row = fast.getFirstSheet().read().getFirst();
            for (int c = 0; c < 2; c++)
                System.out.println((char) ('A' + c) + "1 poi " + poi.getSheetAt(0).getRow(0).getCell(c) + " fastexcel " + row.getCellText(c));
        }
    }
}
JAVA
{ node try.mjs; java -cp "$dir/lib/*" Try.java 2>/dev/null | grep -v "Log4j API"; } | tee seen
cat >want <<'TXT'
A1 exceljs 区 sheetjs 区
B1 exceljs 区ōu sheetjs 区
A1 poi 区 fastexcel 区
B1 poi 区 fastexcel 区ōu
TXT
diff want seen && echo "as described"
