#!/usr/bin/env bash
# Behaviour: a formula whose stored result is an error (a look-up that found nothing) is handed on by fastexcel-reader as a formula
#   whose text is "#N/A"; asked for its text, a cell of an office's table says "#N/A" as if somebody had typed it. A cell that holds
#   the error itself has the type ERROR. What looks alike in the table is of two types.
# Version: org.dhatim:fastexcel-reader 0.20.2, workbook written by org.apache.poi:poi-ooxml 5.5.1
# What we do: imports report the row as damaged when a formula's text is the name of an error.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>org.dhatim</groupId><artifactId>fastexcel-reader</artifactId><version>0.20.2</version></dependency>
<dependency><groupId>org.apache.poi</groupId><artifactId>poi-ooxml</artifactId><version>5.5.1</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >Try.java <<'JAVA'
import java.io.File;
import java.io.FileOutputStream;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

class Try {
    public static void main(String[] args) throws Exception {
        File file = new File("table.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(); FileOutputStream out = new FileOutputStream(file)) {
            XSSFRow row = workbook.createSheet("s").createRow(0);
            row.createCell(0).setCellFormula("NA()");
            row.createCell(1).setCellErrorValue(FormulaError.NA);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(out);
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(file); var rows = workbook.getFirstSheet().openStream()) {
            rows.forEach(r -> r.forEach(c -> System.out.println(c.getType() + " " + c.getText())));
        }
    }
}
JAVA
java -cp "$dir/lib/*" Try.java 2>/dev/null | grep -v "Log4j API" | tee seen
printf 'FORMULA #N/A\nERROR #N/A\n' >want
diff want seen && echo "as described"
