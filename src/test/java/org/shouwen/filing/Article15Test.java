package org.shouwen.filing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.Refusal;
import org.shouwen.regulation.Clause;
import org.springframework.beans.factory.annotation.Autowired;

/** Article 15: each unit files its own rules within a month, naming section and person; who is late is seen. */
class Article15Test extends BrowserTest {
    private static final PaperRef PAPER = new PaperRef(UUID.randomUUID(), "", "a.pdf", "application/pdf", 1, "00");

    @Autowired
    Register register;

    @Autowired
    Papers papers;

    @Autowired
    TestClock clock;

    private static CurrentUser leader(@org.jspecify.annotations.Nullable String unit, Role role) {
        return new CurrentUser(UUID.randomUUID(), "l", "领导", unit, null, Set.of(role));
    }

    private static void refused(Runnable asked) {
        assertThatThrownBy(asked::run)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.clause()).isEqualTo(Clause.A15.name()));
    }

    @Test
    void due_a_month_after_the_Measures_were_issued_and_late_from_the_next_day_on() {
        assertThat(register.dueDate()).isEqualTo(LocalDate.of(2026, 2, 1));
        clock.set("2026-02-01T23:59");
        assertThat(register.of(new UnitId("gas")).late()).isFalse();
        clock.set("2026-02-02T00:00");
        assertThat(register.of(new UnitId("gas")).late()).isTrue();
        register.file("首问责任管理办法", "客服科", "丁一", PAPER, leader("gas", Role.UNIT_LEADER));
        assertThat(register.of(new UnitId("gas")).late()).isFalse();
    }

    @Test
    void section_and_person_are_named_the_paper_is_there_and_a_unit_files_its_own() {
        CurrentUser leader = leader("bus", Role.UNIT_LEADER);
        refused(() -> register.file("办法", "", "丁一", PAPER, leader));
        refused(() -> register.file("办法", "客服科", " ", PAPER, leader));
        refused(() -> register.file(" ", "客服科", "丁一", PAPER, leader));
        refused(() -> register.file("办法", "客服科", "丁一", null, leader));
        refused(() -> register.file("办法", "客服科", "丁一", PAPER, leader(null, Role.BUREAU)));
        refused(() -> register.file("办法", "客服科", "丁一", PAPER, leader("bus", Role.UNIT_OFFICER)));
    }

    @Test
    void filed_by_the_unit_and_seen_by_the_Bureau() {
        clock.set("2026-09-30T10:00");
        Page unit = as("heating-leader");
        unit.navigate("/filings");
        unit.fill("[name=title]", "热力集团首问责任管理办法");
        unit.fill("[name=section]", "客服中心");
        unit.fill("[name=person]", "王五");
        unit.locator("aside button[type=submit]").click();
        assertThat(unit.locator(".sw-problem")).containsText("请上传");
        assertThat(unit.locator("[name=title]")).hasValue("热力集团首问责任管理办法");
        unit.fill("[name=person]", " ");
        unit.locator("[name=paper]")
                .setInputFiles(new FilePayload(
                        "没有联系人.pdf", "application/pdf", "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII)));
        unit.locator("aside button[type=submit]").click();
        assertThat(unit.locator(".sw-problem")).containsText("责任人");
        assertThat(papers.of("filing/heating")).as("of what was refused").isEmpty();
        unit.fill("[name=person]", "王五");
        unit.locator("[name=paper]")
                .setInputFiles(new FilePayload(
                        "办法.pdf", "application/pdf", "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII)));
        unit.locator("aside button[type=submit]").click();
        assertThat(unit.locator(".sw-told")).containsText("已报备");
        Page bureau = as("bureau");
        bureau.navigate("/filings");
        assertThat(bureau.locator("tr", new Page.LocatorOptions().setHasText("热力集团")))
                .containsText("客服中心");
        assertThat(bureau.locator("tr", new Page.LocatorOptions().setHasText("交通运输局")))
                .containsText("逾期未报备");
        shot(bureau, "filings");
        assertThat(scriptErrors).isEmpty();
    }
}
