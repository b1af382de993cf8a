package org.shouwen.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Workbooks that no spreadsheet program wrote, and names as offices lay them out. */
class BareWorkbooksTest {
    private static final Columns PEOPLE = new Columns(
            List.of(
                    Columns.Column.of("unit", "甲局", "单位", "承办单位"),
                    Columns.Column.of("section", "一科", "科室"),
                    Columns.Column.of("name", "张三", "姓名"),
                    Columns.Column.of("phone", "1", "电话", "联系电话")),
            List.of(List.of("unit"), List.of("name")));

    /** A workbook as a program writes it that keeps texts in their cells and has no styles. */
    private static byte[] bare(String cells) throws IOException {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String of = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            part(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Default Extension="xml" ContentType="application/xml"/>
                    <Override PartName="/xl/workbook.xml" ContentType="%1$ssheet.main+xml"/>
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%1$sworksheet+xml"/></Types>""".formatted(kinds));
            String tie = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"r1\" Type=\"" + of + "/%s\" Target=\"%s\"/></Relationships>";
            part(zip, "_rels/.rels", tie.formatted("officeDocument", "xl/workbook.xml"));
            part(zip, "xl/_rels/workbook.xml.rels", tie.formatted("worksheet", "worksheets/sheet1.xml"));
            part(zip, "xl/workbook.xml", """
                    <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>""".formatted(main, of));
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"" + main + "\"><sheetData>" + cells + "</sheetData></worksheet>");
        }
        return out.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String cell(String at, String inner) {
        return "<c r=\"" + at + "\" t=\"inlineStr\"><is>" + inner + "</is></c>";
    }

    @Test
    void a_workbook_without_styles_is_read_and_the_reading_above_a_name_is_no_part_of_it() throws IOException {
        byte[] file = bare("<row r=\"1\">" + cell("A1", "<t>单位</t>") + cell("B1", "<t>姓名</t>") + "</row><row r=\"3\">"
                + cell("A3", "<t>甲局</t>")
                + cell(
                        "B3",
                        "<r><t>区</t></r><r><t>某 </t></r><rPh sb=\"0\" eb=\"1\"><t>ōu</t></rPh><phoneticPr fontId=\"1\"/>")
                + "</row><row r=\"4\">" + cell("A4", "<t>乙局</t>") + cell("B4", "<t>单某</t>") + "</row>");
        assertThat(TableReader.read(file, PEOPLE).lines())
                .extracting(Table.Line::line, l -> l.get("unit"), l -> l.get("name"))
                .containsExactly(tuple(3, "甲局", "区某"), tuple(4, "乙局", "单某"));
        Path kept = Files.createTempFile("bare", ".xlsx");
        List<String> streamed = new ArrayList<>();
        try {
            Files.write(kept, file);
            TableStream.each(kept, PEOPLE, l -> streamed.add(l.get("name")));
        } finally {
            Files.delete(kept);
        }
        assertThat(streamed).containsExactly("区某", "单某");
    }

    @Test
    void names_padded_to_one_width_or_broken_in_their_cell_are_the_names() {
        Table read = TableReader.text(
                        "单位\t姓名\t电话\n\"丹东市\r\n热力集团\"\t王　芳\t\"0415\n 1\"\n甲局\tAnna  Li\t\n", PEOPLE, List.of())
                .inOneLine(Set.of("unit", "name"));
        assertThat(read.lines())
                .extracting(l -> l.get("unit"), l -> l.get("name"), l -> l.get("phone"))
                .containsExactly(tuple("丹东市热力集团", "王芳", "0415 1"), tuple("甲局", "Anna  Li", ""));
    }
}
