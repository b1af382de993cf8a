package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
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
