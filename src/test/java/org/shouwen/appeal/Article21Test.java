package org.shouwen.appeal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.accounts.SecondFactor;
import org.shouwen.attachments.Papers;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Officer;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Phone;
import org.shouwen.identity.Vault;
import org.shouwen.problems.Refusal;
import org.shouwen.regulation.Clause;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("Article 21: who it is, is need-to-know, and each look is on record")
class Article21Test extends BrowserTest {
    private static final CurrentUser STAFF =
            new CurrentUser(UUID.randomUUID(), "staff", "平台甲", null, null, Set.of(Role.AGENT, Role.DISPATCHER));

    private static final String PASSWORD = "锅炉房 东门 三号 钥匙 门卫老刘处";

    @Autowired
    Intake intake;

    @Autowired
    Appeals appeals;

    @Autowired
    WorkOrders orders;

    @Autowired
    History history;

    @Autowired
    AppealPapers papers;

    @Autowired
    Reviews reviews;

    @Autowired
    TestClock clock;

    @Autowired
    IdentityDisclosure contact;

    @Autowired
    Directory directory;

    @Autowired
    Accounts accounts;

    @Autowired
    SecondFactor secondFactor;

    @Test
    void the_unit_that_has_the_order_sees_whom_to_call_after_saying_why() {
        String number = order(false);
        Page unit = as("heating");
        unit.navigate("/orders/" + number);
        assertThat(unit.locator("main")).not().containsText("13800008888");
        assertThat(unit.locator("main")).not().containsText("何其正");
        unit.click("text=联系诉求人");
        assertThat(unit.locator("main")).containsText("138****8888");
        shot(unit, "contact");
        unit.fill("input[name=why]", "上门前约时间");
        unit.click("button:has-text('查看并留痕')");
        assertThat(unit.locator("main")).containsText("13800008888");
        assertThat(unit.locator(".sw-watermark span").first())
                .hasAttribute("data-mark", java.util.regex.Pattern.compile(".*热力集团 受理员.*"));
        shot(unit, "contact-seen");
        assertThat(history.of(new Subject(Vault.KIND, appeals.get(number).appellant())))
                .singleElement()
                .satisfies(e -> assertThat(e.body()).contains("上门前约时间"));
    }

    @Test
    void not_when_the_appellant_asked_for_secrecy() {
        Page unit = as("heating");
        unit.navigate("/orders/" + order(true) + "/appellant");
        unit.fill("input[name=why]", "想知道是谁");
        unit.click("button:has-text('查看并留痕')");
        assertThat(unit.locator(".sw-problem")).containsText(Clause.A21.citation());
        assertThat(unit.locator("main")).not().containsText("13800008888");
    }

    @Test
    void another_unit_does_not_even_learn_that_there_is_one() {
        Page other = as("zhenxing");
        assertThat(other.navigate("/orders/" + order(false) + "/appellant").status())
                .isEqualTo(404);
    }

    @Test
    void letters_and_recordings_stay_with_the_platform_and_files_lose_their_names() {
        String number = order(false);
        papers.attach(
                number,
                List.of(new Papers.File("何其正13800008888来信.pdf", "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.UTF_8))),
                STAFF.actor());
        String id = papers.of(number).getFirst().id().toString();
        assertThat(papers.of(number).getFirst().name()).isEqualTo("附件1.pdf");
        assertThat(history.of(new Subject("appeal", appeals.get(number).id())))
                .noneMatch(e -> e.body().contains("何其正"));
        Page unit = as("heating");
        unit.navigate("/orders/" + number);
        assertThat(unit.locator("main")).containsText("1 个附件由平台保管");
        assertThat(unit.request()
                        .get("/orders/" + number + "/appeal-papers/" + id)
                        .status())
                .isEqualTo(404);
        Page desk = as("dispatcher");
        assertThat(desk.request()
                        .get("/orders/" + number + "/appeal-papers/" + id)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_look_ends_some_time_after_the_work_has() {
        String answered = intake.take(
                        AnAppeal.saying("问一件事").by(Identity.of("何其正", "13800008888", "", null)),
                        new Disposition.Answered("这样办"),
                        Origin.of(STAFF, null),
                        STAFF)
                .orThrow()
                .number();
        Page desk = as("dispatcher");
        clock.pass(Duration.ofDays(29));
        desk.navigate("/appeals/" + answered);
        assertThat(desk.locator(".sw-watermark span").first())
                .hasAttribute("data-mark", java.util.regex.Pattern.compile(".*派单员.*"));
        desk.click("summary:has-text('查看完整信息')");
        desk.fill("[name=why]", "回访");
        desk.click("form[action$=looks] button");
        assertThat(desk.locator("main")).containsText("13800008888");
        clock.pass(Duration.ofDays(2));
        desk.navigate("/appeals/" + answered);
        desk.click("summary:has-text('查看完整信息')");
        desk.fill("[name=why]", "想看看");
        desk.click("form[action$=looks] button");
        assertThat(desk.locator(".sw-problem")).containsText("超过 30 天");
        assertThat(desk.locator("main")).not().containsText("13800008888");
        clock.pass(Duration.ofDays(-31));
    }

    @Test
    void but_not_while_a_review_waits() {
        String declined = intake.take(
                        AnAppeal.saying("不归热线管的事").by(Identity.of("何其正", "13800008888", "", null)),
                        new Disposition.Declined("abusive", "带有恶意性语言"),
                        Origin.of(STAFF, null),
                        STAFF)
                .orThrow()
                .number();
        clock.pass(Duration.ofDays(40));
        reviews.ask(declined, "我不同意", Actor.APPELLANT).orThrow();
        Page desk = as("dispatcher");
        desk.navigate("/appeals/" + declined);
        desk.click("summary:has-text('查看完整信息')");
        desk.fill("[name=why]", "复核前了解情况");
        desk.click("form[action$=looks] button");
        assertThat(desk.locator("main")).containsText("13800008888");
        clock.pass(Duration.ofDays(-40));
    }

    @Test
    void a_search_by_number_is_on_record_for_the_auditor_without_the_number() {
        String number = order(false);
        Page desk = as("dispatcher");
        desk.navigate("/desk/intake");
        desk.fill("[name=phone]", "13800008888");
        assertThat(desk.locator("#caller")).containsText("138****8888");
        desk.reload();
        desk.fill("[name=phone]", "13800008889");
        assertThat(desk.locator("#caller")).containsText("138****8889");
        assertThat(history.searches(null, 10).items())
                .as("so is one that finds nobody")
                .anyMatch(r -> r.body().equals("{\"found\":[],\"v\":1}"));
        desk.fill(".sw-search [name=q]", "13800008888");
        desk.press(".sw-search [name=q]", "Enter");
        desk.waitForURL("**/search");
        org.assertj.core.api.Assertions.assertThat(desk.url())
                .as("what is typed stands in no address")
                .doesNotContain("138");
        for (String page : List.of("/desk/appeals", "/desk/undelivered", "/desk/intake")) {
            desk.navigate(page);
            assertThat(desk.locator(".sw-watermark span").first())
                    .hasAttribute("data-mark", java.util.regex.Pattern.compile(".*派单员.*"));
        }
        List<org.shouwen.history.Recorded> found = history.searches(null, 10).items().stream()
                .filter(r -> r.body().contains(number))
                .toList();
        assertThat(found).as("at the desk, and in the box").hasSize(2).allSatisfy(r -> {
            assertThat(r.type()).isEqualTo("NumberSearched");
            assertThat(r.body()).doesNotContain("13800008888");
        });
        Page auditor = as("auditor");
        auditor.navigate("/audit?tab=searches");
        assertThat(auditor.locator("main")).containsText(number);
        shot(auditor, "audit-searches");
    }

    @Test
    void of_a_unit_the_desk_and_the_officer_who_has_the_order_look_and_only_with_a_second_factor() throws Exception {
        String number = order(false);
        List<Officer> officers = directory.officers(new UnitId("heating"));
        CurrentUser theirs = officer("call-theirs", officers.get(0));
        CurrentUser another = officer("call-another", officers.get(1));
        CurrentUser desk = accounts.byLogin("heating").orElseThrow().signedIn();
        orders.act(number, new Command.Receive(), desk, null).orThrow();
        orders.act(number, new Command.Assign(null, officers.get(0).id()), desk, null)
                .orThrow();
        assertThat(refused(number, another)).isEqualTo("appeal.refused.assigned-to-another");
        assertThat(refused(number, theirs)).isEqualTo("appeal.refused.second-factor-first");
        secondFactor.confirm(theirs, code(secondFactor.begin(theirs).replaceAll(".*secret=([A-Z2-7]+).*", "$1")), "");
        assertThat(refused(number, theirs))
                .as("that the account has one does not say that this session showed it")
                .isEqualTo("appeal.refused.second-factor-first");
        for (CurrentUser person : List.of(theirs.twice(), desk))
            assertThat(contact.look(number, person, "10.0.0.1", "约上门时间").phone())
                    .isEqualTo(Phone.parse("phone", "13800008888"));
        orders.act(number, new Command.Assign(officers.get(1).section(), null), desk, null)
                .orThrow();
        assertThat(refused(number, theirs)).isEqualTo("appeal.refused.assigned-to-another");
        assertThat(refused(number, another)).isEqualTo("appeal.refused.second-factor-first");
        assertThat(history.of(new Subject(Vault.KIND, appeals.get(number).appellant())))
                .as("no look without a record, no record without a look")
                .hasSize(2);
    }

    @Test
    void whoever_signed_in_by_a_password_alone_sets_up_a_second_factor_and_then_looks() throws Exception {
        String number = order(false);
        String first = accounts.create("call-first", "热力承办", "heating", null, Set.of(Role.UNIT_OFFICER))
                .password();
        Page person = page();
        enter(person, "call-first", first);
        person.waitForURL("**/password");
        person.fill("[name=old]", first);
        person.fill("[name=fresh]", PASSWORD);
        person.fill("[name=again]", PASSWORD);
        person.click("main button[type=submit]");
        person.waitForURL("**/unit/**");
        Page elsewhere = page();
        enter(elsewhere, "call-first", PASSWORD);
        elsewhere.waitForURL("**/unit/**");

        person.navigate("/orders/" + number + "/appellant");
        assertThat(person.locator("main")).containsText("138****8888");
        assertThat(person.locator("[name=why]")).hasCount(0);
        shot(person, "contact-second-factor");
        person.click("main a[href$='/second-factor']");
        String secret = person.locator("main .sw-card code").textContent();
        person.fill("[name=code]", code(secret));
        person.click("main button[type=submit]");
        assertThat(person.locator(".sw-codes li")).hasCount(10);
        person.navigate("/orders/" + number + "/appellant");
        person.fill("[name=why]", "约上门时间");
        person.click("button:has-text('查看并留痕')");
        assertThat(person.locator("main")).containsText("13800008888");

        elsewhere.navigate("/unit/inbox");
        assertThat(elsewhere).hasURL(java.util.regex.Pattern.compile(".*/sign-in"));
        assertThat(scriptErrors).isEmpty();
    }

    private static void enter(Page page, String login, String password) {
        page.navigate("/sign-in");
        page.fill("input[name=username]", login);
        page.fill("input[name=password]", password);
        page.click("main button[type=submit]");
    }

    private String code(String secret) throws Exception {
        var key = new SecretKeySpec(new Base32().decode(secret.replace(" ", "")), "HmacSHA1");
        return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(key, clock.instant());
    }

    private CurrentUser officer(String login, Officer who) {
        return accounts.create(login, who.name(), "heating", who.id(), Set.of(Role.UNIT_OFFICER))
                .account()
                .signedIn();
    }

    private String refused(String number, CurrentUser by) {
        return ((Refusal) catchThrowable(() -> contact.look(number, by, "10.0.0.1", "想看"))).key();
    }

    private String order(boolean secret) {
        NewAppeal a = AnAppeal.saying("家里只有十五度")
                .location("示例小区")
                .happenedAt("昨天")
                .title("暖气不热")
                .secret(secret)
                .by(Identity.of("何其正", "13800008888", "示例小区1号楼", null));
        String number = intake.take(a, new Disposition.Ordered(null, null, null), Origin.of(STAFF, null), STAFF)
                .orThrow()
                .number();
        orders.act(number, new Command.Dispatch(new UnitId("heating"), List.of(), "ordinary"), STAFF, null)
                .orThrow();
        return number;
    }
}
