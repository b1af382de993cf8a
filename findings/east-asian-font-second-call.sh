#!/usr/bin/env bash
# Behaviour: XWPFRun.setFontFamily sets the East Asian font on a fresh run only; called again it changes the Latin font and leaves
#   the East Asian one, so that Chinese text keeps the old face.
# Version: org.apache.poi:poi-ooxml 5.5.1
# What we do: official papers set the four ranges (ascii, hAnsi, eastAsia, cs) by name.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.poi</groupId><artifactId>poi-ooxml</artifactId><version>5.5.1</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >Try.java <<'JAVA'
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;

class Try {
    public static void main(String[] args) throws Exception {
        try (XWPFDocument document = new XWPFDocument()) {
            XWPFRun run = document.createParagraph().createRun();
            for (String font : new String[] {"仿宋", "黑体"}) {
                run.setFontFamily(font);
                System.out.println(run.getFontFamily(XWPFRun.FontCharRange.ascii) + " " + run.getFontFamily(XWPFRun.FontCharRange.eastAsia));
            }
        }
    }
}
JAVA
java -cp "$dir/lib/*" Try.java 2>/dev/null | grep -v "Log4j API" | tee seen
printf '仿宋 仿宋\n黑体 仿宋\n' >want
diff want seen && echo "as described"
