package org.shouwen.accountability;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Disposition.Ordered;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.directory.UnitId;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Refusal;
import org.shouwen.regulation.Clause;
import org.shouwen.rowsecurity.UnitScope;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;

/** Articles 22 to 24 are carried out fairly: told, answered, heard, found and read, by persons who are not one. */
class FairProcedureTest extends BrowserTest {
    private static final CurrentUser OPENER = person("o", null, Role.BUREAU);
    private static final CurrentUser HEARER = person("h", null, Role.BUREAU);
    private static final CurrentUser FINDER = person("f", null, Role.BUREAU);
    private static final CurrentUser UNIT = person("u", "heating", Role.UNIT_LEADER);
    private static final CurrentUser OTHER = person("x", "housing", Role.UNIT_LEADER);
    private static final CurrentUser DISPATCHER = person("d", null, Role.DISPATCHER, Role.AGENT);

    @Autowired
    TestClock clock;

    @Autowired
    Accountability accountability;

    @Autowired
    OwnBreaches own;

    @Autowired
    BreachesOfTheYear year;

    @Autowired
    Intake intake;

    @Autowired
    WorkOrders orders;

    @Autowired
    VerificationProbe verification;

    private static CurrentUser person(String login, @Nullable String unit, Role... roles) {
        return new CurrentUser(UUID.randomUUID(), login, login, unit, null, Set.of(roles));
    }

    private static void refused(Runnable asked) {
        assertThatThrownBy(asked::run).isInstanceOf(Refusal.class);
    }

    private Breach opened() {
        return accountability.open("heating", "受理员甲", Clause.A22_1, null, "首问未受理", OPENER);
    }

    @Test
    void opening_hearing_and_finding_are_not_one_persons() {
        clock.set("2026-09-30T10:00");
        Breach b = opened();
        refused(() -> accountability.hear(b.number(), "听取", OPENER));
        accountability.hear(b.number(), "听取", HEARER);
        refused(() -> accountability.hear(b.number(), "由他人再听，先听的便可认定", FINDER));
        accountability.hear(b.number(), "听取，有补充", HEARER);
        refused(() -> accountability.find(b.number(), true, "属实", "通报", List.of(), OPENER));
        refused(() -> accountability.find(b.number(), true, "属实", "通报", List.of(), HEARER));
        Breach found = accountability.find(b.number(), true, "属实", "通报", List.of(), FINDER);
        assertThat(found.steps().hearer()).isNotNull().extracting(h -> h.name()).isEqualTo("h");
        assertThat(found.steps().finder()).isNotNull().extracting(h -> h.name()).isEqualTo("f");
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void the_unit_is_told_answers_until_it_is_heard_and_reads_the_finding() {
        clock.set("2026-09-30T10:00");
        Breach b = opened();
        UnitScope.within("heating", () -> {
            assertThat(own.waiting(UNIT)).isPositive();
            assertThat(own.get(b.number(), UNIT).steps().told()).isEqualTo(clock.instant());
            own.answer(b.number(), "当日已电话说明", UNIT);
            own.answer(b.number(), "当日已电话说明，有录音", UNIT);
            refused(() -> own.read(b.number(), UNIT));
        });
        UnitScope.within(
                "housing",
                () -> assertThatThrownBy(() -> own.get(b.number(), OTHER))
                        .as("another unit's case")
                        .isInstanceOf(NotFound.class));
        assertThat(accountability.get(b.number(), OPENER).steps().answer()).contains("有录音");
        accountability.hear(b.number(), "当面陈述", HEARER);
        UnitScope.within("heating", () -> refused(() -> own.answer(b.number(), "再说", UNIT)));
        accountability.find(b.number(), false, "不属实", "", List.of(), FINDER);
        UnitScope.within("heating", () -> own.read(b.number(), UNIT));
        assertThat(accountability.get(b.number(), OPENER).steps().read()).returns("u", r -> r == null ? "" : r.name());
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void another_units_order_is_no_evidence() {
        clock.set("2026-09-30T10:00");
        String number = intake.take(
                        AnAppeal.saying("路灯不亮").title("路灯不亮").by(Identity.UNNAMED),
                        new Ordered(null, null, null),
                        Origin.portal(null),
                        DISPATCHER)
                .orThrow()
                .number();
        refused(() -> accountability.open("heating", "", Clause.A22_1, number, "无关", OPENER));
        orders.act(number, new Command.Dispatch(new UnitId("housing"), List.of(), "ordinary"), DISPATCHER, null)
                .orThrow();
        refused(() -> accountability.open("heating", "", Clause.A22_1, number, "无关", OPENER));
        orders.act(number, new Command.DispatchElsewhere(new UnitId("zhenxing"), "ordinary", "派错"), DISPATCHER, null)
                .orThrow();
        assertThat(accountability
                        .open("housing", "", Clause.A22_1, number, "它办过", OPENER)
                        .orderNumber())
                .isEqualTo(number);
    }

    @Test
    void the_second_within_a_year_alarms_by_itself_and_the_referral_lies_ready() throws Exception {
        clock.set("2026-09-30T10:00");
        found(Clause.A22_1);
        Breach second = found(Clause.A22_2);
        assertThat(second.second()).isTrue();
        assertThat(year.toRefer(OPENER)).contains(second.number());
        assertThat(year.counts())
                .anyMatch(c -> c.unit().code().equals("zhenxing") && c.person().isEmpty() && c.verified() == 2)
                .anyMatch(c -> c.unit().code().equals("zhenxing") && c.person().equals("乙") && c.verified() == 2);
        Page page = as("bureau");
        page.navigate("/breaches");
        assertThat(page.locator(".sw-problem[role=alert]")).containsText(second.number());
        shot(page, "breach-alarm");
        page.navigate("/breaches/" + second.number());
        assertThat(page.locator("[name=to]")).hasValue("市纪委监委");
        assertThat(page.locator("[name=lead]")).hasValue("A23_4");
        Download letter =
                page.waitForDownload(() -> page.locator("a[href$='/referral']").click());
        try (XWPFDocument doc = new XWPFDocument(Files.newInputStream(letter.path()));
                XWPFWordExtractor text = new XWPFWordExtractor(doc)) {
            assertThat(text.getText()).contains("市纪委监委", "十二个月内被追究责任两次以上", "第二十三条", "当面陈述");
        }
        shot(page, "breach-referral-ready");
        accountability.refer(second.number(), Clause.A23_4, "市纪委监委", OPENER);
        assertThat(year.toRefer(OPENER)).doesNotContain(second.number());
    }

    private Breach found(Clause ground) {
        Breach b = accountability.open("zhenxing", "乙", ground, null, "首问推诿", OPENER);
        accountability.hear(b.number(), "当面陈述", HEARER);
        return accountability.find(b.number(), true, "查证属实", "通报批评", List.of(), FINDER);
    }

    @Test
    void in_the_browser_the_unit_sees_it_at_its_inbox_answers_and_reads() {
        clock.set("2026-09-30T10:00");
        Breach b = opened();
        Page unit = as("heating");
        unit.navigate("/unit/inbox");
        assertThat(unit.locator("main .sw-problem")).containsText("追责");
        unit.locator("main .sw-problem a").click();
        unit.locator("a:has-text('" + b.number() + "')").click();
        unit.fill("[name=words]", "当日已答复诉求人");
        shot(unit, "unit-breach");
        unit.locator("aside button[type=submit]").click();
        assertThat(unit.locator("dl.sw-facts")).containsText("当日已答复诉求人");
        accountability.hear(b.number(), "当面陈述", HEARER);
        accountability.find(b.number(), true, "查证属实", "书面检查", List.of(), FINDER);
        unit.navigate("/unit-breaches/" + b.number());
        assertThat(unit.locator("dl.sw-facts")).containsText("书面检查");
        unit.locator("button:has-text('已阅知')").click();
        assertThat(unit.locator("button:has-text('已阅知')")).hasCount(0);
        shot(unit, "unit-breach-read");
        assertThat(as("heating-officer").navigate("/unit-breaches").status()).isEqualTo(403);
        assertThat(scriptErrors).isEmpty();
    }
}
