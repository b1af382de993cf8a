package org.shouwen.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.DangerAlarms;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.OwnAppeals;
import org.shouwen.identity.Phone;
import org.shouwen.identity.Vault;
import org.shouwen.notification.Address;
import org.shouwen.notification.OptOuts;
import org.shouwen.notification.Threads;
import org.shouwen.problems.BadInput;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Article 2: what people send over written channels becomes an appeal, an addition or a rating, once; nothing is lost. */
@ShouwenTest
@TestPropertySource(
        properties = {
            "shouwen.sms.inbound-token=gateway-secret",
            "shouwen.sms.number=10690012345",
            "shouwen.inbound.hourly=5"
        })
class InboundTest {
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "agent", "坐席甲", null, null, Set.of(Role.AGENT));

    @LocalServerPort
    int port;

    @Autowired
    InboundWork work;

    @Autowired
    Inbox inbox;

    @Autowired
    Rejects rejects;

    @Autowired
    ForgottenInbound forgotten;

    @Autowired
    Appeals appeals;

    @Autowired
    OwnAppeals own;

    @Autowired
    Intake intake;

    @Autowired
    Vault vault;

    @Autowired
    OptOuts optOuts;

    @Autowired
    Threads threads;

    @Autowired
    DangerAlarms alarms;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void empty() {
        clock.set("2026-11-23T10:00");
        jdbc.sql("delete from inbound.received").update();
    }

    private HttpResponse<String> post(String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/channels/sms/messages"))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void says(String id, String from, String text) throws IOException, InterruptedException {
        sent(id, from, "10690012345", text);
    }

    private void sent(String id, String from, String to, String text) throws IOException, InterruptedException {
        String body = "{\"id\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"text\":\"%s\",\"at\":\"2026-11-23 09:59:30\"}"
                .formatted(id, from, to, text);
        assertThat(post(body, "Authorization", "Bearer gateway-secret").statusCode())
                .isEqualTo(200);
    }

    private record Row(String state, String reason, String came, String number) {}

    private List<Row> rows() {
        return jdbc.sql("select state, reason, came_of_it, number from inbound.received order by received_at, id")
                .query((rs, _) -> new Row(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4)))
                .list();
    }

    private Appeal opened(String from, String text) throws IOException, InterruptedException {
        says(UUID.randomUUID().toString(), from, text);
        work.run();
        return appeals.get(rows().getLast().number());
    }

    @Test
    void a_message_becomes_an_appeal_of_its_sender_on_the_desks_queue() throws Exception {
        Appeal a = opened("+8613811117701", "我家暖气不热，住振兴区");
        assertThat(a.channel()).isEqualTo("sms");
        assertThat(a.words().content()).isEqualTo("我家暖气不热，住振兴区");
        assertThat(a.state()).isEqualTo(Appeal.State.WAITING);
        assertThat(a.writtenAt()).isEqualTo("2026-11-23T01:59:30Z");
        assertThat(Objects.requireNonNull(vault.masked(List.of(a.appellant())).get(a.appellant()))
                        .phone())
                .isEqualTo("138****7701");
        assertThat(appeals.queue(AGENT, null, 200).items())
                .extracting(Appeal::number)
                .contains(a.number());
    }

    @Test
    void the_same_message_is_taken_once_however_often_it_is_sent() throws Exception {
        for (int i = 0; i < 3; i++) says("mo-1", "13811117702", "路灯坏了");
        work.run();
        says("mo-1", "13811117702", "路灯坏了");
        work.run();
        assertThat(rows()).singleElement().matches(r -> r.state().equals("DONE"));
    }

    @Test
    void whoever_died_between_taking_the_appeal_and_noting_it_takes_it_once() throws Exception {
        Appeal a = opened("13811117703", "井盖丢了");
        jdbc.sql("update inbound.received set state = 'NEW', number = null, next_try = received_at")
                .update();
        work.run();
        assertThat(rows()).singleElement().matches(r -> a.number().equals(r.number()));
        assertThat(vault.findByPhone(Phone.parse("p", "13811117703"), 10)).hasSize(1);
    }

    @Test
    void a_number_in_the_words_or_behind_ours_adds_to_the_senders_own_appeal_only() throws Exception {
        Appeal a = opened("13811117704", "楼道没有灯");
        says("more", "13811117704", a.number() + " 今天又有人摔了");
        work.run();
        assertThat(own.additions(a)).extracting(OwnAppeals.Addition::text).containsExactly(a.number() + " 今天又有人摔了");
        int ordinal = threads.told(Address.of(Phone.parse("p", "13811117704")), a.number(), clock.instant());
        sent("behind", "13811117704", "10690012345" + "%02d".formatted(ordinal), "在二单元");
        work.run();
        assertThat(own.additions(a)).hasSize(2);
        says("other", "13811117705", a.number() + " 我也要说");
        work.run();
        assertThat(own.additions(a)).as("somebody else's message opens its own").hasSize(2);
        assertThat(rows().getLast().came()).isEqualTo("OPENED");
    }

    @Test
    void after_the_answer_a_bare_word_rates_what_the_sender_was_told_of_last() throws Exception {
        Appeal a = opened("13811117706", "几点上班");
        intake.decide(a.number(), new Disposition.Answered("九点"), null, AGENT, null)
                .orThrow();
        threads.told(Address.of(Phone.parse("p", "13811117706")), a.number(), clock.instant());
        says("rate", "13811117706", "不满意");
        work.run();
        assertThat(appeals.get(a.number()).rating()).isNotNull().matches(r -> !r.satisfied());
        assertThat(rows().getLast().came()).isEqualTo("RATED");
    }

    @Test
    void the_wish_for_no_more_messages_is_kept_and_opens_nothing() throws Exception {
        says("td", "13811117707", "TD");
        work.run();
        assertThat(optOuts.has(Address.of(Phone.parse("p", "13811117707")))).isTrue();
        assertThat(rows().getLast().came()).isEqualTo("OPTED_OUT");
        says("hf", "13811117707", "恢复");
        work.run();
        assertThat(optOuts.has(Address.of(Phone.parse("p", "13811117707")))).isFalse();
    }

    @Test
    void what_can_not_be_read_lies_with_its_reason_and_is_taken_when_it_was_put_right() throws Exception {
        assertThat(post("{\"id\":\"bad\",\"from\":\"", "Authorization", "Bearer gateway-secret")
                        .statusCode())
                .isEqualTo(200);
        says("nobody", "", "没有发件人的话");
        says("odd", "12x", "号码不对");
        inbox.take(new InboundMessage(
                "sms", "gbk", null, "{\"from\":\"13811117708\",\"text\":\"没有水\"}".getBytes(Charset.forName("GBK"))));
        inbox.take(new InboundMessage("fax9", "x", null, "?".getBytes(StandardCharsets.UTF_8)));
        work.run();
        assertThat(rejects.page(null, 100).items())
                .extracting(Rejects.Row::reason)
                .containsExactlyInAnyOrder("unreadable", "no-sender", "unreadable", "charset", "no-connector");
        UUID gbk = rejects.page(null, 100).items().stream()
                .filter(r -> r.reason().equals("charset"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThatThrownBy(() -> rejects.open(gbk, " ", AGENT)).isInstanceOf(BadInput.class);
        assertThat(rejects.open(gbk, "核对编码", AGENT)).contains("没有水");
        assertThatThrownBy(() -> rejects.corrected(gbk, "12x", "没有水", "", AGENT))
                .isInstanceOf(BadInput.class);
        rejects.corrected(gbk, "13811117708", "没有水", "", AGENT);
        work.run();
        assertThat(jdbc.sql("select number from inbound.received where id = :id")
                        .param("id", gbk)
                        .query(String.class)
                        .single())
                .satisfies(n -> assertThat(appeals.get(n).words().content()).isEqualTo("没有水"));
        assertThat(jdbc.sql("select type from history.entry where subject_kind = 'inbound' order by seq")
                        .query(String.class)
                        .list())
                .containsExactly("Opened", "Corrected");
    }

    @Test
    void words_of_danger_reach_the_desk_whatever_is_wrong_around_them() throws Exception {
        post("{\"from\":\"138\", 着火了，楼里有人被困", "Authorization", "Bearer gateway-secret");
        work.run();
        assertThat(rows()).singleElement().matches(r -> r.came().equals("OPENED"));
        Appeal a = appeals.get(rows().getFirst().number());
        assertThat(a.words().content()).contains("着火了");
        assertThat(alarms.of(List.of(a))).isNotEmpty();
    }

    @Test
    void a_flood_of_one_sender_waits_among_the_rejects_and_danger_passes() throws Exception {
        for (int i = 0; i < 9; i++) says("flood-" + i, "13811117709", "第" + i + "次说同一件事");
        says("other", "13811117710", "我是另一个人");
        work.run();
        assertThat(rows()).filteredOn(r -> r.reason().equals("flood")).isNotEmpty();
        assertThat(rows().getLast().came()).isEqualTo("OPENED");
        says("danger", "13811117709", "着火了，有人被困");
        work.run();
        assertThat(rows().getLast().came()).isEqualTo("OPENED");
        UUID one = rejects.page(null, 1).items().getFirst().id();
        rejects.again(one, AGENT);
        work.run();
        assertThat(jdbc.sql("select state from inbound.received where id = :id")
                        .param("id", one)
                        .query(String.class)
                        .single())
                .isEqualTo("DONE");
    }

    @Test
    void only_the_gateway_is_let_in_by_its_secret_or_a_signature_and_the_secret_is_not_stored() throws Exception {
        assertThat(post("{\"from\":\"1\"}").statusCode()).isEqualTo(404);
        assertThat(post("{\"from\":\"1\"}", "Authorization", "Bearer wrong").statusCode())
                .isEqualTo(404);
        String body = "{\"id\":\"signed\",\"from\":\"13811117711\",\"text\":\"签名的\"}";
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("gateway-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(post(body + " ", "X-Signature", signature).statusCode()).isEqualTo(404);
        assertThat(post(body, "X-Signature", signature).statusCode()).isEqualTo(200);
        assertThat(post("x".repeat(70_000), "Authorization", "Bearer gateway-secret")
                        .statusCode())
                .isEqualTo(413);
        String query = "token=gateway-secret&id=k1&from=%2B8613811117712&to=10690012345&text="
                + URLEncoder.encode("井盖没了", StandardCharsets.UTF_8);
        assertThat(http.send(
                                HttpRequest.newBuilder(URI.create(
                                                "http://localhost:" + port + "/api/channels/sms/messages?" + query))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        UUID id = jdbc.sql("select id from inbound.received order by received_at desc, id desc limit 1")
                .query(UUID.class)
                .single();
        byte[] raw = jdbc.sql("select raw from inbound.received where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
        assertThat(vault.unhide(id, Inbox.RAW, raw)).contains("id=k1").doesNotContain("gateway-secret");
        assertThat(new String(raw, StandardCharsets.ISO_8859_1)).doesNotContain("13811117712");
    }

    @Test
    void raw_messages_go_with_their_term_and_rejects_stay_until_a_person_settled_them() throws Exception {
        opened("13811117713", "公交站牌歪了");
        says("nobody", "", "没有发件人");
        work.run();
        clock.pass(Duration.ofDays(400));
        forgotten.forget(new org.shouwen.regulation.Edition.RetentionTerms(3, 10, 180, 30), clock.instant());
        assertThat(jdbc.sql("select state from inbound.received where raw is not null")
                        .query(String.class)
                        .list())
                .containsExactly("REJECTED");
    }

    @Test
    void administrators_see_the_list_open_one_with_a_reason_and_put_it_right() throws Exception {
        says("nobody", "", "楼上漏水到我家");
        work.run();
        UUID id = rejects.page(null, 1).items().getFirst().id();
        ScreenClient admin = ScreenClient.as(port, "admin");
        assertThat(admin.get("/admin/inbound").body()).contains("没有发件人", "重新收件").doesNotContain("楼上漏水");
        assertThat(admin.post("/admin/inbound/" + id + "/views", Map.of("why", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(admin.post("/admin/inbound/" + id + "/views", Map.of("why", "补发件人"))
                        .body())
                .contains("楼上漏水到我家");
        assertThat(admin.post("/admin/inbound/" + id + "/corrections", Map.of("sender", "abc", "text", "楼上漏水"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(admin.post(
                                "/admin/inbound/" + id + "/corrections",
                                Map.of("sender", "13811117714", "text", "楼上漏水到我家"))
                        .statusCode())
                .isEqualTo(302);
        work.run();
        assertThat(rows().getLast().came()).isEqualTo("OPENED");
    }
}
