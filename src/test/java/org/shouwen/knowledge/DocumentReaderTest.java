package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are not what they say: a clear word each, and never an article of rubbish. */
class DocumentReaderTest {
    private static byte[] zip(String name, String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] pdf(int pages, boolean words) throws Exception {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (int p = 1; p <= pages; p++) {
                PDPage page = new PDPage();
                document.addPage(page);
                if (!words) continue;
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 12);
                    content.newLineAtOffset(72, 700);
                    content.showText("page number " + p);
                    content.endText();
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void refused(String name, byte[] file, String why) {
        DocumentReader.Folder folder = DocumentReader.read(name, file);
        assertThat(folder.read()).isEmpty();
        assertThat(folder.refused()).singleElement().satisfies(r -> {
            assertThat(r.name()).isEqualTo(name);
            assertThat(r.key()).isEqualTo("knowledge.import." + why);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"办法.docx", "名录.XLSX", "汇报.pptx", "公文.ofd", "办法.odt", "办法.wps"})
    void a_packed_folder_that_calls_itself_a_document_is_none(String name) throws Exception {
        refused(name, zip("a.txt", "这不是文档"), "unreadable");
        assertThat(DocumentReader.read("文件夹.zip", zip("a.txt", "停水办法")).read())
                .as("one that calls itself a folder is one")
                .hasSize(1);
    }

    @Test
    void a_scanned_document_is_called_what_it_is_and_one_of_five_hundred_pages_is_read_whole() throws Exception {
        refused("扫描.pdf", pdf(3, false), "scanned");
        assertThat(DocumentReader.read("五百页.pdf", pdf(500, true)).read())
                .singleElement()
                .satisfies(r -> assertThat(r.text()).contains("page number 1\n").contains("page number 500"));
    }

    @Test
    void the_words_of_a_chinese_paper_are_read_whose_font_stands_in_no_file() throws Exception {
        assertThat(DocumentReader.read("停水.pdf", chinese("停水抢修管理办法", "丹政发〔2026〕9号", "停水须提前二十四小时通知。"))
                        .read())
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.title()).isEqualTo("停水抢修管理办法");
                    assertThat(r.number()).isEqualTo("丹政发〔2026〕9号");
                    assertThat(r.text()).endsWith("停水须提前二十四小时通知。");
                });
    }

    /** As office programs write it: in the order of Unicode, with a font that each reader has by its name. */
    private static byte[] chinese(String... lines) throws Exception {
        COSDictionary system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "GB1");
        system.setInt(COSName.SUPPLEMENT, 4);
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, "STSong-Light");
        descriptor.setInt(COSName.FLAGS, 6);
        COSDictionary glyphs = new COSDictionary();
        glyphs.setItem(COSName.TYPE, COSName.FONT);
        glyphs.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        glyphs.setName(COSName.BASE_FONT, "STSong-Light");
        glyphs.setItem(COSName.CIDSYSTEMINFO, system);
        glyphs.setItem(COSName.FONT_DESC, descriptor);
        COSArray descendants = new COSArray();
        descendants.add(glyphs);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "STSong-Light-UniGB-UCS2-H");
        font.setName(COSName.ENCODING, "UniGB-UCS2-H");
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            page.setResources(new PDResources());
            page.getResources().put(COSName.getPDFName("F1"), new PDType0Font(font));
            document.addPage(page);
            StringBuilder content = new StringBuilder("BT /F1 14 Tf 72 700 Td 20 TL ");
            for (String line : lines)
                content.append('<')
                        .append(HexFormat.of().formatHex(line.getBytes(StandardCharsets.UTF_16BE)))
                        .append("> Tj T* ");
            PDStream stream = new PDStream(document);
            try (OutputStream to = stream.createOutputStream()) {
                to.write(content.append("ET").toString().getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(stream);
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void a_file_that_is_cut_off_is_refused_and_an_empty_one_is_called_empty() throws Exception {
        byte[] whole = zip("word/document.xml", "<w:document/>".repeat(500));
        refused("半份.docx", Arrays.copyOf(whole, whole.length / 2), "unreadable");
        refused("空的.txt", "  \n \n".getBytes(StandardCharsets.UTF_8), "empty");
        refused("乱.txt", new byte[] {1, 0, 2, 0, 3, 0, 7, 0}, "unreadable");
    }

    @Test
    void a_folder_that_Windows_packed_in_China_keeps_the_names_of_its_files() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (java.util.zip.ZipOutputStream zip =
                new java.util.zip.ZipOutputStream(out, java.nio.charset.Charset.forName("GBK"))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("供热/停水办法.txt"));
            zip.write("停水办法\n第一条".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        assertThat(DocumentReader.read("办法.zip", out.toByteArray()).read())
                .singleElement()
                .satisfies(r -> assertThat(r.name()).isEqualTo("供热/停水办法.txt"));
    }
}
