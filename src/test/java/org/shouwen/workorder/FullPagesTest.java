package org.shouwen.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accountability.Accountability;
import org.shouwen.accountability.Breach;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.CallerMeasures.Measure;
import org.shouwen.appeal.Reviews;
import org.shouwen.callback.Callback;
import org.shouwen.callback.Callbacks;
import org.shouwen.callermeasures.Nuisance;
import org.shouwen.callermeasures.Ruling;
import org.shouwen.confidentiality.Confidentiality;
import org.shouwen.confidentiality.PartiesOfBefore;
import org.shouwen.handover.Handover;
import org.shouwen.handover.Handovers;
import org.shouwen.notification.Delivery;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.shouwen.supervision.Supervision;
import org.shouwen.supervision.Supervisions;
import org.shouwen.supervision.Trigger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody may not see is left out before a list is cut: with more of it than a page holds, in front of all else, every
 * page is full, the next is reached, and the counter counts what is there.
 */
@ShouwenTest
class FullPagesTest {
    private static final Set<Role> ALL = Set.of(Role.AGENT, Role.DISPATCHER, Role.SUPERVISOR, Role.BUREAU);
    private static final CurrentUser ACCUSED = person("钱冷淡");
    private static final CurrentUser OTHER = person("旁人甲");
    private static final int LIMIT = 20;
    private static final int HIDDEN = 70;
    private static final int THERE = 50;

    @LocalServerPort
    int port;

    @Autowired
    WorkOrderBoard board;

    @Autowired
    Appeals appeals;

    @Autowired
    Reviews reviews;

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
    Delivery delivery;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    TestClock clock;

    private static CurrentUser person(String name) {
        return new CurrentUser(UUID.randomUUID(), name, name, null, null, ALL);
    }

    private interface Lists<T> {
        Page<T> page(CurrentUser by, @Nullable After after);
    }

    /** The first of them about {@link #ACCUSED}, the rest about nobody; numbers are {@code KIND-0001} and on. */
    @BeforeEach
    void many_that_are_about_one_of_the_desk() {
        clock.set("2026-11-23T10:00");
        if (jdbc.sql("select exists (select from workorder.work_order where number = 'REG-0001')")
                .query(Boolean.class)
                .single()) return;
        orders("REG", "REGISTERED", "", "");
        orders("REP", "REPORTED", ", reported_at", ", t");
        orders("REQ", "IN_HAND", ", extension_asked_at, asked", ", t, '" + json.writeValueAsString(asked()) + "'");
        orders("ALM", "AWAITING_RECEIPT", ", urgent_kind, urgent_since", ", 'heating', t");
        orders("CLO", "CLOSED", ", reported_at, closed_at", ", t, t");
        jdbc.sql("""
            insert into workorder.matter (order_id, title, content, kind, location, happened_at)
            select id, '标题', '内容', 'livelihood', '', '' from workorder.work_order where number ~ '^[A-Z]{3}-'
            """).update();
        jdbc.sql("""
            insert into intake.appeal (id, number, received_at, channel, appellant, kind, location, happened_at, title,
                content, wants, enterprise, secret, accused, note, state, review_asked_at, origin, fingerprint,
                version, head)
            select ('00000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, 'APP-' || lpad(i::text, 4, '0'), t,
                'phone', gen_random_uuid(), 'complaint', '', '', '标题', '内容', '', false, false,
                case when i <= :hidden then '坐席钱冷淡' else '' end, '', 'WAITING', t, 'test', '', 1, ''
            """ + MANY)
                .param("hidden", HIDDEN)
                .param("all", HIDDEN + THERE)
                .update();
        of("supervision.trigger (id, order_id, order_number, unit, kind, at, words, by_name)", """
            gen_random_uuid(), o.id, o.number, 'heating', 'OVERDUE', o.registered_at, '', 'system'\
            """);
        of("""
            supervision.supervision (id, number, order_id, order_number, unit, level, how, words, issued_at, issued_by, due,
                provisional, answered_at)\
            """, """
            gen_random_uuid(), 'S-' || o.number, o.id, o.number, 'heating', 'FIRST', 'PHONE', '', o.registered_at, '某',
            o.registered_at + interval '1 day', false, case when right(o.number, 1) in ('1', '2', '3') then o.registered_at end\
            """);
        of("""
            supervision.callback (id, day, order_id, order_number, unit, kind, limit_class, state, attempts, last_attempt_at,
                truthful, resolved, satisfied_first, satisfied)\
            """, """
            gen_random_uuid(), date '2026-11-01' + d, o.id, o.number, 'heating', 'livelihood', 'ordinary',
            case d when 0 then 'WAITING' else 'REACHED' end, d, case d when 1 then o.registered_at end, true, true, true, true\
            """);
        of("""
            coordination.handover (id, number, kind, ground, order_id, order_number, recipient, reason, handed_at, handed_by,
                due, provisional, answered_at)\
            """, """
            gen_random_uuid(), 'H-' || o.number, 'PETITION', 'A18_1', o.id, o.number, '信访局', '', o.registered_at, '某',
            o.registered_at, false, case when right(o.number, 1) in ('1', '2', '3') then o.registered_at end\
            """);
        of("""
            accountability.breach (id, number, unit, person, ground, order_number, words, evidence, evidence_sha, opened_at,
                opened_by)\
            """, """
            gen_random_uuid(), 'B-' || o.number, 'heating', '', 'A22_2', o.number, '', '', '', o.registered_at, '某'\
            """);
        jdbc.sql("""
            insert into messages.outbox (id, appellant, number, moment, args, text, created, state)
            select a.id, a.appellant, a.number, 'RECEIVED', '[]', '话', a.received_at, 'NO_NUMBER'
            from intake.appeal a where number like 'APP-%'
            """).update();
        PartiesOfBefore.fill(jdbc);
        for (int i = 1; i <= HIDDEN + THERE; i++) ruling("APP-%04d".formatted(i), i);
    }

    private static final String MANY = """
         from generate_series(1, :all) i,
            lateral (select timestamptz '2026-01-05 08:00+08' + i / 3 * interval '1 minute' as t) x
        """;

    private void orders(String kind, String state, String columns, String values) {
        jdbc.sql("""
            insert into workorder.work_order (id, number, appeal, registered_at, state, edition, limit_class, lead_unit,
                dispatched_at, receive_by, handle_by, received_at, shield, version, head%s)
            select gen_random_uuid(), '%s-' || lpad(i::text, 4, '0'), gen_random_uuid(), t, '%s', 'dandong-2024',
                'ordinary', 'heating', t, t, t, t, case when i <= :hidden then :shield end, 1, ''%s
            """.formatted(columns, kind, state, values) + MANY)
                .param("hidden", HIDDEN)
                .param("all", HIDDEN + THERE)
                .param(
                        "shield",
                        json.writeValueAsString(new Confidentiality(false, List.of(), "8890 坐席钱冷淡", null, null)))
                .update();
    }

    private void of(String table, String values) {
        jdbc.sql("insert into " + table + " select " + values
                        + " from workorder.work_order o, generate_series(0, "
                        + (table.contains("callback") ? 1 : 0) + ") d where o.number like 'CLO-%'")
                .update();
    }

    private static PendingRequests asked() {
        Instant at = Instant.parse("2026-11-20T01:00:00Z");
        return PendingRequests.NOTHING.with(new PendingRequests.Extension(2, "等配件", "依据", at, "电话", at));
    }

    private void ruling(String appeal, int i) {
        Ruling.Hand hand = new Ruling.Hand(UUID.randomUUID(), "某", clock.instant());
        UUID id = UUID.fromString("00000000-%04d-7000-8000-000000000000".formatted(i));
        Ruling r = new Ruling(
                id,
                UUID.randomUUID(),
                "",
                appeal,
                Ruling.Ground.LONG_INVALID,
                Measure.NOTE,
                30,
                List.of(appeal),
                "理由",
                hand,
                null,
                null,
                Ruling.State.PROPOSED,
                null,
                null,
                List.of(),
                null,
                null,
                "");
        jdbc.sql("insert into nuisance.ruling (id, phone_key, salt, state, body) values (:id, :key, '',"
                        + " 'PROPOSED', :body)")
                .param("id", id)
                .param("key", appeal)
                .param("body", json.writeValueAsString(r))
                .update();
    }

    /** Walks to the last page for both and says what the one has more than the other. */
    private <T> void full(Lists<T> lists, Function<T, String> number, String kind) {
        List<String> theirs = walk(lists, ACCUSED, number).stream()
                .filter(n -> n.startsWith(kind))
                .toList();
        List<String> all = walk(lists, OTHER, number).stream()
                .filter(n -> n.startsWith(kind))
                .toList();
        assertThat(theirs).hasSize(THERE);
        assertThat(all).hasSize(HIDDEN + THERE);
        List<String> less = new ArrayList<>(all);
        less.removeAll(new HashSet<>(theirs));
        assertThat(less).hasSize(HIDDEN).allMatch(n -> n.compareTo(kind + "-%04d".formatted(HIDDEN)) <= 0);
        List<String> inTurn = new ArrayList<>(all);
        inTurn.retainAll(new HashSet<>(theirs));
        assertThat(theirs).as("in the same order").isEqualTo(inTurn);
    }

    private <T> List<String> walk(Lists<T> lists, CurrentUser by, Function<T, String> number) {
        List<String> found = new ArrayList<>();
        String next = null;
        Long all = null;
        do {
            Page<T> page = lists.page(by, After.parse(next));
            if (page.next() != null) assertThat(page.items()).as("a full page").hasSize(LIMIT);
            page.items().forEach(t -> found.add(number.apply(t)));
            all = page.all();
            next = page.next();
            assertThat(found.size()).as("it ends").isLessThan(5_000);
        } while (next != null);
        assertThat(found).doesNotHaveDuplicates();
        if (all != null) assertThat(all).as("its counter").isEqualTo(found.size());
        return found;
    }

    @Test
    void of_the_desk() {
        full((by, after) -> board.toDispatch(by, after, LIMIT), OrderLine::number, "REG");
        full((by, after) -> board.toDecide(by, after, LIMIT), OrderLine::number, "REP");
        full((by, after) -> board.requests(by, after, LIMIT), Request::number, "REQ");
        full((by, after) -> board.alarms(by, after, LIMIT), Alarm::number, "ALM");
        full((by, after) -> board.late(null, by, after, LIMIT), OrderLine::number, "REQ");
    }

    @Test
    void of_appeals() {
        full((by, after) -> appeals.queue(by, after, LIMIT), Appeal::number, "APP");
        full((by, after) -> appeals.page(by, null, after, LIMIT), Appeal::number, "APP");
        full((by, after) -> reviews.waiting(by, after, LIMIT), Appeal::number, "APP");
        full((by, after) -> delivery.undelivered(by, after, LIMIT), Delivery.Undelivered::number, "APP");
        full((by, after) -> nuisance.list(by, after, LIMIT), r -> r.evidence().getFirst(), "APP");
        assertThat(appeals.waiting(OTHER) - appeals.waiting(ACCUSED)).isEqualTo(HIDDEN);
    }

    @Test
    void of_supervision_and_what_follows() {
        full((by, after) -> supervisions.triggers(by, after, LIMIT), Trigger::orderNumber, "CLO");
        full((by, after) -> supervisions.list(by, after, LIMIT), Supervision::orderNumber, "CLO");
        full((by, after) -> callbacks.waiting(by, after, LIMIT), Callback::orderNumber, "CLO");
        full((by, after) -> callbacks.done(by, after, LIMIT), Callback::orderNumber, "CLO");
        full((by, after) -> handovers.list(by, after, LIMIT), Handover::orderNumber, "CLO");
        full((by, after) -> accountability.list(by, after, LIMIT), b -> number(b), "CLO");
    }

    private static String number(Breach b) {
        return String.valueOf(b.orderNumber());
    }

    @Test
    void what_is_urgent_does_not_hide_who_waits_longest() throws Exception {
        ScreenClient dispatcher = ScreenClient.as(port, "dispatcher");
        jdbc.sql("update workorder.work_order set urgent_kind = 'heating', urgent_since = registered_at,"
                        + " urgent_answered_at = registered_at where number between 'REG-0011' and 'REG-0120'")
                .update();
        String first = dispatcher.get("/desk/dispatch").body();
        for (String there : List.of("紧急之外等候最久", "下一页", "REG-0011", "REG-000"))
            assertThat(first.contains(there)).as(there).isTrue();
        assertThat(first).as("one of them, not the whole of them").doesNotContain("REG-0003", "REG-0010");
        assertThat(board.longestToDispatch(OTHER))
                .hasValueSatisfying(l -> assertThat(l.number()).startsWith("REG-000"));
        assertThat(board.longestToDispatch(ACCUSED).filter(l -> l.number().startsWith("REG")))
                .as("but not what is about the reader")
                .isEmpty();
        Set<String> seen = new HashSet<>();
        String path = "/desk/dispatch";
        while (path != null) {
            String page = dispatcher.get(path).body();
            var m = Pattern.compile("name=\"number\" value=\"(REG-\\d+)\"").matcher(page);
            while (m.find()) assertThat(seen.add(m.group(1))).isTrue();
            var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
            path = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        assertThat(seen).hasSize(HIDDEN + THERE);
        jdbc.sql("update workorder.work_order set urgent_kind = null, urgent_since = null, urgent_answered_at ="
                        + " null where number like 'REG-%'")
                .update();
    }

    @Test
    void screens_say_that_a_list_is_cut_and_lead_on() throws Exception {
        accounts.demonstrate("other-all", "旁人甲", null, null, ALL, "shouwen-demo");
        ScreenClient other = ScreenClient.as(port, "other-all");
        for (String path : List.of(
                "/desk/dispatch",
                "/desk/reports",
                "/desk/requests",
                "/desk/alarms",
                "/desk/appeals",
                "/desk/appeals?tab=all",
                "/desk/appeals?tab=reviews",
                "/desk/undelivered",
                "/supervisions",
                "/callbacks",
                "/handovers",
                "/breaches",
                "/nuisances",
                "/supervision")) {
            String body = other.get(path).body();
            assertThat(body).as(path).contains("rel=\"next\"");
            var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(body);
            int links = 0;
            while (next.find()) {
                links++;
                var more = other.get(next.group(1).replace("&amp;", "&"));
                assertThat(more.statusCode()).as(next.group(1)).isEqualTo(200);
                assertThat(more.body()).contains("sw-more").contains("本页");
            }
            assertThat(links).as(path).isPositive();
            String wrong = path + (path.contains("?") ? "&" : "?") + "after=x";
            assertThat(other.get(wrong).statusCode()).as(wrong).isEqualTo(422);
        }
    }

    @Test
    void integrators_are_led_on_by_key() throws Exception {
        String token = accounts.token("desk-lists", Set.of(Role.DISPATCHER), null);
        ApiClient desk = new ApiClient(port, token);
        ApiClient bureau = new ApiClient(port, accounts.token("bureau-lists", Set.of(Role.BUREAU), null));
        for (String path : List.of("/api/v1/handovers", "/api/v1/breaches", "/api/v1/nuisances")) {
            ApiClient api = path.endsWith("breaches") ? bureau : desk;
            var first = api.get(path + "?limit=30").ok();
            assertThat(first.path("items")).hasSize(30);
            assertThat(first.path("all").asLong()).isGreaterThanOrEqualTo(HIDDEN + THERE);
            var second = api.get(path + "?limit=30&after=" + first.path("next").asString())
                    .ok();
            assertThat(second.path("items").get(0).path("id"))
                    .isNotEqualTo(first.path("items").get(0).path("id"));
            assertThat(api.get(path + "?limit=0").status()).isEqualTo(422);
            assertThat(api.get(path + "?after=1.2.x").status()).isEqualTo(422);
        }
        for (String path : List.of("/api/v1/supervisions", "/api/v1/supervisions/triggers", "/api/v1/callbacks")) {
            var first = desk.get(path + "?limit=30").ok();
            assertThat(first).hasSize(30);
            var link = NEXT.matcher(link(path + "?limit=30", token));
            assertThat(link.matches()).isTrue();
            assertThat(desk.get(link.group(1)).ok().get(0).path("id"))
                    .isNotEqualTo(first.get(0).path("id"));
            assertThat(desk.get(path + "?limit=201").status()).isEqualTo(422);
        }
    }

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private String link(String path, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString())
                    .headers()
                    .firstValue("Link")
                    .orElseThrow();
        }
    }
}
