package org.shouwen.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accountability.Accountability;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.AppealPapers;
import org.shouwen.appeal.CallerMeasures;
import org.shouwen.appeal.CallerMeasures.Measure;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.attachments.Papers;
import org.shouwen.callback.Callback;
import org.shouwen.callback.Callbacks;
import org.shouwen.callermeasures.Nuisance;
import org.shouwen.callermeasures.Ruling;
import org.shouwen.directory.UnitId;
import org.shouwen.handover.Handover;
import org.shouwen.handover.Handovers;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Phone;
import org.shouwen.jobs.Job;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Clause;
import org.shouwen.supervision.Supervision;
import org.shouwen.supervision.Supervisions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Article 21 and ruling 14 at the platform itself: for whoever is complained about, the appeal and all of it is not there. */
@ShouwenTest
class AboutThemselvesTest {
    private static final Set<Role> ALL = Set.of(Role.AGENT, Role.DISPATCHER, Role.SUPERVISOR, Role.BUREAU);
    private static final CurrentUser DESK = person("派单", null);
    private static final CurrentUser HEATING =
            new CurrentUser(UUID.randomUUID(), "热力", "热力", "heating", null, Set.of(Role.UNIT_DESK));

    @LocalServerPort
    int port;

    @Autowired
    Intake intake;

    @Autowired
    WorkOrders orders;

    @Autowired
    WorkOrderBoard board;

    @Autowired
    AppealPapers papers;

    @Autowired
    Accounts accounts;

    @Autowired
    Supervisions supervisions;

    @Autowired
    Callbacks callbacks;

    @Autowired
    Handovers handovers;

    @Autowired
    Accountability accountability;

    @Autowired
    Nuisance nuisance;

    @Autowired
    CallerMeasures measures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @BeforeEach
    void time() {
        clock.set("2026-11-23T10:00");
    }

    private static CurrentUser person(String name, @org.jspecify.annotations.Nullable String unit) {
        return new CurrentUser(UUID.randomUUID(), name, name, unit, null, ALL);
    }

    private String order(boolean secret, String accused) {
        return intake.take(
                        AnAppeal.saying("工作人员态度恶劣，请处理")
                                .kind("complaint")
                                .matterClass("heat-cold")
                                .place("210603")
                                .location("示例小区")
                                .happenedAt("昨天")
                                .title("服务态度")
                                .secret(secret)
                                .accused(accused)
                                .by(Identity.of("何其正", "13800008888", "示例小区1号楼", null)),
                        new org.shouwen.appeal.Disposition.Ordered(null, null, null),
                        Origin.of(DESK, null),
                        DESK)
                .orThrow()
                .number();
    }

    private void done(String number, Command command, CurrentUser by) {
        orders.act(number, command, by, null).orThrow();
    }

    private Command.Dispatch to(String unit) {
        return new Command.Dispatch(new UnitId(unit), List.of(), "ordinary");
    }

    @Test
    void neither_the_page_nor_the_appeal_is_there() throws Exception {
        accounts.demonstrate("zhou-agent", "周怠慢", null, null, Set.of(Role.DISPATCHER), "shouwen-demo");
        ScreenClient himself = ScreenClient.as(port, "zhou-agent");
        ScreenClient other = ScreenClient.as(port, "dispatcher");
        String ordered = order(false, "8890 坐席周怠慢");
        String waiting = intake.submit(
                        AnAppeal.saying("坐席周怠慢挂我电话")
                                .kind("complaint")
                                .accused("坐席周怠慢")
                                .by(Identity.of("何其正", "13800008888", "", null)),
                        Origin.of(DESK, null),
                        DESK.actor())
                .number();
        CurrentUser zhou = accounts.byLogin("zhou-agent").orElseThrow().signedIn();
        assertThatThrownBy(() -> orders.act(ordered, new Command.Note("没有的事"), zhou, null))
                .isInstanceOf(NotFound.class);
        papers.attach(
                ordered,
                List.of(new Papers.File("来信.pdf", "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.UTF_8))),
                DESK.actor());
        String paper = "/appeals/" + ordered + "/papers/"
                + papers.of(ordered).getFirst().id();
        for (String gone : List.of(
                "/orders/" + ordered,
                "/orders/" + ordered + "/appellant",
                "/appeals/" + ordered,
                "/appeals/" + waiting,
                "/desk/appeals/" + waiting,
                paper)) {
            assertThat(himself.get(gone).statusCode()).as(gone).isEqualTo(404);
            assertThat(other.get(gone).statusCode()).as(gone).isEqualTo(200);
        }
        for (Map<String, String> form : List.of(Map.of("outcome", "answered"), Map.<String, String>of()))
            assertThat(himself.post("/desk/appeals/" + waiting, form).statusCode())
                    .isEqualTo(404);
        for (String list : List.of("/desk/appeals", "/desk/appeals?tab=all")) {
            assertThat(himself.get(list).body()).as(list).doesNotContain(waiting);
            assertThat(other.get(list).body()).as(list).contains(waiting);
        }
        for (String look : List.of(
                "/appeals/" + ordered + "/looks",
                "/appeals/" + waiting + "/looks",
                "/orders/" + ordered + "/appellant")) {
            assertThat(himself.post(look, Map.of("why", "想知道是谁")).body())
                    .as(look)
                    .doesNotContain("何其正");
            assertThat(other.post(look, Map.of("why", "回电")).body()).as(look).contains("何其正");
        }
        accounts.demonstrate("api:zhou-program", "周怠慢", null, null, Set.of(Role.DISPATCHER), "shouwen-demo");
        ApiClient program = new ApiClient(port, accounts.token("zhou-program", Set.of(Role.DISPATCHER), null));
        assertThat(program.get("/api/v1/appeals/" + waiting).status()).isEqualTo(404);
        assertThat(program.get("/api/v1/appeals?limit=200").body().toString()).doesNotContain(waiting);
        assertThat(program.post(
                                "/api/v1/appeals/" + waiting + "/outcomes",
                                "{\"outcome\":\"answered\",\"answer\":\"好\"}")
                        .status())
                .as("nor is it theirs to decide")
                .isEqualTo(404);
        String later = order(false, "");
        done(later, new Command.NameAccused(null, "8890 坐席周怠慢", true), DESK);
        assertThat(himself.get("/appeals/" + later).statusCode()).isEqualTo(404);
        assertThat(himself.get("/desk/appeals?tab=all").body()).doesNotContain(later);
        assertThat(other.get("/desk/appeals?tab=all").body()).contains(later);
        assertThat(program.get("/api/v1/appeals?limit=200").body().toString()).doesNotContain(later);
        for (String act : List.of("reviews", "review-rulings"))
            assertThat(program.post("/api/v1/appeals/" + waiting + "/" + act, "{\"upheld\":true,\"reason\":\"x\"}")
                            .status())
                    .isEqualTo(404);
        done(ordered, new Command.Permit(clock.instant(), "电话录音"), DESK);
        assertThat(himself.get("/appeals/" + ordered).statusCode())
                .as("a permission is for the unit, not for whoever is complained about")
                .isEqualTo(404);
    }

    @Test
    void no_list_of_the_desk_speaks_of_it(@Autowired @Qualifier("callbackDraw") Job draw) throws Exception {
        accounts.demonstrate("zheng-all", "郑推诿", null, null, ALL, "shouwen-demo");
        accounts.demonstrate("other-all", "旁人甲", null, null, ALL, "shouwen-demo");
        String number = order(false, "8890 坐席郑推诿");
        done(number, new Command.NameAccused(null, "", true), DESK);
        Lists lists = new Lists(number);
        lists.hide("/desk/dispatch", "/api/v1/work-orders?limit=200");
        String same = order(false, "");
        lists.hide("/orders/" + same);
        lists.hidePost(
                "/desk/intake/hints",
                Map.of("title", "服务态度", "content", "又来了", "matterClass", "heat-cold", "placeName", ""));
        lists.hidePost("/desk/intake/caller", Map.of("phone", "13800008888"));
        done(number, new Command.RaiseUrgency("heating", "老人危险"), DESK);
        lists.hide("/desk/alarms", "/desk/alarms/strip");
        done(number, to("heating"), DESK);
        done(number, new Command.Receive(), HEATING);
        done(same, new Command.Join(number), DESK);
        done(number, new Command.AskExtension(2, "等配件", "依据", clock.instant(), "电话"), HEATING);
        lists.hide("/desk/requests");
        done(number, new Command.RefuseExtension("不必"), DESK);

        supervisions.name(number, "拖着不办", DESK);
        lists.hide("/supervisions", "/api/v1/supervisions/triggers");
        Supervision s = supervisions.issue(number, Supervision.Level.FIRST, Supervision.How.PHONE, "请尽快", DESK);
        lists.hide("/supervisions", "/api/v1/supervisions");
        lists.gone("/supervisions/" + s.number(), "/api/v1/supervisions/" + s.number());
        Handover h = handovers.handOver(number, Handover.Kind.PETITION, Clause.A18_1, "信访局", "涉法涉诉", 5, DESK);
        lists.hide("/handovers", "/api/v1/handovers");
        lists.gone("/handovers/" + h.number() + "/document");
        String breach = accountability
                .open("heating", "", Clause.A22_2, number, "应办不办", DESK)
                .number();
        lists.hide("/api/v1/breaches");
        lists.hideWords(breach, "/breaches");
        lists.gone("/breaches/" + breach, "/api/v1/breaches/" + breach);
        clock.set("2026-12-30T10:00");
        lists.hide("/supervision");
        done(
                number,
                new Command.ReportOutcome(
                        new Report("分管领导约谈", "已查", "已道歉", "知道了", clock.instant(), "电话", true, false, null)),
                HEATING);
        lists.hide("/desk/reports");
        jdbc.sql("update messages.outbox set state = 'NO_NUMBER' where number = :n")
                .param("n", number)
                .update();
        lists.hide("/desk/undelivered");
        callbacks.rate("heating", null, null, 100, DESK);
        done(number, new Command.Accept(""), DESK);
        clock.set("2026-12-31T10:00");
        draw.run();
        lists.hide("/callbacks", "/api/v1/callbacks");
        Callback drawn = callbacks.waiting(DESK, null, 1000).items().stream()
                .filter(c -> c.orderNumber().equals(number))
                .findFirst()
                .orElseThrow();
        lists.gone("/callbacks/" + drawn.id());
        CurrentUser zheng = accounts.byLogin("zheng-all").orElseThrow().signedIn();
        assertThatThrownBy(() -> callbacks.answer(drawn.id(), new Callback.Answer(true, true, true, true, "满意"), zheng))
                .isInstanceOf(NotFound.class);
        callbacks.dropRate("heating", null, null, DESK);
    }

    @Test
    void nor_what_reminds_of_it_and_nobody_reaches_it_by_way_of_another_one() throws Exception {
        accounts.demonstrate("qian-all", "钱冷淡", null, null, ALL, "shouwen-demo");
        CurrentUser qian = accounts.byLogin("qian-all").orElseThrow().signedIn();
        String number = order(false, "8890 坐席钱冷淡");
        String reminder = intake.take(
                        AnAppeal.saying("怎么还没人管").by(Identity.of("何其正", "13800008888", "", null)),
                        new org.shouwen.appeal.Disposition.Reminded(new WorkOrderNumber(number), "催办"),
                        Origin.of(DESK, null),
                        DESK)
                .orThrow()
                .number();
        ScreenClient himself = ScreenClient.as(port, "qian-all");
        assertThat(himself.get("/appeals/" + reminder).statusCode()).isEqualTo(404);
        assertThat(himself.get("/desk/appeals?tab=all").body()).doesNotContain(reminder);
        assertThat(himself.post("/appeals/" + reminder + "/looks", Map.of("why", "回访"))
                        .body())
                .doesNotContain("何其正");
        assertThatThrownBy(() -> intake.take(
                                AnAppeal.saying("我不追究了").by(Identity.of("某人", "13800001111", "", null)),
                                new org.shouwen.appeal.Disposition.Reminded(new WorkOrderNumber(number), "诉求人说不追究了"),
                                Origin.of(qian, null),
                                qian)
                        .orThrow())
                .isInstanceOf(NotFound.class);
        String other = order(false, "");
        assertThatThrownBy(() -> orders.act(other, new Command.Join(number), qian, null))
                .isInstanceOf(BadInput.class);
        assertThat(board.page(number, DESK).way().toString()).doesNotContain("不追究");
    }

    /** What another citizen brought in the same matter goes under it, and is not there either. */
    @Test
    void nor_what_goes_under_it() throws Exception {
        accounts.demonstrate("wu-all", "吴敷衍", null, null, ALL, "shouwen-demo");
        CurrentUser wu = accounts.byLogin("wu-all").orElseThrow().signedIn();
        String lead = order(false, "");
        String under = order(false, "");
        done(under, new Command.Join(lead), DESK);
        ScreenClient himself = ScreenClient.as(port, "wu-all");
        ScreenClient other = ScreenClient.as(port, "dispatcher");
        assertThat(himself.get("/orders/" + under).statusCode()).isEqualTo(200);
        done(lead, new Command.NameAccused(null, "8890 坐席吴敷衍", true), DESK);
        for (String gone : List.of("/orders/" + under, "/orders/" + under + "/appellant", "/appeals/" + under)) {
            assertThat(himself.get(gone).statusCode()).as(gone).isEqualTo(404);
            assertThat(other.get(gone).statusCode()).as(gone).isEqualTo(200);
        }
        assertThat(himself.post("/orders/" + under + "/appellant", Map.of("why", "回访"))
                        .body())
                .doesNotContain("何其正");
        for (Command act : List.of(new Command.Note("没有的事"), new Command.Separate("不是一回事")))
            assertThatThrownBy(() -> orders.act(under, act, wu, null)).isInstanceOf(NotFound.class);
        String same = order(false, "");
        assertThat(himself.get("/orders/" + same).body()).doesNotContain(under);
        assertThat(himself.get("/desk/dispatch").body()).doesNotContain(under).contains(same);
        assertThatThrownBy(() -> intake.take(
                                AnAppeal.saying("我不追究了").by(Identity.of("某人", "13800001111", "", null)),
                                new org.shouwen.appeal.Disposition.Reminded(new WorkOrderNumber(under), "诉求人说不追究了"),
                                Origin.of(wu, null),
                                wu)
                        .orThrow())
                .isInstanceOf(NotFound.class);
    }

    @Test
    void nor_measures_against_whoever_complained() throws Exception {
        accounts.demonstrate("sun-all", "孙护短", null, null, ALL, "shouwen-demo");
        CurrentUser sun = accounts.byLogin("sun-all").orElseThrow().signedIn();
        String about = intake.take(
                        AnAppeal.saying("孙护短骂我").accused("坐席孙护短").by(Identity.of("何其正", "13800008881", "", null)),
                        new org.shouwen.appeal.Disposition.Declined("abusive", "带有恶意性语言"),
                        Origin.of(DESK, null),
                        DESK)
                .orThrow()
                .number();
        assertThatThrownBy(() -> nuisance.propose(
                        List.of(new WorkOrderNumber(about)), Ruling.Ground.MALICIOUS, Measure.NOTE, 10, "总来骂人", sun))
                .as("not even whether there is one")
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no-such-appeal");
        Ruling r = nuisance.propose(
                List.of(new WorkOrderNumber(about)), Ruling.Ground.MALICIOUS, Measure.NOTE, 10, "总来骂人", DESK);
        assertThat(nuisance.list(sun, null, 1000).items()).noneMatch(x -> x.id().equals(r.id()));
        assertThat(nuisance.list(DESK, null, 1000).items()).anyMatch(x -> x.id().equals(r.id()));
        assertThatThrownBy(() -> nuisance.agree(r.id(), sun)).isInstanceOf(NotFound.class);
        for (String ruler : List.of("督办甲", "督办乙")) nuisance.agree(r.id(), person(ruler, null));
        Phone phone = Phone.parse("phone", "13800008881");
        assertThat(measures.of(phone, DESK))
                .hasValueSatisfying(m -> assertThat(m.reason()).contains("总来骂人"));
        assertThat(measures.of(phone, sun))
                .as("the desk has to act on it; what it rests on is not theirs")
                .hasValueSatisfying(m -> assertThat(m.reason()).isEmpty());
    }

    /** Pages as somebody else reads them, who finds the order there, and as whoever it is about, who does not. */
    private final class Lists {
        private final String number;
        private final ScreenClient himself = ScreenClient.as(port, "zheng-all");
        private final ScreenClient other = ScreenClient.as(port, "other-all");
        private final Map<String, ApiClient> programs = new LinkedHashMap<>();

        Lists(String number) throws Exception {
            this.number = number;
            for (Role role : ALL) {
                for (String name : List.of("郑推诿", "旁人甲")) {
                    String login = (name.equals("郑推诿") ? "zheng-" : "other-") + role;
                    accounts.demonstrate("api:" + login, name, null, null, Set.of(role), "shouwen-demo");
                    programs.put(name + role, new ApiClient(port, accounts.token(login, Set.of(role), null)));
                }
            }
        }

        void hide(String... pages) throws Exception {
            for (String page : pages) hideWords(number, page);
        }

        void hideWords(String words, String page) throws Exception {
            assertThat(read(page, "旁人甲", other)).as("there: " + page).contains(words);
            assertThat(read(page, "郑推诿", himself)).as("hidden: " + page).doesNotContain(words);
        }

        void hidePost(String page, Map<String, String> form) throws Exception {
            assertThat(other.post(page, form).body()).as("there: " + page).contains(number);
            assertThat(himself.post(page, form).body()).as("hidden: " + page).doesNotContain(number);
        }

        void gone(String... pages) throws Exception {
            for (String page : pages) {
                boolean api = page.startsWith("/api/");
                assertThat(
                                api
                                        ? program("旁人甲", page).get(page).status()
                                        : other.get(page).statusCode())
                        .as(page)
                        .isEqualTo(200);
                assertThat(
                                api
                                        ? program("郑推诿", page).get(page).status()
                                        : himself.get(page).statusCode())
                        .as(page)
                        .isEqualTo(404);
            }
        }

        private String read(String page, String name, ScreenClient screens) throws Exception {
            return page.startsWith("/api/")
                    ? program(name, page).get(page).body().toString()
                    : screens.get(page).body();
        }

        /** A program has one role: the one that this is for. */
        private ApiClient program(String name, String page) {
            Role role = page.startsWith("/api/v1/breaches")
                    ? Role.BUREAU
                    : page.startsWith("/api/v1/callbacks") ? Role.SUPERVISOR : Role.DISPATCHER;
            return java.util.Objects.requireNonNull(programs.get(name + role));
        }
    }
}
