#!/usr/bin/env bash
# Behaviour: since 2008 the standard (ISO/IEC 29500, ST_CellType) lets a cell keep its date in words, <c t="d"><v>2026-11-28</v></c>;
#   openpyxl writes so when asked for ISO dates, and reads it back. One such cell costs POI and fastexcel-reader the whole
#   table.
# Versions: org.dhatim:fastexcel-reader 0.20.2, org.apache.poi:poi-ooxml 5.5.1, Debian 12's python3-openpyxl 3.0.9
# Seen: IllegalStateException "Unknown cell type : d"; XmlValueOutOfRangeException
# What we do: such a file is refused by name and no part of it is taken (DatesOfSheetsTest).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -qq python3-openpyxl=3.0.9-1 python3-et-xmlfile >/dev/null 2>&1
for deb in *.deb; do dpkg -x "$deb" python; done
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>org.dhatim</groupId><artifactId>fastexcel-reader</artifactId><version>0.20.2</version></dependency>
<dependency><groupId>org.apache.poi</groupId><artifactId>poi-ooxml</artifactId><version>5.5.1</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >try.py <<'PY'
import datetime, openpyxl
book = openpyxl.Workbook(iso_dates=True)
book.iso_dates = True
book.active["A1"] = "甲局"
book.active["B1"] = datetime.datetime(2026, 11, 28, 14, 30)
book.save("dates.xlsx")
print("openpyxl", openpyxl.load_workbook("dates.xlsx").active["B1"].value)
PY
cat >Try.java <<'JAVA'
import java.io.File;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

class Try {
    public static void main(String[] args) throws Exception {
        File file = new File("dates.xlsx");
        try (var book = WorkbookFactory.create(file, null, true)) {
            System.out.println("poi " + book.getSheetAt(0).getRow(0).getCell(1));
        } catch (Exception e) {
            System.out.println("poi " + e.getClass().getSimpleName());
        }
        try (var book = new ReadableWorkbook(file)) {
            System.out.println("fastexcel " + book.getFirstSheet().read());
        } catch (Exception e) {
            System.out.println("fastexcel " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }
}
JAVA
{ PYTHONPATH="$dir/python/usr/lib/python3/dist-packages" /usr/bin/python3 try.py; java -cp "$dir/lib/*" Try.java 2>/dev/null | grep -v "Log4j API"; } | tee seen
cat >want <<'TXT'
openpyxl 2026-11-28 14:30:00
poi XmlValueOutOfRangeException
fastexcel IllegalStateException Unknown cell type : d
TXT
diff want seen && echo "as described"
