#!/usr/bin/env bash
# Behaviour: the articles of a regulation (第一条, 第二条) are numbered by the word processor and stand in no text of a docx. POI's text and
#   mammoth's leave the numbers out without a word; mammoth's HTML makes 1, 2, 3 of them. Who quotes 第二条 finds nothing. Word and
#   LibreOffice show them.
# Versions: org.apache.poi:poi-ooxml 5.5.1, npm mammoth 1.13.0
# What we do: the reader of the knowledge base counts as the word processor does (ListNumbers, NumberedDocumentsTest).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts mammoth@1.13.0
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.poi</groupId><artifactId>poi-ooxml</artifactId><version>5.5.1</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$dir/lib" >/dev/null 2>&1
cat >Try.java <<'JAVA'
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.math.BigInteger;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

class Try {
    public static void main(String[] args) throws Exception {
        try (XWPFDocument law = new XWPFDocument(); FileOutputStream out = new FileOutputStream("law.docx")) {
            CTAbstractNum articles = CTAbstractNum.Factory.newInstance();
            articles.setAbstractNumId(BigInteger.ZERO);
            var level = articles.addNewLvl();
            level.setIlvl(BigInteger.ZERO);
            level.addNewStart().setVal(BigInteger.ONE);
            level.addNewNumFmt().setVal(STNumberFormat.CHINESE_COUNTING_THOUSAND);
            level.addNewLvlText().setVal("第%1条");
            var numbering = law.createNumbering();
            BigInteger list = numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(articles)));
            for (String text : new String[] {"热线全天受理。", "承办单位按时答复。"}) {
                var article = law.createParagraph();
                article.setNumID(list);
                article.createRun().setText(text);
            }
            law.write(out);
        }
        try (var words = new XWPFWordExtractor(new XWPFDocument(new FileInputStream("law.docx")))) {
            System.out.println("poi " + words.getText().strip().replace("\n", " | "));
        }
    }
}
JAVA
cat >try.js <<'JS'
const mammoth = require('mammoth');
const path = 'law.docx';
mammoth.extractRawText({ path }).then(text => {
  console.log('mammoth text', text.value.trim().replace(/\n+/g, ' | '));
  return mammoth.convertToHtml({ path });
}).then(html => console.log('mammoth html', html.value, html.messages.length, 'messages'));
JS
{ java -cp "$dir/lib/*" Try.java 2>/dev/null | grep -v "Log4j API"; node try.js; } | tee seen
cat >want <<'TXT'
poi 热线全天受理。 | 承办单位按时答复。
mammoth text 热线全天受理。 | 承办单位按时答复。
mammoth html <ol><li>热线全天受理。</li><li>承办单位按时答复。</li></ol> 0 messages
TXT
diff want seen && echo "as described"
