package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.shouwen.handover.Handover;
import org.shouwen.handover.Handovers;
import org.shouwen.identity.Identity;
import org.shouwen.regulation.Clause;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Shift;
import org.shouwen.supervision.Supervision;
import org.shouwen.supervision.Supervisions;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.OrderFiles;
import org.shouwen.workorder.Report;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrderBoard;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route that names an order × every role × own or foreign unit × every state: whoever has nothing to do with the
 * order does not learn that there is one, whatever its state, and nobody brings out a failure.
 */
@ShouwenTest
class UnitMatrixTest {
    private static final CurrentUser DESK =
            new CurrentUser(UUID.randomUUID(), "d", "d", null, null, Set.of(Role.DISPATCHER, Role.AGENT));
    private static final CurrentUser OWN =
            new CurrentUser(UUID.randomUUID(), "u", "u", "housing", null, Set.of(Role.UNIT_DESK));

    private static final CurrentUser SUPERVISOR =
            new CurrentUser(UUID.randomUUID(), "s", "s", null, null, Set.of(Role.SUPERVISOR));

    @Autowired
    AccessTable access;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Accounts accounts;

    @Autowired
    Intake intake;

    @Autowired
    WorkOrders orders;

    @Autowired
    WorkOrderBoard board;

    @Autowired
    Supervisions supervisions;

    @Autowired
    Handovers handovers;

    @Autowired
    OrderFiles files;

    @Autowired
    Directory directory;

    @Autowired
    Roster roster;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void time() {
        clock.set("2026-11-23T10:00");
    }

    private record Route(RequestMethod method, String pattern) {}

    /** Those whose path has an order's number in it; one that takes acts once for each of them. */
    private List<Route> routes() {
        return routes("/orders/{number}", "/api/v1/work-orders/{number}").stream()
                .flatMap(r -> r.pattern().contains("{act}")
                        ? ACTS.stream()
                                .map(a -> new Route(r.method(), r.pattern().replace("{act}", a)))
                        : Stream.of(r))
                .toList();
    }

    private List<Route> routes(String... under) {
        List<Route> routes = new ArrayList<>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().forEach(i -> {
            for (String p : i.getPatternValues()) {
                if (Stream.of(under).noneMatch(p::startsWith)) continue;
                Set<RequestMethod> methods = i.getMethodsCondition().getMethods();
                for (RequestMethod m : methods.isEmpty() ? EnumSet.of(RequestMethod.GET) : methods)
                    routes.add(new Route(m, p));
            }
        });
        return routes;
    }

    /** All that the order's page offers to anybody; from its words, so that a new act comes along. */
    private static final List<String> ACTS = acts();

    private static List<String> acts() {
        try (Reader words = Files.newBufferedReader(Path.of("src/main/resources/i18n/workorder.properties"))) {
            Properties all = new Properties();
            all.load(words);
            return all.stringPropertyNames().stream()
                    .filter(k -> k.startsWith("workorder.act."))
                    .map(k -> k.substring("workorder.act.".length()))
                    .filter(a -> !a.contains("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All fields that any act asks for, so that none is refused for what is missing before it is seen whose order it is. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("lead", "heating"),
            Map.entry("unit", "heating"),
            Map.entry("limitClass", "ordinary"),
            Map.entry("text", "话"),
            Map.entry("words", "话"),
            Map.entry("how", "电话"),
            Map.entry("said", "话"),
            Map.entry("why", "话"),
            Map.entry("reason", "话"),
            Map.entry("note", "话"),
            Map.entry("accused", "某人"),
            Map.entry("days", "3"),
            Map.entry("approvedBy", "某人"),
            Map.entry("urgentKind", "heating"),
            Map.entry("contactedAt", "2026-11-23T09:00"),
            Map.entry("permittedAt", "2026-11-23T09:00"),
            Map.entry("at", "2026-11-23T09:00"),
            Map.entry("order", "20260930-000001"),
            Map.entry("level", "FIRST"),
            Map.entry("measures", "话"),
            Map.entry("findings", "话"),
            Map.entry("resolution", "话"),
            Map.entry("granted", "true"));

    private static final String BODY = FIELDS.entrySet().stream()
            .map(f -> "\"" + f.getKey() + "\":"
                    + (Set.of("days").contains(f.getKey()) || f.getKey().equals("granted")
                            ? f.getValue()
                            : "\"" + f.getValue() + (f.getKey().endsWith("At") ? ":00Z" : "") + "\""))
            .collect(Collectors.joining(",", "{", "}"));

    private String order(WorkOrder.State state) {
        return order(state, List.of());
    }

    private String order(WorkOrder.State state, List<UnitId> with) {
        NewAppeal a = AnAppeal.saying("矩阵 " + state).by(Identity.of("何其正", "13800008888", "", null));
        String number = intake.take(a, new Disposition.Ordered(null, null, null), Origin.of(DESK, null), DESK)
                .orThrow()
                .number();
        if (state == WorkOrder.State.REGISTERED) return number;
        if (state == WorkOrder.State.JOINED) {
            String lead = order(WorkOrder.State.IN_HAND);
            orders.act(number, new Command.Join(lead), DESK, null).orThrow();
            return number;
        }
        orders.act(number, new Command.Dispatch(new UnitId("housing"), with, "ordinary"), DESK, null)
                .orThrow();
        if (state == WorkOrder.State.AWAITING_RECEIPT) return number;
        orders.act(number, new Command.Receive(), OWN, null).orThrow();
        if (state == WorkOrder.State.IN_HAND) return number;
        Report report = new Report("a", "b", "c", "d", clock.instant(), "电话", true, false, null);
        orders.act(number, new Command.ReportOutcome(report, with.isEmpty() ? "" : "已催"), OWN, null)
                .orThrow();
        if (state == WorkOrder.State.REPORTED) return number;
        orders.act(number, new Command.Accept(""), DESK, null).orThrow();
        return number;
    }

    @Test
    void a_foreign_units_people_get_the_same_404_for_every_route_in_every_state() throws Exception {
        List<Route> routes = routes();
        assertThat(routes).hasSizeGreaterThan(25);
        List<ApiClient> foreign = new ArrayList<>();
        for (Role r : EnumSet.of(Role.UNIT_DESK, Role.UNIT_OFFICER, Role.UNIT_LEADER))
            foreign.add(ApiClient.of(port, accounts, "foreign-" + r, r, "heating"));
        List<ScreenClient> screens = new ArrayList<>();
        for (String login : List.of("heating", "heating-officer", "heating-leader"))
            screens.add(ScreenClient.as(port, login));
        Set<String> wrong = new TreeSet<>();
        int tried = 0;
        for (WorkOrder.State state : WorkOrder.State.values()) {
            String number = order(state);
            long before = board.page(number, DESK).version();
            for (Route route : routes) {
                String path = path(route, number);
                if (route.pattern().startsWith("/api/"))
                    for (ApiClient c : foreign) {
                        int there = status(c, route, path);
                        int nowhere = status(c, route, path(route, "20990101-000001"));
                        tried++;
                        if (there != nowhere || there / 100 == 2 || there >= 500)
                            wrong.add(state + " " + route + " " + there + " but for none " + nowhere);
                    }
                else
                    for (ScreenClient s : screens) {
                        int there = status(s, route, path);
                        int nowhere = status(s, route, path(route, "20990101-000001"));
                        tried++;
                        if (there != nowhere || there / 100 == 2 || there == 302 || there >= 500)
                            wrong.add(state + " " + route + " " + there + " but for none " + nowhere);
                    }
            }
            assertThat(board.page(number, DESK).version())
                    .as("nothing has happened to it")
                    .isEqualTo(before);
        }
        System.out.println("matrix: " + routes.size() + " routes, " + WorkOrder.State.values().length + " states, "
                + tried + " requests by people of a foreign unit");
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobody_brings_out_a_failure_in_any_state() throws Exception {
        List<Route> routes = routes();
        Set<String> wrong = new TreeSet<>();
        for (WorkOrder.State state : WorkOrder.State.values()) {
            for (Role role : Role.values()) {
                if (role.needsPerson()) continue;
                String unit = role.ofPlatform() ? null : "housing";
                ApiClient c = ApiClient.of(port, accounts, "own-" + role, role, unit);
                String number = order(state);
                for (Route route : routes) {
                    if (!route.pattern().startsWith("/api/")) continue;
                    int status = status(c, route, path(route, number));
                    boolean allowed = access.api().stream()
                            .filter(r -> r.pattern().equals("/api/v1/work-orders/**"))
                            .allMatch(r -> r.roles().contains(role));
                    if (status >= 500 || (!allowed && status != 403))
                        wrong.add(state + " " + role + " " + route + " " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void its_own_unit_may_do_what_the_regulation_says_and_nothing_else() throws Exception {
        for (Role role : EnumSet.of(Role.UNIT_DESK, Role.UNIT_OFFICER, Role.UNIT_LEADER)) {
            Map<String, Set<WorkOrder.State>> written = new TreeMap<>(OWN_MAY);
            if (role == Role.UNIT_OFFICER) written.remove("assignments"); // those are the desk's and the leader's
            assertThat(may(role, "housing", false)).as(role.name()).isEqualTo(written);
            assertThat(may(role, "housing", true).keySet())
                    .as(role + " does not decide on what it asked for")
                    .doesNotContain("extension-decisions", "extension-grants", "extension-refusals", "return-decisions")
                    .doesNotContain("return-grants", "return-refusals", "acceptances", "reworks");
        }
    }

    /** Otherwise a request that nobody may make would say nothing about units. */
    @Test
    void and_each_act_is_somebodys() throws Exception {
        Set<String> done = new TreeSet<>(OWN_MAY.keySet());
        done.add("contributions"); // an assisting unit's
        done.add("readings"); // of a citizen's word, in any state (Ruling40Test)
        for (Role role : EnumSet.of(Role.DISPATCHER, Role.BUREAU))
            for (boolean asked : List.of(false, true))
                done.addAll(may(role, null, asked).keySet());
        assertThat(done)
                .isEqualTo(
                        orderActs().stream().map(UnitMatrixTest::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    private List<Route> orderActs() {
        List<Route> acts = routes("/api/v1/work-orders/{number}/").stream()
                .filter(r -> r.method() == RequestMethod.POST && r.pattern().matches(".*[}]/[a-z-]+"))
                .filter(r -> !name(r).equals("papers")) // files, not acts
                .toList();
        assertThat(acts).hasSizeGreaterThan(20);
        return acts;
    }

    private static String name(Route act) {
        return act.pattern().replaceAll(".*/", "");
    }

    /** @param asked whether the unit has asked for more time and for its return, and the matter is urgent */
    private Map<String, Set<WorkOrder.State>> may(Role role, @Nullable String unit, boolean asked) throws Exception {
        Map<String, Set<WorkOrder.State>> may = new TreeMap<>();
        ApiClient c = ApiClient.of(port, accounts, "own-act-" + role, role, unit);
        for (WorkOrder.State state : WorkOrder.State.values())
            for (Route act : orderActs()) {
                String number = order(state, List.of(new UnitId("zhenxing")));
                if (asked && !ask(number, state)) continue;
                String body = wellMade(number);
                if (name(act).equals("joins")) body = "{\"lead\":\"%s\"}".formatted(order(WorkOrder.State.IN_HAND));
                if (c.post(path(act, number), body).status() / 100 == 2)
                    may.computeIfAbsent(name(act), _ -> EnumSet.noneOf(WorkOrder.State.class))
                            .add(state);
            }
        return may;
    }

    private boolean ask(String number, WorkOrder.State state) {
        if (state == WorkOrder.State.REGISTERED) {
            orders.act(number, new Command.AskIntake("哪一栋楼？"), DESK, null).orThrow();
            return true;
        }
        if (state != WorkOrder.State.IN_HAND) return false;
        orders.act(number, new Command.RaiseUrgency("heating", "漏气"), DESK, null)
                .orThrow();
        orders.act(number, new Command.KeepSecret("电话"), DESK, null).orThrow();
        orders.act(number, new Command.AskExtension(3, "等配件", "合同", clock.instant(), "电话"), OWN, null)
                .orThrow();
        List<PaperRef> papers = Stream.of("duty-ruling", "leader-signature", "unit-statement")
                .map(label -> paper(number, label))
                .toList();
        orders.act(number, new Command.AskReturn("非本单位职责", "编办〔2026〕1号", papers), OWN, null)
                .orThrow();
        return true;
    }

    private PaperRef paper(String number, String label) {
        return files.keep(
                        number,
                        "file",
                        label,
                        List.of(new Papers.File("a.pdf", "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.UTF_8))),
                        DESK.actor())
                .getFirst();
    }

    /** By hand: what the lead unit may do, and in which states (Art. 13). */
    private static final Map<String, Set<WorkOrder.State>> OWN_MAY = new TreeMap<>(Map.of(
            "receipts", EnumSet.of(WorkOrder.State.AWAITING_RECEIPT),
            "assignments", EnumSet.of(WorkOrder.State.IN_HAND),
            "contacts", EnumSet.of(WorkOrder.State.IN_HAND),
            "extensions", EnumSet.of(WorkOrder.State.IN_HAND),
            "returns", EnumSet.of(WorkOrder.State.AWAITING_RECEIPT, WorkOrder.State.IN_HAND),
            "reports", EnumSet.of(WorkOrder.State.IN_HAND),
            "part-reminders", EnumSet.of(WorkOrder.State.AWAITING_RECEIPT, WorkOrder.State.IN_HAND),
            "notes", EnumSet.of(WorkOrder.State.AWAITING_RECEIPT, WorkOrder.State.IN_HAND, WorkOrder.State.REPORTED),
            "attachments",
                    EnumSet.of(
                            WorkOrder.State.AWAITING_RECEIPT,
                            WorkOrder.State.IN_HAND,
                            WorkOrder.State.REPORTED,
                            WorkOrder.State.CLOSED)));

    /** All that any act asks for, as it should be, so that none is refused but for who does it and when. */
    private String wellMade(String number) {
        String at = "2026-11-23T02:00:00Z";
        String papers = Stream.of("duty-ruling", "leader-signature", "unit-statement")
                .map(label -> "\"" + paper(number, label).id() + "\"")
                .collect(Collectors.joining(","));
        UUID officer = directory.officers(new UnitId("housing")).getFirst().id();
        return """
                {"leaderActed":"到场","investigation":"已查","resolution":"已办","appellantSaid":"满意","answeredAt":"%1$s",
                 "answeredHow":"电话","done":true,"days":3,"reason":"等配件","basis":"合同","toldAt":"%1$s","toldHow":"电话",
                 "statement":"非本单位职责","rulingNumber":"编办〔2026〕1号","papers":[%2$s],"unit":"zhenxing","text":"话","withoutParts":"已催",
                 "officer":"%3$s","contactedAt":"%1$s","how":"电话","said":"知道了","urgentKind":"heating","called":"值班室",
                 "calledAt":"%1$s","answeredBy":"某人","at":"%1$s","who":"某人","note":"话","lead":"heating",
                 "limitClass":"difficult","granted":true,"accused":"某人","title":"更正后的标题","kind":"complaint","permittedAt":"%1$s","words":"话"}""".formatted(at, papers, officer);
    }

    private static String path(Route route, String number) {
        return route.pattern()
                .replace("{number}", number)
                .replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000");
    }

    private static int status(ApiClient c, Route route, String path) throws Exception {
        return switch (route.method()) {
            case GET -> c.get(path).status();
            case POST -> c.post(path, BODY).status();
            default -> c.send(route.method().name(), path, BODY).status();
        };
    }

    private static int status(ScreenClient s, Route route, String path) throws Exception {
        return route.method() == RequestMethod.GET
                ? s.get(path).statusCode()
                : s.post(path, FIELDS).statusCode();
    }

    /** What else is one unit's: supervisions, handovers, filed rules and shifts, by number or id. */
    @Test
    void nor_does_a_foreign_unit_learn_of_anything_else_that_is_not_its_own() throws Exception {
        String number = order(WorkOrder.State.IN_HAND);
        String supervision = supervisions
                .issue(number, Supervision.Level.FIRST, Supervision.How.PHONE, "请立即处理", SUPERVISOR)
                .number();
        String handover = handovers
                .handOver(number, Handover.Kind.PETITION, Clause.A18_1, "市信访局", "越级", 10, DESK)
                .number();
        UUID shift = roster.plan(
                        java.time.LocalDate.parse("2026-11-30"),
                        Shift.Half.MORNING,
                        Shift.Purpose.TRAINING,
                        new UnitId("housing"),
                        SUPERVISOR)
                .id();
        Map<String, String> there = Map.of(
                "/supervisions", supervision,
                "/handovers", handover,
                "/roster", shift.toString(),
                "/filings", "housing",
                "/callbacks", UUID.randomUUID().toString(),
                "/appeals", number,
                "/desk/appeals", number);
        Set<String> wrong = new TreeSet<>();
        int tried = 0;
        for (Map.Entry<String, String> thing : there.entrySet()) {
            List<Route> routes = routes(thing.getKey() + "/", "/api/v1" + thing.getKey() + "/").stream()
                    .filter(r -> r.pattern().contains("{"))
                    .flatMap(r -> r.pattern().contains("{act}")
                            ? Stream.of("people", "arrivals", "removals", "no-shows", "swaps", "acceptances")
                                    .map(a -> new Route(r.method(), r.pattern().replace("{act}", a)))
                            : Stream.of(r))
                    .toList();
            assertThat(routes).as(thing.getKey()).isNotEmpty();
            for (Role role : EnumSet.of(Role.UNIT_DESK, Role.UNIT_LEADER)) {
                ApiClient api = ApiClient.of(port, accounts, "foreign-other-" + role, role, "heating");
                ScreenClient screens = ScreenClient.as(port, role == Role.UNIT_DESK ? "heating" : "heating-leader");
                for (Route route : routes) {
                    String other =
                            thing.getValue().contains("-") && thing.getValue().length() == 36
                                    ? UUID.randomUUID().toString()
                                    : "no-such-1";
                    boolean ofApi = route.pattern().startsWith("/api/");
                    String mine = route.pattern().replaceFirst("\\{[^}]*}", thing.getValue());
                    String nowhere = route.pattern().replaceFirst("\\{[^}]*}", other);
                    mine = mine.replaceAll("\\{[^}]*}", NOBODY);
                    nowhere = nowhere.replaceAll("\\{[^}]*}", NOBODY);
                    int seen = ofApi ? status(api, route, mine) : status(screens, route, mine);
                    int unseen = ofApi ? status(api, route, nowhere) : status(screens, route, nowhere);
                    tried++;
                    // the roster is one for all: everybody sees the shifts, each unit changes its own
                    boolean same = seen == unseen || thing.getKey().equals("/roster");
                    if (!same || seen / 100 == 2 || seen == 302 || seen >= 500)
                        wrong.add(role + " " + route + " " + seen + " but for none " + unseen);
                }
            }
        }
        System.out.println("matrix: " + tried + " requests for other things by people of a foreign unit");
        assertThat(wrong).isEmpty();
    }

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
}
