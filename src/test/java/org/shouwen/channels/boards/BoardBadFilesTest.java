package org.shouwen.channels.boards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.problems.BadInput;

/** Article 2: whatever a file is made of, it costs itself or a row, and nothing of the machine gets into an appeal. */
@ShouwenTest
class BoardBadFilesTest extends BoardCity {
    private static final String MARK = "路面有坑";

    private int posts() {
        return jdbc.sql("select count(*) from boards.post").query(Integer.class).single();
    }

    /** A workbook in whose every part a declaration of entities stands, and in whose texts one is named. */
    private byte[] declaring(String entities) throws IOException {
        byte[] book = BoardTables.book(
                false, "", BoardTables.NATIONAL, List.of(BoardTables.row(91, MARK), BoardTables.row(92, MARK)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(book));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                if (e.getName().endsWith(".xml"))
                    text = text.replaceFirst("(?s)^(<\\?xml.*?\\?>)?", "$1<!DOCTYPE x [" + entities + "]>")
                            .replace(MARK, MARK + "&a;");
                zip.putNextEntry(new ZipEntry(e.getName()));
                zip.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    @Test
    void a_workbook_with_entities_reads_no_file_of_the_machine_and_grows_to_nothing() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "MACHINE-SECRET");
        StringBuilder laughs = new StringBuilder("<!ENTITY z0 \"笑笑笑笑笑笑笑笑笑笑\">");
        for (int i = 1; i < 10; i++)
            laughs.append("<!ENTITY z")
                    .append(i)
                    .append(" \"")
                    .append(("&z" + (i - 1) + ";").repeat(10))
                    .append("\">");
        for (String entities :
                List.of("<!ENTITY a SYSTEM \"" + secret.toUri() + "\">", laughs + "<!ENTITY a \"&z9;\">")) {
            Path f = file("e" + entities.length() + ".xlsx", declaring(entities));
            int before = posts();
            try {
                load(f, false);
            } catch (BadInput refused) {
                assertThat(posts()).isEqualTo(before);
                continue;
            }
            assertThat(jdbc.sql("select count(*) from intake.appeal where content like '%MACHINE-SECRET%'"
                                    + " or content like '%笑笑笑笑%'")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void a_row_of_ten_megabytes_costs_itself() throws Exception {
        Path f = file(
                "long.csv",
                BoardTables.csv(
                        StandardCharsets.UTF_8,
                        BoardTables.NATIONAL,
                        List.of(BoardTables.row(93, "长".repeat(10_000_000)), BoardTables.row(94, "漏水"))));
        BoardImport.Result r = load(f, false);
        assertThat(r.taken()).isOne();
        assertThat(r.rejected()).isOne();
        assertThat(jdbc.sql("select max(size) from inbound.received where source = 'boards'")
                        .query(Integer.class)
                        .single())
                .as("what a person can put right")
                .isLessThan(50_000);
    }

    @Test
    void a_broken_workbook_an_empty_file_and_noise_change_nothing() throws Exception {
        byte[] good = BoardTables.book(false, "", BoardTables.NATIONAL, List.of(BoardTables.row(95, "漏水")));
        byte[] old = BoardTables.book(true, "", BoardTables.NATIONAL, List.of(BoardTables.row(95, "漏水")));
        byte[] noise = new byte[10_000_000];
        new java.util.Random(7).nextBytes(noise);
        int before = posts();
        for (byte[] bytes : List.of(
                java.util.Arrays.copyOf(good, good.length / 2),
                java.util.Arrays.copyOf(old, old.length / 2),
                new byte[0],
                noise)) {
            Path f = file("b" + bytes.length + ".bin", bytes);
            assertThatThrownBy(() -> load(f, false)).isInstanceOf(BadInput.class);
        }
        assertThat(posts()).isEqualTo(before);
    }

    @Test
    void of_a_workbook_with_several_such_sheets_none_is_left_out_and_a_hidden_one_is_none() throws Exception {
        for (boolean old : List.of(true, false)) {
            Path f = folder.resolve("sheets." + old);
            try (Workbook book = WorkbookFactory.create(!old);
                    var out = Files.newOutputStream(f)) {
                for (int s = 0; s < 4; s++) {
                    var sheet = book.createSheet("第" + s);
                    if (s == 0) sheet.createRow(0).createCell(0).setCellValue("填表说明：请勿改动表头");
                    else {
                        line(sheet.createRow(0), BoardTables.NATIONAL);
                        line(sheet.createRow(1), BoardTables.row((old ? 200 : 300) + s, "漏水" + s));
                    }
                    if (s == 3) book.setSheetHidden(3, true);
                }
                book.write(out);
            }
            assertThat(load(f, false).taken()).as("old " + old).isEqualTo(2);
        }
    }

    private static void line(Row row, List<String> cells) {
        for (int c = 0; c < cells.size(); c++) row.createCell(c).setCellValue(cells.get(c));
    }

    @Test
    void a_column_that_nobody_knows_is_told_and_one_that_has_another_name_is_found() throws Exception {
        List<String> heads = new ArrayList<>(BoardTables.NATIONAL);
        heads.set(1, "编号");
        heads.set(11, "内容");
        heads.set(0, "满意度");
        BoardImport.Result r = load(
                file("u.csv", BoardTables.csv(Charset.forName("GB18030"), heads, List.of(BoardTables.row(96, "漏水")))),
                false);
        assertThat(r.taken()).isOne();
        assertThat(r.unknown()).containsExactly("满意度");
        assertThat(Objects.requireNonNull(number("GWY202600096"))).isNotEmpty();
    }
}
