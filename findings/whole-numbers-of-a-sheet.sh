#!/usr/bin/env bash
# Behaviour: a whole number that POI wrote into an xlsx cell (as offices' tools do with telephone numbers) comes out of fastexcel-reader as
#   the text 8890000.0, while an 11-digit mobile comes out right; a row that was never written is no row, though its number is kept.
# Versions: org.dhatim:fastexcel-reader 0.20.2, org.apache.poi:poi-ooxml 5.5.1
# What we do: whole numbers of a sheet are read as whole numbers, and places in a file are told by the row's own number.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.poi</groupId><artifactId>poi-ooxml</artifactId><version>5.5.1</version></dependency>
<dependency><groupId>org.dhatim</groupId><artifactId>fastexcel-reader</artifactId><version>0.20.2</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >Try.java <<'JAVA'
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

class Try {
    public static void main(String[] args) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            var sheet = book.createSheet();
            sheet.createRow(0).createCell(0).setCellValue(8890000);
            sheet.createRow(4).createCell(0).setCellValue(13800000001L);
            book.write(bytes);
        }
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (Row row : book.getFirstSheet().read()) System.out.println("row " + row.getRowNum() + " raw " + row.getCell(0).getRawValue() + " text " + row.getCell(0).getText());
        }
    }
}
JAVA
java -cp "$dir/lib/*" Try.java 2>/dev/null | grep -v "Log4j API" | tee seen
printf 'row 1 raw 8890000.0 text 8890000.0\nrow 5 raw 1.3800000001E10 text 13800000001\n' >want
diff want seen && echo "as described"
