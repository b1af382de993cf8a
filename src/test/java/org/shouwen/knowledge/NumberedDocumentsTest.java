package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** Articles and items that a word processor numbers by itself. */
class NumberedDocumentsTest {
    private static BigInteger list(XWPFDocument document, int number, String... formats) {
        CTAbstractNum levels = CTAbstractNum.Factory.newInstance();
        levels.setAbstractNumId(BigInteger.valueOf(number));
        for (int l = 0; l < formats.length; l++) {
            String[] format = formats[l].split(" ");
            CTLvl level = levels.addNewLvl();
            level.setIlvl(BigInteger.valueOf(l));
            level.addNewStart().setVal(BigInteger.ONE);
            level.addNewNumFmt().setVal(STNumberFormat.Enum.forString(format[0]));
            level.addNewLvlText().setVal(format[1]);
        }
        XWPFNumbering numbering =
                document.getNumbering() == null ? document.createNumbering() : document.getNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(levels)));
    }

    private static void item(XWPFDocument document, BigInteger list, int level, String text) {
        XWPFParagraph p = document.createParagraph();
        p.setNumID(list);
        p.setNumILvl(BigInteger.valueOf(level));
        p.createRun().setText(text);
    }

    private static void line(XWPFDocument document, String text) {
        document.createParagraph().createRun().setText(text);
    }

    private static String read(XWPFDocument document) throws IOException {
        try (document;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.write(out);
            return DocumentReader.read("办法.docx", out.toByteArray())
                    .read()
                    .getFirst()
                    .text();
        }
    }

    @Test
    void articles_that_the_word_processor_counts_keep_their_numbers() throws IOException {
        XWPFDocument law = new XWPFDocument();
        BigInteger articles = list(law, 0, "chineseCountingThousand 第%1条", "chineseCounting （%2）", "decimal %3.");
        BigInteger chapters = list(law, 1, "chineseCountingThousand 第%1章");
        line(law, "热线管理办法");
        item(law, chapters, 0, "总则");
        item(law, articles, 0, "热线全天受理。");
        item(law, articles, 0, "下列事项不予受理：");
        item(law, articles, 1, "涉及国家秘密的；");
        item(law, articles, 1, "已进入诉讼的：");
        item(law, articles, 2, "一审；");
        item(law, chapters, 0, "附则");
        item(law, articles, 0, "本办法自发布之日起施行。");
        line(law, "附件");
        assertThat(read(law).lines())
                .containsExactly(
                        "热线管理办法",
                        "第一章 总则",
                        "第一条 热线全天受理。",
                        "第二条 下列事项不予受理：",
                        "（一） 涉及国家秘密的；",
                        "（二） 已进入诉讼的：",
                        "1. 一审；",
                        "第二章 附则",
                        "第三条 本办法自发布之日起施行。",
                        "附件");
    }

    @Test
    void points_without_a_number_get_none_and_a_list_begun_anew_counts_from_there() throws IOException {
        XWPFDocument paper = new XWPFDocument();
        BigInteger points = list(paper, 0, "bullet •");
        BigInteger items = list(paper, 1, "decimal %1.", "decimal %1.%2");
        item(paper, points, 0, "要点");
        item(paper, items, 0, "甲");
        item(paper, items, 1, "子");
        BigInteger anew = paper.getNumbering()
                .addNum(paper.getNumbering()
                        .getNum(items)
                        .getCTNum()
                        .getAbstractNumId()
                        .getVal());
        var own = paper.getNumbering().getNum(anew).getCTNum().addNewLvlOverride();
        own.setIlvl(BigInteger.ZERO);
        own.addNewStartOverride().setVal(BigInteger.valueOf(5));
        item(paper, anew, 0, "乙");
        item(paper, anew, 0, "丙");
        assertThat(read(paper).lines()).containsExactly("要点", "1. 甲", "1.1 子", "5. 乙", "6. 丙");
    }

    @ParameterizedTest
    @CsvSource({
        "chineseCounting, 10, 十",
        "chineseCounting, 12, 十二",
        "japaneseCounting, 20, 二十",
        "chineseCountingThousand, 101, 一百零一",
        "chineseCountingThousand, 110, 一百一十",
        "chineseCountingThousand, 1005, 一千零五",
        "ideographDigital, 20, 二〇",
        "decimalEnclosedCircle, 3, ③",
        "upperLetter, 28, BB",
        "lowerLetter, 2, b",
        "upperRoman, 9, IX",
        "lowerRoman, 4, iv",
        "decimal, 7, 7"
    })
    void numbers_are_written_as_the_list_says(String format, int number, String written) {
        assertThat(Counting.of(format).write(number)).isEqualTo(written);
    }
}
