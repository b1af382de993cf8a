package org.shouwen.workorder;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.ApiClient;
import org.shouwen.BrowserTest;
import org.shouwen.ScreenClient;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.AppealPapers;
import org.shouwen.appeal.IdentityDisclosure;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.attachments.Papers;
import org.shouwen.confidentiality.Confidentiality;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Officer;
import org.shouwen.directory.UnitId;
import org.shouwen.directory.Units;
import org.shouwen.history.Actor;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.shouwen.notification.Outbox;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Refusal;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Result;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ruling 14 and Article 21: the accused never learn who complained; the platform speaks in their stead. */
class Ruling14Test extends BrowserTest {
    private static final CurrentUser DESK = person("派单", null, Role.DISPATCHER);
    private static final CurrentUser HEATING = person("热力", "heating", Role.UNIT_DESK);
    private static final UnitId HOUSING_UNIT = new UnitId("housing");
    private static final UnitId HEATING_UNIT = new UnitId("heating");

    @Autowired
    Intake intake;

    @Autowired
    WorkOrders orders;

    @Autowired
    WorkOrderBoard board;

    @Autowired
    AppealPapers papers;

    @Autowired
    OrderFiles orderFiles;

    @Autowired
    Directory directory;

    @Autowired
    Accounts accounts;

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    VerificationProbe verification;

    @Autowired
    TestClock clock;

    @Autowired
    Outbox outbox;

    @Autowired
    IdentityDisclosure contact;

    private static final Due DUE = new Due(Instant.EPOCH, false);

    @BeforeEach
    void time() {
        clock.set("2026-11-23T10:00");
    }

    private static CurrentUser person(String name, @Nullable String unit, Role role) {
        return new CurrentUser(UUID.randomUUID(), name, name, unit, null, Set.of(role));
    }

    private String order(boolean secret, String accused) {
        NewAppeal a = AnAppeal.saying("工作人员态度恶劣，请处理")
                .kind("complaint")
                .location("示例小区")
                .happenedAt("昨天")
                .title("服务态度")
                .secret(secret)
                .accused(accused)
                .by(Identity.of("何其正", "13800008888", "示例小区1号楼", null));
        return intake.take(a, new org.shouwen.appeal.Disposition.Ordered(null, null, null), Origin.of(DESK, null), DESK)
                .orThrow()
                .number();
    }

    private void done(String number, Command command, CurrentUser by) {
        orders.act(number, command, by, null).orThrow();
    }

    private void refused(String words, String number, Command command, CurrentUser by) {
        assertThat(orders.act(number, command, by, null)).isInstanceOfSatisfying(Result.No.class, no -> {
            assertThat(no.refused().under()).isEqualTo(Clause.A21);
            assertThat(no.refused().key()).isEqualTo("workorder.refused." + words);
        });
    }

    private Command.Dispatch to(String unit) {
        return new Command.Dispatch(new UnitId(unit), List.of(), "ordinary");
    }

    private boolean closed(String number, CurrentUser by) {
        return board.identityWithheld(board.page(number, by), by);
    }

    private Command.ReportOutcome reportWithoutAnswer() {
        return new Command.ReportOutcome(new Report("分管领导约谈", "已查", "已道歉", "", null, "", true, false, null));
    }

    private Command.Contact told() {
        return new Command.Contact(clock.instant(), "电话", "知道了");
    }

    @Test
    void closed_to_the_accused_and_to_whoever_stands_under_them() {
        Confidentiality housing = new Confidentiality(false, List.of(HOUSING_UNIT), "", null, null);
        assertThat(housing.withheldFrom(HOUSING_UNIT, List.of())).isTrue();
        assertThat(housing.withheldFrom(HEATING_UNIT, List.of(HOUSING_UNIT))).isTrue();
        assertThat(housing.withheldFrom(HEATING_UNIT, List.of())).isFalse();
        assertThat(new Confidentiality(false, List.of(HEATING_UNIT), "", null, null)
                        .withheldFrom(HOUSING_UNIT, List.of()))
                .as("the unit above the accused may know")
                .isFalse();
        assertThat(new Confidentiality(true, List.of(), "", null, null).withheldFrom(HEATING_UNIT, List.of()))
                .isTrue();
        assertThat(new Confidentiality(true, List.of(HEATING_UNIT), "", Instant.EPOCH, null)
                        .withheldFrom(HEATING_UNIT, List.of()))
                .as("the appellant has allowed it")
                .isFalse();
        assertThat(new Confidentiality(false, List.of(), "供热站的赵铁柱", null, null).accuses("赵铁柱"))
                .isTrue();
        assertThat(new Confidentiality(false, List.of(), "赵", null, null).accuses("赵"))
                .isFalse();
        assertThat(directory.above(HEATING_UNIT)).containsExactly(HOUSING_UNIT);
        assertThatThrownBy(() -> units.change(under(HOUSING_UNIT, HEATING_UNIT), Actor.SYSTEM))
                .isInstanceOf(BadInput.class);
    }

    private org.shouwen.directory.Unit under(UnitId unit, UnitId parent) {
        org.shouwen.directory.Unit u = directory.unit(unit).orElseThrow();
        return new org.shouwen.directory.Unit(
                u.id(),
                u.name(),
                u.kind(),
                u.head(),
                u.leaderInCharge(),
                u.desk(),
                u.phone(),
                u.active(),
                parent,
                u.version());
    }

    @Test
    void the_platform_answers_in_the_accused_units_stead() {
        String number = order(false, directory.name(HEATING_UNIT) + "的收费员");
        assertThat(board.page(number, DESK).shield().accusedUnits()).containsExactly(HEATING_UNIT);
        done(number, to("heating"), DESK);
        done(number, new Command.Receive(), HEATING);
        assertThat(closed(number, HEATING)).isTrue();
        assertThat(closed(number, DESK)).isFalse();
        refused("identity-closed", number, told(), HEATING);
        done(number, reportWithoutAnswer(), HEATING);
        refused("platform-answers-first", number, new Command.Accept(""), DESK);
        done(number, told(), DESK);
        done(number, new Command.SendBack("再查"), DESK);
        clock.set("2026-11-24T10:00");
        done(number, reportWithoutAnswer(), HEATING);
        refused("platform-answers-first", number, new Command.Accept(""), DESK);
        done(number, told(), DESK);
        done(number, new Command.Accept(""), DESK);
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void named_later_and_opened_by_the_appellants_permission_alone() {
        String number = order(false, "");
        done(number, to("heating"), DESK);
        done(number, new Command.Receive(), HEATING);
        assertThat(closed(number, HEATING)).isFalse();
        refused("accused-missing", number, new Command.NameAccused(null, " "), DESK);
        refused("platform-names-accused", number, new Command.NameAccused(HEATING_UNIT, ""), HEATING);
        refused("nothing-closed", number, new Command.Permit(clock.instant(), "电话"), DESK);
        done(number, new Command.NameAccused(HOUSING_UNIT, ""), DESK);
        assertThat(closed(number, HEATING)).as("it stands under the accused").isTrue();
        refused("platform-records-permission", number, new Command.Permit(clock.instant(), "电话"), HEATING);
        refused("permission-how", number, new Command.Permit(clock.instant(), " "), DESK);
        refused(
                "permission-in-future",
                number,
                new Command.Permit(clock.instant().plusSeconds(60), "电话"),
                DESK);
        done(number, new Command.Permit(clock.instant(), "电话录音"), DESK);
        assertThat(closed(number, HEATING)).isFalse();
        assertThat(verification.findings()).isEmpty();
        String kept = jdbc.sql("select shield from workorder.work_order where number = :n")
                .param("n", number)
                .query(String.class)
                .single();
        tamper(number, null);
        assertThat(verification.findings()).anyMatch(f -> f.contains("not what its history"));
        tamper(number, kept);
    }

    @Test
    void whoever_is_named_once_stays_named_and_a_permission_is_for_those_who_have_the_order_then() {
        String both = order(false, directory.name(HOUSING_UNIT) + "和" + directory.name(HEATING_UNIT) + "都不管");
        assertThat(board.page(both, DESK).shield().accusedUnits())
                .containsExactlyInAnyOrder(HOUSING_UNIT, HEATING_UNIT);
        done(both, to("heating"), DESK);
        done(both, new Command.Receive(), HEATING);
        done(both, new Command.NameAccused(null, "收费员赵铁柱"), DESK);
        assertThat(closed(both, HEATING))
                .as("a person named later opens nothing")
                .isTrue();
        done(both, new Command.Permit(clock.instant(), "电话录音"), DESK);
        assertThat(closed(both, HEATING)).isFalse();
        assertThat(told(both)).contains(org.shouwen.notification.NotificationType.PERMITTED);
        done(both, new Command.NameAccused(null, "站长钱某某"), DESK);
        assertThat(closed(both, HEATING))
                .as("that they did not know when they allowed it")
                .isTrue();

        String handedOn = order(true, "");
        done(handedOn, to("heating"), DESK);
        done(handedOn, new Command.Receive(), HEATING);
        done(handedOn, new Command.Permit(clock.instant(), "电话录音"), DESK);
        assertThat(closed(handedOn, HEATING)).isFalse();
        Confidentiality open = board.page(handedOn, DESK).shield();
        Event granted = new Event.ReturnGranted(
                HEATING_UNIT, "1", new Event.Dispatched("x", "ordinary", HOUSING_UNIT, List.of(), DUE, DUE), "");
        assertThat(ConfidentialityReplay.evolve(open, granted, clock.instant()).permittedAt())
                .as("another unit needs another permission")
                .isNull();
        String before = order(true, "");
        done(before, new Command.Permit(clock.instant(), "电话录音"), DESK);
        done(before, to("heating"), DESK);
        assertThat(closed(before, HEATING))
                .as("nobody had the order when they allowed it")
                .isTrue();
        assertThat(verification.findings()).isEmpty();
    }

    private List<org.shouwen.notification.NotificationType> told(String number) {
        return outbox.of(number).stream().map(m -> m.moment()).toList();
    }

    @Test
    void the_accused_read_neither_masks_nor_plates_nor_the_flat_nor_in_whose_words() throws Exception {
        NewAppeal a = AnAppeal.saying("我叫何其正，电话13800008888，车牌辽F12345，收费员态度恶劣")
                .kind("complaint")
                .location("示例小区1号楼2单元501")
                .happenedAt("昨天")
                .title("何其正反映服务态度")
                .accused(directory.name(HEATING_UNIT) + "王经理，我是何其正13800008888")
                .by(Identity.of("何其正", "13800008888", "示例小区1号楼2单元501", null));
        String number = intake.take(
                        a, new org.shouwen.appeal.Disposition.Ordered(null, null, null), Origin.of(DESK, null), DESK)
                .orThrow()
                .number();
        done(number, to("heating"), DESK);
        done(number, new Command.Remind("何** 138****8888 又来电"), DESK);
        ApiClient api = ApiClient.of(port, accounts, "accused-reads", Role.UNIT_DESK, "heating");
        String answer = api.get("/api/v1/work-orders/" + number).body().toString();
        ScreenClient heating = ScreenClient.as(port, "heating");
        String page = heating.get("/orders/" + number).body();
        for (String seen : List.of(answer, page))
            assertThat(seen).contains("态度恶劣", "（略）").doesNotContain("何其正", "何**", "138****8888", "F***", "501", "王经理");
        assertThat(jdbc.sql(
                                "select string_agg(body, ' ') from history.entry where subject_id = (select id from workorder.work_order where number = :n)")
                        .param("n", number)
                        .query(String.class)
                        .single())
                .as("nor does the history, which forgets nothing, hold who it was")
                .contains("王经理")
                .doesNotContain("何其正", "13800008888");
    }

    @Test
    void what_goes_with_the_order_of_an_accused_unit_shows_no_words_of_its_own() {
        String lead = order(false, "");
        done(lead, to("heating"), DESK);
        String other = order(true, "");
        done(other, new Command.Join(lead), DESK);
        assertThat(board.joined(board.page(lead, HEATING), HEATING, null, 500).items())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.number()).isEqualTo(other);
                    assertThat(line.title()).doesNotContain("*");
                    assertThat(line.location()).isEmpty();
                });
        assertThat(board.joined(board.page(lead, DESK), DESK, null, 500)
                        .items()
                        .getFirst()
                        .title())
                .isNotEmpty();
    }

    @Test
    void nor_does_what_goes_under_the_order_that_is_closed_to_it() throws Exception {
        String lead = order(false, "");
        done(lead, to("heating"), DESK);
        String other = order(false, "");
        done(other, new Command.Join(lead), DESK);
        assertThat(board.joined(board.page(lead, HEATING), HEATING, null, 500)
                        .items()
                        .getFirst()
                        .location())
                .isNotEmpty();
        done(lead, new Command.NameAccused(new UnitId("heating"), ""), DESK);
        assertThat(board.joined(board.page(lead, HEATING), HEATING, null, 500).items())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.title()).doesNotContain("*");
                    assertThat(line.location()).isEmpty();
                });
    }

    @Test
    void what_a_unit_took_and_must_not_know_it_does_not_read_on() throws Exception {
        String words = "我叫何其正，电话13800008888，你们的赵铁柱乱收费";
        NewAppeal a = AnAppeal.saying(words)
                .kind("complaint")
                .title("何其正反映乱收费")
                .secret(true)
                .by(Identity.of("何其正", "13800008888", "", null));
        String number = intake.submit(a, Origin.of(HEATING, null), HEATING.actor(), HEATING_UNIT)
                .number();
        String open = intake.submit(
                        AnAppeal.saying(words).title("何其正问供热").by(Identity.of("何其正", "13800008888", "", null)),
                        Origin.of(HEATING, null),
                        HEATING.actor(),
                        HEATING_UNIT)
                .number();
        for (String decided : List.of(number, open))
            intake.decide(decided, new org.shouwen.appeal.Disposition.Answered("已转告何其正"), null, DESK, null)
                    .orThrow();
        ApiClient api = ApiClient.of(port, accounts, "register-reads", Role.UNIT_OFFICER, "heating");
        String list = api.get("/api/v1/unit-appeals?limit=200").body().toString();
        String elsewhere = intake.submit(
                        AnAppeal.saying("找房管").by(Identity.of("何其正", "13800008888", "", null)),
                        Origin.of(HEATING, null),
                        HEATING.actor(),
                        HEATING_UNIT)
                .number();
        intake.decide(elsewhere, new org.shouwen.appeal.Disposition.Ordered(null, null, null), null, DESK, null)
                .orThrow();
        done(elsewhere, to("housing"), DESK);
        done(elsewhere, new Command.NameAccused(HEATING_UNIT, "收费员"), DESK);
        String later = api.get("/api/v1/unit-appeals?limit=200").body().toString();
        later = later.substring(later.indexOf("\"number\":\"" + elsewhere));
        assertThat(later.substring(0, later.indexOf('}')))
                .as("named later, with the order at another unit")
                .doesNotContain("找房管", "138****");
        assertThat(list).contains(number, open, "138****8888", "已转告").doesNotContain("何其正", "13800008888");
        String kept = list.substring(list.indexOf("\"number\":\"" + number));
        kept = kept.substring(0, kept.indexOf('}'));
        assertThat(kept).doesNotContain("乱收费", "138****", "已转告");
        String secret = api.post("/api/v1/unit-appeals", """
            {"appeal":{"channel":"visit","kind":"complaint","content":"你们乱收费","secret":true,
             "appellant":{"name":"何其正","phone":"13800008888"}},"decided":{"outcome":"platform"}}\
            """).body().toString();
        assertThat(secret)
                .as("the look-up code opens everything: the desk tells it the appellant")
                .contains("\"code\":\"\"");
        ScreenClient desk = ScreenClient.as(port, "dispatcher");
        String told = secret.replaceAll(".*\"number\":\"([^\"]+)\".*", "$1");
        assertThat(desk.post("/appeals/" + told + "/looks", Map.of("why", "来电索要查询码"))
                        .body())
                .contains("查询码")
                .containsPattern("<code>[0-9A-Z]{8}</code>");
        String page = ScreenClient.as(port, "heating").get("/unit/intake").body();
        assertThat(page).contains(number, "保密诉求").doesNotContain("何其正");
    }

    @Test
    void secrecy_asked_for_later_takes_back_what_was_open() {
        String number = order(false, "");
        done(number, to("heating"), DESK);
        done(number, new Command.Receive(), HEATING);
        assertThat(closed(number, HEATING)).isFalse();
        refused("platform-keeps-secret", number, new Command.KeepSecret("电话"), HEATING);
        refused("secrecy-how", number, new Command.KeepSecret(" "), DESK);
        done(number, new Command.KeepSecret("来电"), DESK);
        assertThat(closed(number, HEATING)).isTrue();
        refused("secret-already", number, new Command.KeepSecret("来电"), DESK);
        done(number, new Command.Permit(clock.instant(), "电话录音"), DESK);
        assertThat(closed(number, HEATING)).isFalse();
        done(number, new Command.KeepSecret("又来电"), DESK);
        assertThat(closed(number, HEATING)).as("a permission taken back").isTrue();
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void the_files_of_an_order_are_kept_from_accused_assisting_units_and_accused_officers() throws Exception {
        CurrentUser assisting = person("房管", "housing", Role.UNIT_OFFICER);
        String number = order(false, directory.name(HOUSING_UNIT));
        done(number, new Command.Dispatch(HEATING_UNIT, List.of(HOUSING_UNIT), "ordinary"), DESK);
        done(number, new Command.Receive(), HEATING);
        done(number, new Command.NameAccused(null, "收费员赵铁柱"), DESK);
        List<org.shouwen.attachments.PaperRef> kept = orderFiles.keep(
                number,
                "file",
                "现场",
                List.of(new Papers.File("何其正家.pdf", "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.UTF_8))),
                DESK.actor());
        done(number, new Command.Attach(kept), DESK);
        Officer zhao =
                units.putOfficer(new Officer(Units.newId(), HEATING_UNIT, null, "赵铁柱", "收费员", "", true), Actor.SYSTEM);
        CurrentUser himself =
                new CurrentUser(UUID.randomUUID(), "zhao2", "热力 承办人", "heating", zhao.id(), Set.of(Role.UNIT_OFFICER));
        assertThat(sees(number, HEATING)).as("the lead handles by them").isTrue();
        assertThat(sees(number, DESK)).isTrue();
        assertThat(sees(number, assisting)).isFalse();
        assertThat(sees(number, himself)).isFalse();
        String path = "/orders/" + number + "/papers/" + kept.getFirst().id();
        assertThat(ScreenClient.as(port, "dispatcher").get(path).statusCode()).isEqualTo(200);
        assertThat(ScreenClient.as(port, "housing").get(path).statusCode()).isEqualTo(404);
    }

    private boolean sees(String number, CurrentUser by) {
        return board.files(board.page(number, by), by);
    }

    private void tamper(String number, @Nullable String shield) {
        jdbc.sql("update workorder.work_order set shield = :shield where number = :n")
                .param("shield", shield)
                .param("n", number)
                .update();
    }

    /** People call units by many names. */
    @ParameterizedTest
    @CsvSource({
        "热力集团的人, heating, false",
        "丹东市热力集团王经理, heating, false",
        "交通运输局, transport, false",
        "丹东市交通运输局, transport, false",
        "市公安局, police, false",
        "丹东市公安局, police, false",
        "市市场监督管理局, market-supervision, false",
        "东港市交通运输局,, true",
        "东港市公安局,, true",
        "凤城市市场监督管理局,, true",
        "我们市自然资源局,, true",
        "市教育局和供热公司, education, true",
        "东港市公安局和市公安局,, true",
        "市教育局和城管的人, education, true",
        "市教育局、市公安局的工作人员, education police, false",
        "东港交通运输局, transport, true",
        "宽甸市公安局,, true",
        "供热公司,, true",
        "8890,, true"
    })
    void a_unit_is_known_by_its_everyday_name_and_otherwise_it_may_be_any(
            String said, @Nullable String unit, boolean unclear) {
        Confidentiality shield = board.page(order(false, said), DESK).shield();
        assertThat(shield.accusedUnits())
                .containsExactlyInAnyOrderElementsOf(
                        unit == null
                                ? List.of()
                                : Stream.of(unit.split(" ")).map(UnitId::new).toList());
        assertThat(shield.unclear()).isEqualTo(unclear);
        assertThat(shield.withheldFrom(HEATING_UNIT, List.of())).isEqualTo(unclear || "heating".equals(unit));
    }

    /** What a unit reported without an answer, since it could not give one, is not closed without one. */
    @Test
    void when_it_is_said_that_no_unit_is_meant_the_answer_is_still_owed() {
        String number = order(false, "供热公司");
        done(number, to("heating"), DESK);
        done(number, new Command.Receive(), HEATING);
        done(number, reportWithoutAnswer(), HEATING);
        done(number, new Command.NameAccused(null, "", true), DESK);
        refused("platform-answers-first", number, new Command.Accept(""), DESK);
        done(number, told(), DESK);
        done(number, new Command.Accept(""), DESK);
    }

    @Test
    void what_reminds_can_make_it_unclear_again_and_nothing_else_clears_it() {
        Confidentiality known = new Confidentiality(false, List.of(HEATING_UNIT), "热力集团", null, null);
        Confidentiality other = new Confidentiality(false, List.of(), "供热公司", null, null, true);
        Confidentiality both = known;
        for (Event e : ConfidentialityReplay.taking(known, other))
            both = ConfidentialityReplay.evolve(both, e, Instant.EPOCH);
        assertThat(both.unclear()).isTrue();
        Confidentiality after = other;
        for (Event e : ConfidentialityReplay.taking(other, known))
            after = ConfidentialityReplay.evolve(after, e, Instant.EPOCH);
        assertThat(after.unclear()).isTrue();
        assertThat(after.accusedUnits()).containsExactly(HEATING_UNIT);
        Confidentiality resolved = new Confidentiality(false, List.of(), "供热公司的王某", null, null);
        Confidentiality again = resolved;
        for (Event e : ConfidentialityReplay.taking(resolved, other))
            again = ConfidentialityReplay.evolve(again, e, Instant.EPOCH);
        assertThat(again.unclear()).isTrue();
        assertThat(ConfidentialityReplay.taking(
                        resolved, new Confidentiality(false, List.of(), "供热公司的王某", null, null, true)))
                .as("that was said already")
                .isEmpty();
        String two = order(false, "供热公司");
        done(two, new Command.NameAccused(null, "收费员王某", true), DESK);
        assertThat(board.page(two, DESK).shield().unclear())
                .as("that says nothing of 供热公司")
                .isTrue();
        refused("accused-missing", order(false, ""), new Command.NameAccused(null, "", true), DESK);
    }

    @Test
    void as_long_as_nobody_has_said_which_unit_is_meant_none_learns_who_it_was() throws Exception {
        String number = order(false, "供热公司");
        done(number, to("heating"), DESK);
        done(number, new Command.Receive(), HEATING);
        ScreenClient heating = ScreenClient.as(port, "heating");
        assertThat(heating.get("/orders/" + number).body()).doesNotContain("何**", "138****8888", "供热公司");
        assertThatThrownBy(() -> contact.look(number, HEATING, "10.0.0.1", "核实"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.key()).isEqualTo("appeal.refused.accused-unclear"));
        ScreenClient desk = ScreenClient.as(port, "dispatcher");
        assertThat(desk.get("/orders/" + number).body()).contains("还没有指明");
        Page page = as("dispatcher");
        page.navigate("/orders/" + number);
        page.locator("summary", new Page.LocatorOptions().setHasText("指明被反映对象")).click();
        shot(page, "order-unclear");
        refused("accused-outside", number, new Command.NameAccused(HEATING_UNIT, "", true), DESK);
        refused("platform-names-accused", number, new Command.NameAccused(null, "", true), HEATING);
        assertThat(desk.post("/orders/" + number + "/accusations", Map.of("outside", "true"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(desk.get("/orders/" + number).body()).contains("不是反映承办单位").doesNotContain("还没有指明");
        assertThat(closed(number, HEATING)).isFalse();
        done(number, new Command.NameAccused(HEATING_UNIT, ""), DESK);
        assertThat(closed(number, HEATING)).isTrue();
    }

    @Test
    void the_officer_who_is_complained_about_neither_sees_nor_handles() {
        Officer officer =
                units.putOfficer(new Officer(Units.newId(), HEATING_UNIT, null, "赵铁柱", "收费员", "", true), Actor.SYSTEM);
        String number = order(false, "收费员赵铁柱");
        done(number, to("heating"), DESK);
        done(number, new Command.Receive(), HEATING);
        assertThat(closed(number, HEATING))
                .as("whom else he stands for is not known")
                .isTrue();
        done(number, new Command.NameAccused(null, "", true), DESK);
        CurrentUser himself = new CurrentUser(
                UUID.randomUUID(), "zhao", "热力 承办人", "heating", officer.id(), Set.of(Role.UNIT_OFFICER));
        assertThat(closed(number, himself)).isTrue();
        assertThat(closed(number, HEATING)).isFalse();
        assertThatThrownBy(() -> done(number, new Command.Assign(null, officer.id()), HEATING))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void in_the_browser_the_unit_above_is_offered_and_secrecy_reaches_the_photos() throws IOException {
        String number = order(true, directory.name(HEATING_UNIT));
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
        papers.attach(number, List.of(new Papers.File("我家.jpg", jpeg.toByteArray())), Actor.APPELLANT);
        Page desk = as("dispatcher");
        desk.navigate("/orders/" + number);
        assertThat(desk.locator(".sw-shield")).containsText(directory.name(HOUSING_UNIT));
        shot(desk, "shield-desk");
        desk.selectOption("[name=lead]", "housing");
        desk.click("button:text-is('派出')");
        Page unit = as("housing");
        unit.navigate("/orders/" + number);
        assertThat(unit.locator("main")).containsText("诉求人的 1 个附件由平台保管");
        assertThat(unit.locator(".sw-photos img")).hasCount(0);
        shot(unit, "shield-unit");
        String id = papers.of(number).getFirst().id().toString();
        assertThat(unit.request()
                        .get("/orders/" + number + "/appeal-papers/" + id)
                        .status())
                .isEqualTo(404);
        unit.navigate("/orders/" + number + "/appellant");
        unit.fill("[name=why]", "想知道是谁");
        unit.click("button:has-text('查看并留痕')");
        assertThat(unit.locator(".sw-problem")).containsText(Clause.A21.citation());
        desk.reload();
        desk.click("summary:has-text('记录诉求人同意')");
        desk.fill("form[action$=permissions] [name=how]", "书面同意");
        desk.click("form[action$=permissions] button[type=submit]");
        assertThat(desk.locator(".sw-shield")).containsText("已同意");
        unit.navigate("/orders/" + number);
        assertThat(unit.locator(".sw-photos img")).hasCount(1);
        assertThat(scriptErrors).isEmpty();
    }
}
