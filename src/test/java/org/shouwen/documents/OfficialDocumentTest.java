package org.shouwen.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GB/T 9704-2012 on paper: printed by LibreOffice, where it is there, and read back line by line. */
class OfficialDocumentTest {
    private static final String ISSUER = "丹东市8890政务便民服务平台督办单";

    @TempDir
    Path dir;

    private static OfficialDocument of(List<String> body) {
        return new OfficialDocument(
                ISSUER, "督〔2026〕1号", "关于工单20261125-000001办理情况的督办通知", "丹东市热力集团", body, "丹东市8890政务便民服务平台", "2026年10月9日");
    }

    @Test
    void a_title_is_broken_where_words_end_into_lines_of_nearly_equal_length() {
        assertThat(LineBreaks.of("关于督办的通知", 19)).containsExactly("关于督办的通知");
        assertThat(LineBreaks.of("关于工单20261111-000001有关情况的专报", 19))
                .as("digits of another typeface are wider: no character is left alone on its line")
                .hasSize(2)
                .allSatisfy(l -> assertThat(l).hasSizeGreaterThan(5));
        List<String> lines = LineBreaks.of("关于工单20261125-000001室内温度长期不达标且多次催办仍未办结情况的督办通知", 19);
        assertThat(lines)
                .hasSize(2)
                .allSatisfy(l -> assertThat(LineBreaks.width(l)).isLessThanOrEqualTo(19));
        assertThat(String.join("", lines)).contains("20261125-000001");
        assertThat(lines.getFirst() + "|").contains("20261125-000001");
        assertThat(lines.getLast()).doesNotStartWith("的");
        assertThat(Math.abs(LineBreaks.width(lines.getFirst()) - LineBreaks.width(lines.getLast())))
                .isLessThan(4);
    }

    @Test
    void a_full_page_has_22_lines_of_28_characters() throws Exception {
        List<String> pages = printed(of(List.of("督".repeat(28 * 60 - 2))));
        List<String> second = pages.get(1).lines().filter(l -> l.contains("督督")).toList();
        assertThat(second).hasSize(22); // and the last page is not full
        assertThat(second).allSatisfy(l -> assertThat(l.strip()).hasSize(28));
    }

    @Test
    void pages_are_numbered_outside_and_the_date_is_never_alone() throws Exception {
        for (int lines = 8; lines < 18; lines++) {
            List<String> pages = printed(of(Collections.nCopies(lines, "督".repeat(26))));
            String last = pages.getLast();
            assertThat(last).as(lines + " lines").contains("2026年10月9日").contains("督督督");
            assertThat(last).contains("丹东市8890政务便民服务平台");
            for (int p = 0; p < pages.size(); p++) assertThat(pages.get(p)).contains("—" + (p + 1) + "—");
        }
    }

    @Test
    void a_heading_stands_with_what_it_heads() throws Exception {
        for (int lines = 3; lines < 15; lines++) {
            List<String> body = new ArrayList<>(Collections.nCopies(lines, "督".repeat(26)));
            body.addAll(List.of("三、依据", "《办法》第十六条。".repeat(8)));
            for (String page : printed(of(body)))
                assertThat(page.strip().replaceAll("\\s*—\\s*\\d+\\s*—$", ""))
                        .as(lines + " lines")
                        .doesNotEndWith("三、依据");
        }
    }

    @Test
    void the_number_stands_two_lines_below_the_issuer_and_the_title_two_below_the_red_line() throws Exception {
        assertThat(printed(of(List.of("请尽快办理。"))).getFirst().strip())
                .matches("(?s)" + ISSUER + "\\s*督〔2026〕1号\\s*关于工单20261125-000001.*");
        try (XWPFDocument doc =
                new XWPFDocument(new ByteArrayInputStream(of(List.of("请尽快办理。")).docx()))) {
            List<String> lines =
                    doc.getParagraphs().stream().map(XWPFParagraph::getText).toList();
            assertThat(lines.subList(0, 6)).containsExactly(ISSUER, "", "", "督〔2026〕1号", "", "");
            assertThat(doc.getParagraphs().getFirst().getSpacingBefore() / 20.0 / 72 * 25.4)
                    .isBetween(34.9, 35.1);
        }
    }

    @Test
    void a_title_goes_on_below_its_number_and_not_within_a_word() {
        assertThat(LineBreaks.of("关于工单20261111-000001办理情况的督办通知", 19))
                .containsExactly("关于工单20261111-000001", "办理情况的督办通知");
        assertThat(LineBreaks.of("关于工单20261111-000001有关情况的专报", 19)).containsExactly("关于工单20261111-000001", "有关情况的专报");
    }

    @Test
    void the_name_of_a_street_is_not_parted_from_its_last_character() {
        assertThat(LineBreaks.of("关于工单20261125-000017锦山大街华盛小区室内温度长期不达标且多次催办仍未办结的督办通知", 19))
                .allSatisfy(l -> assertThat(l).doesNotStartWith("街"));
    }

    @Test
    void below_a_last_paragraph_of_any_length_the_date_stands_with_words() throws Exception {
        String sentence = "换热站循环泵已更换，3号楼2单元室内温度回升到20.5℃，来电人（热力表号31020088）表示认可。";
        for (int sentences : new int[] {4, 6, 7, 8, 9, 10, 11, 14, 25}) {
            List<String> pages = printed(of(List.of("督".repeat(26), sentence.repeat(sentences))));
            assertThat(pages.getLast()).as(sentences + " sentences").contains("2026年10月9日", "表示认可");
        }
        String text = sentence.repeat(25);
        assertThat(LastParagraph.of(text)).hasSize(2);
        assertThat(String.join("", LastParagraph.of(text))).isEqualTo(text);
        assertThat(LastParagraph.of("他说“" + "等".repeat(300) + "，不起。”"))
                .as("nowhere to part it")
                .hasSize(1);
    }

    @Test
    void a_long_signer_stands_on_two_lines_centred_over_the_date() throws Exception {
        String signer = "中国（辽宁）自由贸易试验区丹东片区管理委员会市民热线受理中心办公室";
        List<String> lines = LineBreaks.of(signer, 26);
        List<String> page = printed(
                        new OfficialDocument(ISSUER, "", "关于催办的通知", "丹东市热力集团", List.of("请尽快办理。"), signer, "2026年10月9日"))
                .getFirst()
                .lines()
                .filter(l -> !l.isBlank())
                .map(String::strip)
                .toList();
        assertThat(lines).hasSize(2).allSatisfy(l -> assertThat(l).hasSizeGreaterThan(12));
        assertThat(page).containsSubsequence(lines.getFirst(), lines.getLast(), "2026年10月9日");
    }

    @Test
    void a_quoted_name_in_a_title_is_not_broken_where_it_fits() {
        assertThat(LineBreaks.of("关于开展“我为群众办实事”与《丹东市8890办法》落实情况的专报", 19))
                .containsExactly("关于开展“我为群众办实事”与", "《丹东市8890办法》落实情况的专报");
        assertThat(LineBreaks.of("关于落实《" + "丹东市政务便民服务平台管理办法".repeat(3) + "》的通知", 19))
                .as("a name longer than a line is broken within")
                .hasSizeGreaterThan(2)
                .allSatisfy(l -> assertThat(LineBreaks.width(l)).isLessThanOrEqualTo(19));
    }

    @Test
    void the_red_head_stands_on_one_line() throws Exception {
        assertThat(printed(of(List.of("请尽快办理。"))).getFirst().lines().map(String::strip))
                .contains(ISSUER);
    }

    /** The text of each page, as it stands in the PDF. */
    private List<String> printed(OfficialDocument doc) throws IOException, InterruptedException {
        Assumptions.assumeTrue(there("soffice") && there("pdftotext"), "LibreOffice and pdftotext are not installed");
        Path docx = Files.write(dir.resolve("paper.docx"), doc.docx());
        run(
                "soffice",
                "-env:UserInstallation=" + dir.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                dir.toString(),
                docx.toString());
        run(
                "pdftotext",
                "-layout",
                dir.resolve("paper.pdf").toString(),
                dir.resolve("paper.txt").toString());
        Path seen = Files.createDirectories(Path.of("target", "papers"));
        Files.copy(
                dir.resolve("paper.pdf"),
                seen.resolve("official-document.pdf"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return Stream.of(Files.readString(dir.resolve("paper.txt")).split("\f"))
                .map(p -> p.replace(" ", "")) // gaps between Chinese and digits are no words
                .filter(p -> !p.isBlank())
                .toList();
    }

    private static boolean there(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(d -> Files.isExecutable(Path.of(d, program)));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(command[0]).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
