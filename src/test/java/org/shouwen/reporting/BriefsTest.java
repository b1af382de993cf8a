package org.shouwen.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shouwen.reporting.BriefWeek.BUREAU;
import static org.shouwen.reporting.BriefWeek.LEADER;
import static org.shouwen.reporting.BriefWeek.next;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.Cases;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.documents.Printed;
import org.shouwen.jobs.Job;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Refusal;
import org.shouwen.problems.Stale;
import org.shouwen.reporting.briefs.Brief;
import org.shouwen.reporting.briefs.BriefDocument;
import org.shouwen.reporting.briefs.BriefText;
import org.shouwen.reporting.briefs.Briefs;
import org.springframework.beans.factory.annotation.Autowired;

/** A brief makes itself on its day, is edited and sent, keeps its versions, and says what came of promises (Art. 2). */
@ShouwenTest
class BriefsTest {
    @TempDir
    Path dir;

    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    Briefs briefs;

    @Autowired
    BriefDocument document;

    @Autowired
    List<Job> jobs;

    private BriefWeek week() {
        return new BriefWeek(cases, clock, briefs, document, jobs);
    }

    @Test
    void on_its_day_it_makes_itself_once_with_figures_charts_and_masked_samples() throws Exception {
        Brief b = week().of(LocalDate.parse("2051-11-13"));
        week().run("reporting-briefs");
        assertThat(briefs.list(BUREAU, null, 200).items().stream()
                        .filter(l -> l.period().from().equals(b.period().from())))
                .as("once")
                .hasSize(1);
        assertThat(b.versions())
                .singleElement()
                .satisfies(v -> assertThat(v.writer()).isEmpty());
        assertThat(b.data().risings().getFirst().seen()).isEqualTo(6);
        assertThat(b.of(1)).hasSize(2);
        String paper = week().words(b);
        assertThat(paper)
                .contains("政务便民服务诉求周报", "2051年第46期", "共受理诉求6件", "比上周增加5件（500.0%）", "天不热", "按时办理率")
                .doesNotContain("姬伯安", "13712345670", "1371234");
        try (XWPFDocument doc = new XWPFDocument(new ByteArrayInputStream(document.docx(b, b.valid())))) {
            assertThat(doc.getAllPictures()).hasSize(2);
        }
        if (Printed.there("soffice") && Printed.there("pdftotext"))
            assertThat(String.join("", Printed.pages(document.docx(b, b.valid()), dir, "weekly-brief")))
                    .contains("图1每日受理量", "四、上期事项落实情况");
    }

    @Test
    void it_is_edited_before_it_is_sent_and_every_version_stays() {
        Brief b = week().of(LocalDate.parse("2052-11-11"));
        BriefText first = b.latest().text();
        briefs.edit(b.id(), 1, next(first, "降温，诉求增加。", ""), BUREAU);
        assertThatThrownBy(() -> briefs.edit(b.id(), 1, next(first, "另一个人也在改", ""), BUREAU))
                .isInstanceOf(Stale.class);
        assertThatThrownBy(() -> briefs.edit(b.id(), 2, next(first, "请联系13712345670", ""), BUREAU))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("brief-personal");
        assertThatThrownBy(() -> briefs.get(b.id(), LEADER)).as("not sent").isInstanceOf(NotFound.class);
        briefs.send(b.id(), 2, BUREAU);
        assertThatThrownBy(() -> briefs.edit(b.id(), 2, next(first, "再改", ""), BUREAU))
                .isInstanceOf(Refusal.class);
        Brief sent = briefs.get(b.id(), LEADER);
        assertThat(sent.versions())
                .hasSize(2)
                .first()
                .extracting(Brief.Version::text)
                .isEqualTo(first);
        assertThat(sent.valid().text().overview()).isEqualTo("降温，诉求增加。");
    }

    @Test
    void the_next_one_says_what_came_of_what_was_promised() throws Exception {
        LocalDate monday = LocalDate.parse("2053-11-10");
        Brief b = week().of(monday);
        clock.set(monday.plusWeeks(1) + "T10:00");
        String order = cases.aCase()
                .dispatchedTo("heating")
                .received()
                .reported()
                .closed()
                .number();
        briefs.edit(b.id(), 1, next(b.latest().text(), "一", order), BUREAU);
        briefs.send(b.id(), 2, BUREAU);
        clock.set(monday.plusWeeks(2) + "T06:00");
        week().run("reporting-briefs");
        assertThat(week().words(week().latest(monday.plusWeeks(1))))
                .contains("检修北山换热站（责任单位：热力集团，时限：11月底前，工单" + order + "）——工单11月17日办结。");
    }
}
