package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.identity.Identity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A topic report counts what a search finds for whoever asks, and quotes nobody (Art. 2, 21). */
@ShouwenTest
@Import(IndexRun.class)
class TopicTest {
    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    IndexRun index;

    private static NewAppeal tap(String who, boolean secret) {
        return AnAppeal.saying("我叫" + who + "，电话13712345670，锈水龙头流了三天，水压也低")
                .matterClass("heat-cold")
                .place("210603")
                .location("示例小区")
                .happenedAt("昨晚")
                .title("锈水问题")
                .secret(secret)
                .by(Identity.of(who, "13712345670", "", null));
    }

    @Test
    void it_has_trend_places_units_words_and_masked_examples_on_page_paper_and_table() throws Exception {
        for (int day = 1; day <= 4; day++) {
            clock.set("2027-08-0" + day + "T10:00");
            cases.aCase(tap("姬伯安", day == 4)).dispatchedTo("heating").received();
        }
        cases.aCase().dispatchedTo("housing");
        index.now();
        String query = "q=%E9%94%88%E6%B0%B4&from=2027-08-01&to=2027-08-31";
        ScreenClient bureau = ScreenClient.as(port, "bureau");
        assertThat(bureau.get("/search?" + query).body()).contains("专题报告");
        String page = bureau.get("/topic?" + query).body();
        assertThat(page).contains("共 4 件", "振兴区", "热力", "08-01", "（略）").doesNotContain("姬伯安", "13712345670");
        assertThat(page.split("（略）", -1).length - 1)
                .as("what is to be kept from units is counted and not quoted")
                .isEqualTo(6);
        try (XWPFDocument doc =
                        new XWPFDocument(new ByteArrayInputStream(bureau.bytes("/topic/report.docx?" + query)));
                XWPFWordExtractor text = new XWPFWordExtractor(doc)) {
            assertThat(text.getText()).contains("诉求专题报告", "“锈水”", "共4件").doesNotContain("姬伯安");
        }
        assertThat(bureau.bytes("/topic/report.xlsx?" + query)).startsWith('P', 'K');
        assertThat(ScreenClient.as(port, "heating").get("/topic?" + query).body())
                .contains("共 4 件");
        assertThat(ScreenClient.as(port, "housing").get("/topic?" + query).body())
                .as("of another unit")
                .contains("没有检索到");
        assertThat(bureau.get("/topic?q=13712345670").statusCode())
                .as("a number leads to a person")
                .isEqualTo(422);
    }
}
