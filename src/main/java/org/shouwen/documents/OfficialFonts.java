package org.shouwen.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * The typefaces of official documents, and by what each is replaced where an office does not have it: by its other names
 * first, then by a Song face. No typeface is embedded; whoever has none of them sees another one.
 */
final class OfficialFonts {
    static final String BODY = "仿宋";
    static final String TITLE = "方正小标宋简体";
    static final String NUMBERS = "宋体";

    /** Headings of the first level (一、). */
    static final String HEADING = "黑体";

    /** Headings of the second level (（一）). */
    static final String SECOND = "楷体";

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
    private static final String RELATION =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";

    private OfficialFonts() {}

    static void declare(XWPFDocument doc) throws IOException {
        try {
            PackagePartName name = PackagingURIHelper.createPartName("/word/fontTable.xml");
            PackagePart part = doc.getPackage().createPart(name, TYPE);
            doc.getPackagePart().addRelationship(name, TargetMode.INTERNAL, RELATION);
            try (OutputStream out = part.getOutputStream()) {
                out.write(table().getBytes(StandardCharsets.UTF_8));
            }
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String table() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
                + "<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                + font(BODY, "FangSong;仿宋_GB2312;FangSong_GB2312;STFangsong;Noto Serif CJK SC;宋体")
                + font(TITLE, "FZXiaoBiaoSong-B05S;方正小标宋_GBK;华文中宋;Noto Serif CJK SC;宋体")
                + font(NUMBERS, "SimSun;Songti SC;Noto Serif CJK SC")
                + font(HEADING, "SimHei;Heiti SC;Noto Sans CJK SC;宋体")
                + font(SECOND, "KaiTi;楷体_GB2312;Kaiti SC;Noto Serif CJK SC;宋体")
                + "</w:fonts>";
    }

    private static String font(String name, String others) {
        return "<w:font w:name=\"" + name + "\"><w:altName w:val=\"" + others
                + "\"/><w:charset w:val=\"86\"/><w:family w:val=\"roman\"/><w:pitch w:val=\"fixed\"/></w:font>";
    }
}
