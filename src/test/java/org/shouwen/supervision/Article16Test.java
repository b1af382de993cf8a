package org.shouwen.supervision;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.TestClock;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.VerificationProbe;
import org.shouwen.problems.Refusal;
import org.shouwen.regulation.Clause;
import org.shouwen.supervision.Supervision.How;
import org.shouwen.supervision.Supervision.Level;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.LimitSweep;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;

/** Article 16: found by the system, ruled by people, first by phone or on site, second by document, escalated by itself. */
@org.springframework.context.annotation.Import(LimitSweep.class)
class Article16Test extends BrowserTest {
    private static final CurrentUser SUPERVISOR = People.SUPERVISOR;
    private static final CurrentUser HEATING = People.desk("heating");

    @Autowired
    TestClock clock;

    @Autowired
    Cases cases;

    @Autowired
    WorkOrders orders;

    @Autowired
    Supervisions supervisions;

    @Autowired
    LimitSweep sweep;

    @BeforeEach
    void morning() {
        clock.set("2026-09-30T10:00");
    }

    private String dispatched() {
        return cases.aCase().dispatchedTo("heating").number();
    }

    /** Where the database shows a unit its own rows only, its act still calls for supervision. */
    @Test
    void an_act_of_a_late_unit_itself_calls_for_supervision() {
        String number = dispatched();
        clock.set("2026-10-30T10:00");
        org.shouwen.rowsecurity.UnitScope.within(
                "heating",
                () -> orders.act(number, new Command.Receive(), HEATING, null).orThrow());
        assertThat(triggers(number)).extracting(Trigger::kind).contains(Trigger.Kind.OVERDUE);
    }

    private List<Trigger> triggers(String number) {
        return supervisions.triggers(SUPERVISOR, null, 10_000).items().stream()
                .filter(t -> t.orderNumber().equals(number))
                .toList();
    }

    private void refused(Runnable asked) {
        assertThatThrownBy(asked::run)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.clause()).isEqualTo(Clause.A16.name()));
    }

    @Autowired
    VerificationProbe verification;

    @AfterEach
    void all_stands_as_the_journal_wrote_it() {
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void what_is_overdue_is_found_the_moment_it_is_marked_and_once() {
        String number = dispatched();
        clock.set("2026-10-16T09:00");
        sweep.run();
        sweep.run();
        assertThat(triggers(number)).extracting(Trigger::kind).containsExactly(Trigger.Kind.OVERDUE);
        supervisions.issue(number, Level.FIRST, How.PHONE, "请立即处理", SUPERVISOR);
        assertThat(triggers(number)).as("settled by the supervision").isEmpty();
    }

    @Test
    void the_first_is_by_phone_or_on_site_the_second_by_document_and_in_this_order() {
        String number = dispatched();
        refused(() -> supervisions.issue(number, Level.SECOND, How.DOCUMENT, "x", SUPERVISOR));
        refused(() -> supervisions.issue(number, Level.FIRST, How.DOCUMENT, "x", SUPERVISOR));
        refused(() -> supervisions.issue(number, Level.FIRST, How.PHONE, " ", SUPERVISOR));
        refused(() -> supervisions.issue(number, Level.FIRST, How.PHONE, "x", HEATING));
        Supervision first = supervisions.issue(number, Level.FIRST, How.PHONE, "请说明原因", SUPERVISOR);
        refused(() -> supervisions.issue(number, Level.SECOND, How.DOCUMENT, "x", SUPERVISOR));
        supervisions.answer(first.number(), "答应今晚供热", null, SUPERVISOR);
        refused(() -> supervisions.answer(first.number(), "又说", null, SUPERVISOR));
        refused(() -> supervisions.issue(number, Level.FIRST, How.PHONE, "x", SUPERVISOR));
        refused(() -> supervisions.issue(number, Level.SECOND, How.PHONE, "x", SUPERVISOR));
        Supervision second = supervisions.issue(number, Level.SECOND, How.DOCUMENT, "仍未解决", SUPERVISOR);
        refused(() -> supervisions.answer(second.number(), "好了", null, HEATING));
        refused(() -> supervisions.answer(second.number(), "好了", null, SUPERVISOR));
    }

    @Test
    void a_first_unanswered_by_its_limit_becomes_a_second_by_itself() {
        String number = dispatched();
        Supervision first = supervisions.issue(number, Level.FIRST, How.PHONE, "请说明原因", SUPERVISOR);
        assertThat(first.due()).as("2 working days over the National Day").isEqualTo(TestClock.at("2026-10-10T00:00"));
        clock.set("2026-10-09T23:59");
        assertThat(supervisions.escalate()).isZero();
        clock.set("2026-10-10T00:00");
        supervisions.escalate();
        assertThat(supervisions.escalate()).as("once").isZero();
        List<Supervision> all = supervisions.ofOrder(first.order());
        assertThat(all).hasSize(2);
        assertThat(all.getFirst().escalatedAt()).isNotNull();
        assertThat(all.getLast().level()).isEqualTo(Level.SECOND);
        assertThat(all.getLast().issuedBy()).isEqualTo("system");
    }

    @Test
    void from_the_trigger_to_the_signed_answer() throws Exception {
        String number = dispatched();
        clock.set("2026-10-16T09:00");
        sweep.run();
        Page page = as("supervisor");
        page.navigate("/supervisions");
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(number));
        assertThat(row).containsText("逾期未办结");
        shot(page, "supervision-triggers");
        row.locator("[name=words]").fill("逾期未办结，请说明原因");
        row.locator("button[value='FIRST/PHONE']").click();
        assertThat(page.locator(".sw-told")).containsText("已督办");
        Supervision first = supervisions.list(HEATING, null, 200).items().stream()
                .filter(f -> f.orderNumber().equals(number))
                .findFirst()
                .orElseThrow();
        supervisions.answer(first.number(), "答应两日内办结", null, SUPERVISOR);
        Supervision second = supervisions.issue(number, Level.SECOND, How.DOCUMENT, "承诺未兑现，室温仍为14度。", SUPERVISOR);

        page.navigate("/supervisions/" + second.number());
        Download file = page.waitForDownload(() -> page.click("text=下载督办单"));
        try (XWPFDocument doc = new XWPFDocument(Files.newInputStream(file.path()))) {
            String text = String.join(
                    "\n", doc.getParagraphs().stream().map(p -> p.getText()).toList());
            assertThat(text).contains("督〔2026〕", "丹东市热力集团", "室温仍为14度", "第十六条", "分管领导签批");
        }

        Page unit = as("heating");
        unit.navigate("/supervisions/" + second.number());
        unit.fill("[name=words]", "已更换循环泵，室温20度");
        unit.locator("aside button[type=submit]").click();
        assertThat(unit.locator(".sw-problem")).containsText("须经分管领导签批");
        assertThat(unit.locator("[name=words]")).hasValue("已更换循环泵，室温20度");
        unit.locator("[name=signed]")
                .setInputFiles(new FilePayload(
                        "签批.pdf", "application/pdf", "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII)));
        unit.locator("aside button[type=submit]").click();
        assertThat(unit.locator("main")).containsText("已更换循环泵");
        shot(unit, "supervision-answered");
        Page other = as("housing");
        assertThat(other.navigate("/supervisions/" + second.number()).status()).isEqualTo(404);
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void a_person_names_a_plain_mistake_and_a_person_rules_that_there_is_none() {
        String number = dispatched();
        supervisions.name(number, "两次联系诉求人均未到场", SUPERVISOR);
        Trigger named = triggers(number).getFirst();
        assertThat(named.kind()).isEqualTo(Trigger.Kind.PERSON);
        supervisions.dismiss(named.id(), "已核实到场", SUPERVISOR);
        assertThat(triggers(number)).isEmpty();
    }
}
