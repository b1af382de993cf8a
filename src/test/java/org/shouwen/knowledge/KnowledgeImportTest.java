package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Documents, folders and tables as offices keep them become drafts. */
@ShouwenTest
class KnowledgeImportTest {
    @LocalServerPort
    int port;

    @Test
    void documents_become_drafts_and_what_can_not_be_read_is_named() throws Exception {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            file(out, "办法.docx", docx());
            file(
                    out,
                    "通知.html",
                    "<html><head><title>停水通知办法</title></head><body><p>停水须提前二十四小时通知。</p></body></html>"
                            .getBytes(StandardCharsets.UTF_8));
            file(out, "扫描.pdf", scanned());
            file(out, "假的.docx", "PK\u0003\u0004这不是文档".getBytes(StandardCharsets.UTF_8));
        }
        ScreenClient leader = ScreenClient.as(port, "heating-leader");
        String page = leader.upload("/knowledge/import", Map.of("kind", "POLICY"), "file", "文件夹.zip", zip.toByteArray())
                .body();
        assertThat(page)
                .contains("已成草稿：2 条")
                .contains("丹东市物业管理办法")
                .contains("停水通知办法")
                .contains("扫描.pdf")
                .contains("没有文字")
                .contains("假的.docx")
                .contains("打不开");
        String csv = "标题,内容,类型,地址,电话,奇怪的列\n开锁服务,上门开锁,便民服务企业,振兴区六纬路1号,3123456,x\n无地址,修鞋,便民服务企业,,,\n";
        String table = leader.upload(
                        "/knowledge/import",
                        Map.of("kind", "SERVICE"),
                        "file",
                        "名录.csv",
                        csv.getBytes(StandardCharsets.UTF_8))
                .body();
        assertThat(table).contains("已成草稿：1 条").contains("奇怪的列").contains("没有导入：1");
    }

    /** Each character is nine in a form: what can be imported can be changed as well. */
    @Test
    void a_document_of_hundreds_of_pages_is_changed_and_saved_whole() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 1; text.length() < 400_000; i++)
            text.append("第").append(i).append("条 供热单位应当按照规定保障居民室内温度，不得擅自推迟、中止供热。\n");
        ScreenClient leader = ScreenClient.as(port, "heating-leader");
        String page = leader.upload(
                        "/knowledge/import",
                        Map.of("kind", "PROCEDURE"),
                        "file",
                        "供热全书.txt",
                        ("供热全书\n" + text).getBytes(StandardCharsets.UTF_8))
                .body();
        Matcher at = Pattern.compile("/knowledge/([0-9a-f-]{36})").matcher(page);
        assertThat(at.find()).as(page).isTrue();
        String article = leader.get(at.group()).body();
        Matcher form =
                Pattern.compile("/knowledge/versions/([0-9a-f-]{36})/form").matcher(article);
        assertThat(form.find()).isTrue();
        String version = "/knowledge/versions/" + form.group(1);
        assertThat(leader.get(version + "/form?article=" + at.group(1)).body()).contains("第9000条");
        Map<String, String> changed =
                Map.of("article", at.group(1), "kind", "PROCEDURE", "title", "供热全书", "text", text + "附则 完");
        assertThat(leader.post(version, changed).statusCode()).isEqualTo(302);
        assertThat(leader.get(at.group()).body()).contains("第1条").contains("附则 完");
        assertThat(ScreenClient.nobody(port).post(version, changed).statusCode())
                .as("nobody else sends as much")
                .isEqualTo(413);
        assertThat(leader.post("/knowledge/flaws", Map.of("words", text.toString()))
                        .statusCode())
                .as("and no other form")
                .isEqualTo(413);
    }

    @Test
    void tables_in_a_folder_are_read_as_tables_and_several_files_can_be_sent_at_once() throws Exception {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            file(out, "供水/问答.xlsx", xlsx());
            file(out, "供水/办法.docx", docx());
            file(out, "供水/问答.csv", "问题,答案,奇怪的列\n水表冻裂找谁,打供水热线。,x\n,没有标题,\n".getBytes(StandardCharsets.UTF_8));
            file(out, "供水/坏的.csv", "这不是表".getBytes(StandardCharsets.UTF_8));
        }
        byte[] txt = "停水通知\n振兴区今晚停水。".getBytes(StandardCharsets.UTF_8);
        ScreenClient leader = ScreenClient.as(port, "heating-leader");
        String page = leader.upload(
                        "/knowledge/import",
                        Map.of("kind", "PROCEDURE"),
                        List.of(
                                new ScreenClient.Upload("file", "供水.zip", zip.toByteArray()),
                                new ScreenClient.Upload("file", "通知.txt", txt)))
                .body();
        assertThat(page)
                .contains("已成草稿：5 条")
                .contains("水费怎么交")
                .contains("水表冻裂找谁")
                .contains("停水通知")
                .contains("奇怪的列")
                .contains("没有导入：2")
                .contains("供水/问答.csv 3 标题")
                .contains("供水/坏的.csv")
                .doesNotContain("停水通知</a> = ");
        String again = leader.upload("/knowledge/import", Map.of("kind", "PROCEDURE"), "file", "转发.txt", txt)
                .body();
        assertThat(again).contains("已成草稿：1 条").contains("库里已有相同的内容：1 条");
        assertThat(leader.upload("/knowledge/import", Map.of("kind", "PROCEDURE"), "file", "", new byte[0])
                        .statusCode())
                .isEqualTo(422);
        assertThat(leader.upload(
                                "/knowledge/import",
                                Map.of("kind", "PROCEDURE"),
                                "file",
                                "坏的.csv",
                                "这不是表".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(422);
    }

    private static byte[] xlsx() throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet();
            String[][] rows = {{"标题", "内容"}, {"水费怎么交", "到营业厅或在网上交。"}, {"水压低怎么办", "打供水热线报修。"}};
            for (int r = 0; r < rows.length; r++)
                for (int c = 0; c < 2; c++)
                    (c == 0 ? sheet.createRow(r) : sheet.getRow(r))
                            .createCell(c)
                            .setCellValue(rows[r][c]);
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void file(ZipOutputStream out, String name, byte[] bytes) throws Exception {
        out.putNextEntry(new ZipEntry(name));
        out.write(bytes);
        out.closeEntry();
    }

    private static byte[] docx() throws Exception {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("丹东市物业管理办法");
            document.createParagraph().createRun().setText("丹政发〔2025〕12号");
            document.createParagraph().createRun().setText("物业费由业主和物业服务企业约定。");
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] scanned() throws Exception {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        }
    }
}
