package org.shouwen.reporting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.shouwen.Cases;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.identity.Identity;
import org.shouwen.jobs.Job;
import org.shouwen.reporting.briefs.Brief;
import org.shouwen.reporting.briefs.BriefDocument;
import org.shouwen.reporting.briefs.BriefText;
import org.shouwen.reporting.briefs.Briefs;

/** A week of cold flats and the brief that is made of it. */
record BriefWeek(Cases cases, TestClock clock, Briefs briefs, BriefDocument document, List<Job> jobs) {
    static final CurrentUser BUREAU = user("办公室", Role.BUREAU);
    static final CurrentUser LEADER = user("领导", Role.CITY_LEADER);

    private static CurrentUser user(String name, Role role) {
        return new CurrentUser(UUID.randomUUID(), name, name, null, null, Set.of(role));
    }

    void run(String job) {
        jobs.stream().filter(j -> j.name().equals(job)).forEach(Job::run);
    }

    private static NewAppeal cold(String words) {
        return AnAppeal.saying(words)
                .matterClass("heat-cold")
                .place("210603")
                .location("示例小区")
                .happenedAt("昨晚")
                .title("暖气不热")
                .by(Identity.of("姬伯安", "13712345670", "", null));
    }

    /** Six cold flats in the week of a Monday, one a week in the eight before; the brief of that week. */
    Brief of(LocalDate monday) {
        for (int w = 8; w > 0; w--) {
            clock.set(monday.minusWeeks(w) + "T09:00");
            cases.aCase().dispatchedTo("heating");
        }
        for (int i = 0; i < 6; i++) {
            clock.set(monday.plusDays(i) + "T09:30");
            cases.aCase(cold("我叫姬伯安，电话13712345670，家里第" + i + "天不热"))
                    .dispatchedTo("heating")
                    .received()
                    .reported()
                    .closed();
        }
        clock.set(monday.plusWeeks(1) + "T06:00");
        run("reporting-briefs");
        return latest(monday);
    }

    Brief latest(LocalDate from) {
        return briefs.get(
                briefs.list(BUREAU, null, 200).items().stream()
                        .filter(l -> l.period().from().equals(from)
                                && l.period().to().equals(from.plusDays(6)))
                        .findFirst()
                        .orElseThrow()
                        .id(),
                BUREAU);
    }

    static BriefText next(BriefText t, String overview, String order) {
        return new BriefText(
                t.title(),
                overview,
                t.quality(),
                t.rises(),
                t.promised(),
                List.of(new BriefText.Promise("检修北山换热站", "热力集团", "11月底前", order, "")),
                t.dropped());
    }

    String words(Brief b) throws IOException {
        try (XWPFDocument doc = new XWPFDocument(new ByteArrayInputStream(document.docx(b, b.valid())));
                XWPFWordExtractor text = new XWPFWordExtractor(doc)) {
            return text.getText();
        }
    }
}
