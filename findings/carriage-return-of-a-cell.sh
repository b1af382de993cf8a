#!/usr/bin/env bash
# Behaviour: a text pasted into a cell keeps its carriage returns, which xlsx writes as _x000D_ (ECMA-376 part 1, 22.9.2.19). POI and
#   SheetJS read it back; fastexcel-reader hands on the seven signs: 停水_x000d_ and the next line, as if somebody had typed them.
# Versions: org.dhatim:fastexcel-reader 0.20.2, org.apache.poi:poi-ooxml 5.5.1, written by npm xlsx 0.18.5
# What we do: imports turn such signs into what they stand for (CellText, TablesAsOfficesKeepThemTest).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts xlsx@0.18.5
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>org.dhatim</groupId><artifactId>fastexcel-reader</artifactId><version>0.20.2</version></dependency>
<dependency><groupId>org.apache.poi</groupId><artifactId>poi-ooxml</artifactId><version>5.5.1</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >try.mjs <<'JS'
import sheetjs from 'xlsx';
const sheet = sheetjs.utils.aoa_to_sheet([['停水\r\n停暖']]);
sheetjs.writeFile({ SheetNames: ['s'], Sheets: { s: sheet } }, 'text.xlsx');
console.log('sheetjs', JSON.stringify(sheetjs.readFile('text.xlsx').Sheets.s.A1.v));
JS
cat >Try.java <<'JAVA'
import java.io.File;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

class Try {
    static String shown(String text) {
        return '"' + text.replace("\r", "\\r").replace("\n", "\\n") + '"';
    }

    public static void main(String[] args) throws Exception {
        File file = new File("text.xlsx");
        try (var book = WorkbookFactory.create(file, null, true)) {
            System.out.println("poi " + shown(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue()));
        }
        try (var book = new ReadableWorkbook(file)) {
            System.out.println("fastexcel " + shown(book.getFirstSheet().read().getFirst().getCellText(0)));
        }
    }
}
JAVA
{ node try.mjs; java -cp "$dir/lib/*" Try.java 2>/dev/null | grep -v "Log4j API"; } | tee seen
cat >want <<'TXT'
sheetjs "停水\r\n停暖"
poi "停水\r\n停暖"
fastexcel "停水_x000d_\n停暖"
TXT
diff want seen && echo "as described"
