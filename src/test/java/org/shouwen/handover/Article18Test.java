package org.shouwen.handover;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwen.regulation.Clause.A18_1;
import static org.shouwen.regulation.Clause.A18_2;
import static org.shouwen.regulation.Clause.A18_3;
import static org.shouwen.regulation.Clause.A19;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.handover.Handover.Kind;
import org.shouwen.history.VerificationProbe;
import org.shouwen.regulation.Clause;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Articles 18 and 19: handed on with a reason, a paper and a limit, and chased until the answer is in. */
class Article18Test extends BrowserTest {
    private static final UnitId HEATING = new UnitId("heating");

    @Autowired
    JdbcClient jdbc;

    private static CurrentUser person(Role role, @Nullable String unit) {
        return new CurrentUser(UUID.randomUUID(), role.name(), role.name(), unit, null, Set.of(role));
    }

    private static void refused(
            Clause under, Kind kind, Clause ground, String to, String why, int days, CurrentUser by) {
        assertThat(Handover.refuse(kind, ground, to, why, days, HEATING, by))
                .hasValueSatisfying(r -> assertThat(r.under()).isEqualTo(under));
    }

    @Autowired
    VerificationProbe verification;

    @AfterEach
    void all_stands_as_the_journal_wrote_it() {
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void three_grounds_lead_to_the_petition_office_and_the_platform_hands_over() {
        CurrentUser desk = person(Role.DISPATCHER, null);
        for (Clause g : new Clause[] {A18_1, A18_2, A18_3})
            assertThat(Handover.refuse(Kind.PETITION, g, "市信访局", "历史遗留", 15, HEATING, desk))
                    .isEmpty();
        refused(A18_1, Kind.PETITION, A19, "市信访局", "x", 15, desk);
        refused(A18_1, Kind.PETITION, A18_2, "市信访局", "x", 15, person(Role.UNIT_LEADER, "heating"));
        refused(A18_2, Kind.PETITION, A18_2, " ", "x", 15, desk);
        refused(A18_3, Kind.PETITION, A18_3, "市信访局", " ", 15, desk);
        refused(A18_3, Kind.PETITION, A18_3, "市信访局", "x", 0, desk);
    }

    @Test
    void the_lead_units_leader_writes_the_special_report() {
        assertThat(Handover.refuse(
                        Kind.SPECIAL_REPORT, A19, "分管市领导", "x", 7, HEATING, person(Role.UNIT_LEADER, "heating")))
                .isEmpty();
        refused(A19, Kind.SPECIAL_REPORT, A19, "分管市领导", "x", 7, person(Role.UNIT_LEADER, "housing"));
        refused(A19, Kind.SPECIAL_REPORT, A19, "分管市领导", "x", 7, person(Role.UNIT_DESK, "heating"));
        refused(A19, Kind.SPECIAL_REPORT, A18_1, "分管市领导", "x", 7, person(Role.UNIT_LEADER, "heating"));
    }

    @Test
    void handed_over_printed_and_answered_in_the_browser() throws Exception {
        String number = jdbc.sql(
                        "select number from workorder.work_order where state = 'IN_HAND' and lead_unit = 'heating' limit 1")
                .query(String.class)
                .single();
        Page page = as("dispatcher");
        page.navigate("/handovers");
        page.locator("aside summary").first().click();
        page.fill("aside details[open] [name=order]", number);
        page.fill("aside details[open] [name=reason]", "管网产权历史遗留，多年未决。");
        page.locator("aside details[open] button[type=submit]").click();
        assertThat(page.locator(".sw-told")).containsText("已移交");
        shot(page, "handovers");
        page.locator("td.sw-num a").first().click();
        shot(page, "handover-petition");
        Download file = page.waitForDownload(() -> page.click("text=下载公文"));
        try (XWPFDocument doc = new XWPFDocument(Files.newInputStream(file.path()))) {
            assertThat(String.join(
                            "\n",
                            doc.getParagraphs().stream().map(p -> p.getText()).toList()))
                    .contains("市信访局", "管网产权历史遗留", "第十八条第一项");
        }
        page.navigate("/handovers");
        page.fill("[name=answer]", "已受理，转市住建局会同办理。");
        page.click("text=记录");
        assertThat(page.locator("main")).containsText("已受理，转市住建局会同办理。");
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void the_city_leader_reads_a_special_report_and_answers_it_in_the_system() {
        String number = jdbc.sql("select number from workorder.work_order where state = 'IN_HAND'"
                        + " and lead_unit = 'heating' order by number desc limit 1")
                .query(String.class)
                .single();
        Page unit = as("heating-leader");
        unit.navigate("/handovers");
        unit.locator("aside summary").last().click();
        unit.fill("aside details[open] [name=order]", number);
        unit.fill("aside details[open] [name=reason]", "换热站用电增容需供电公司配合。");
        unit.locator("aside details[open] button[type=submit]").click();
        Page leader = as("mayor");
        leader.navigate("/home");
        org.assertj.core.api.Assertions.assertThat(leader.url()).endsWith("/overview");
        leader.navigate("/handovers");
        assertThat(leader.locator("main")).not().containsText("市信访局");
        leader.locator("tr", new Page.LocatorOptions().setHasText(number))
                .locator("td.sw-num a")
                .first()
                .click();
        assertThat(leader.locator("article")).containsText("换热站用电增容需供电公司配合。");
        assertThat(leader.locator("article")).containsText("首问责任部门丹东市热力集团");
        leader.click("text=已阅");
        assertThat(leader.locator(".sw-mark").first()).containsText("市领导 示例");
        leader.fill("[name=answer]", "请供电公司三日内完成增容。");
        shot(leader, "special-report");
        leader.locator("aside details button[type=submit]").click();
        unit.navigate("/handovers");
        assertThat(unit.locator("tr", new Page.LocatorOptions().setHasText(number))
                        .first())
                .containsText("请供电公司三日内完成增容。");
        assertThat(unit.locator("main")).containsText("已阅");
    }
}
