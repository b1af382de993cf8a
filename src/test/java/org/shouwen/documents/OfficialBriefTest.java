package org.shouwen.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A brief with headings, tables and charts as pictures, read back, and printed by LibreOffice where it is there. */
class OfficialBriefTest {
    @TempDir
    Path dir;

    private static final Chart DAYS = new Chart(
            Chart.Form.LINE,
            List.of("11-16", "11-17", "11-18", "11-19", "11-20", "11-21", "11-22"),
            List.of(
                    new Chart.Series("本期", List.of(120d, 133d, 128d, 171d, 166d, 90d, 84d)),
                    new Chart.Series("上期", List.of(118d, 121d, 119d, 125d, 127d, 88d, 80d))));

    static final OfficialBrief BRIEF = new OfficialBrief(
            "政务便民服务诉求周报",
            "第47期",
            "市营商环境建设局",
            "2026年11月23日",
            "2026年11月16日至22日诉求情况",
            List.of(
                    new Block.Heading(1, "一、基本情况"),
                    new Block.Paragraph("本期共受理诉求892件，比上期增加24件。\n其中当场答复701件。"),
                    new Block.Picture("图1 每日受理量", "七天的受理量，周四最多，171件", DAYS),
                    new Block.Heading(2, "（一）指标"),
                    new Block.Grid(
                            "表1 主要指标",
                            List.of("指标", "本期", "上期"),
                            List.of(List.of("按时办理率", "99.1%", "98.7%"), List.of("满意率", "96.0%", "95.5%"))),
                    new Block.Picture(
                            "图2 类别",
                            "供热最多",
                            new Chart(
                                    Chart.Form.BARS,
                                    List.of("供热", "物业管理", "城市管理和综合执法方面的其他问题以及更长的名字"),
                                    List.of(new Chart.Series("本期", List.of(30d, 20d, 0d)))))),
            "市委、市政府");

    @Test
    void headings_tables_and_pictures_stand_in_it_and_pictures_say_what_they_show() throws IOException {
        try (XWPFDocument doc = new XWPFDocument(new ByteArrayInputStream(BRIEF.docx()))) {
            assertThat(doc.getAllPictures()).hasSize(2);
            assertThat(doc.getTables().getFirst().getText()).contains("按时办理率\t99.1%\t98.7%");
            assertThat(doc.getDocument().toString()).contains("descr=\"七天的受理量，周四最多，171件\"");
            assertThat(doc.getParagraphs())
                    .filteredOn(p -> p.getText().startsWith("一、"))
                    .singleElement()
                    .satisfies(p -> assertThat(p.getRuns().getFirst().getCTR().toString())
                            .contains("黑体"));
        }
    }

    @Test
    void a_picture_shows_every_number_as_long_as_the_numbers_say() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(ChartPicture.png(
                new Chart(Chart.Form.BARS, List.of("a", "b"), List.of(new Chart.Series("n", List.of(40d, 10d)))))));
        assertThat(blue(image, 100))
                .as("four times as long")
                .isBetween(4 * blue(image, 162) - 4, 4 * blue(image, 162) + 4);
    }

    /** Pixels of a row in the first colour. */
    private static int blue(java.awt.image.BufferedImage image, int y) {
        return (int) IntStream.range(0, image.getWidth())
                .filter(x -> (image.getRGB(x, y) & 0xFFFFFF) == 0x1F4E79)
                .count();
    }

    @Test
    void scales_end_at_round_numbers_that_hold_everything() {
        assertThat(ChartScale.top(0)).isEqualTo(4);
        assertThat(ChartScale.top(171)).isEqualTo(200);
        assertThat(ChartScale.top(850)).isEqualTo(1000);
        assertThat(ChartScale.top(4)).isEqualTo(4);
    }

    @Test
    void on_paper_it_has_the_red_head_and_the_two_lines_at_the_end() throws Exception {
        Assumptions.assumeTrue(
                Printed.there("soffice") && Printed.there("pdftotext"), "LibreOffice and pdftotext are not installed");
        List<String> pages = Printed.pages(BRIEF.docx(), dir, "official-brief");
        assertThat(pages.getFirst()).contains("政务便民服务诉求周报", "第47期", "市营商环境建设局", "2026年11月23日");
        assertThat(pages.getLast()).contains("报送：市委、市政府。", "2026年11月23日印发");
        assertThat(Files.exists(Path.of("target/papers/official-brief.pdf"))).isTrue();
    }
}
