package org.shouwen.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A WeChat official account in safe mode; the platform's side is encrypted by Node, which shares no code with ours. */
@ShouwenTest
class WechatTest {
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "agent", "坐席甲", null, null, Set.of(Role.AGENT));
    private static final String TOKEN = "city-token";
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final String APP = "wx1234567890abcdef";
    private static final String OPENID = "oABCdef_1234567890-xyz";
    private static final List<String> called = new CopyOnWriteArrayList<>();
    private static volatile int custom;
    private static volatile boolean expired;
    private static @Nullable HttpServer platform;

    @LocalServerPort
    int port;

    @Autowired
    List<Job> jobs;

    @Autowired
    Appeals appeals;

    @Autowired
    Intake intake;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    TestClock clock;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void platform(DynamicPropertyRegistry registry) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/cgi-bin/", exchange -> {
            String path = exchange.getRequestURI().getPath().substring("/cgi-bin/".length());
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            called.add(path + " " + exchange.getRequestURI().getQuery() + " " + body);
            String answer = switch (path) {
                case "stable_token" -> "{\"access_token\":\"T" + called.size() + "\",\"expires_in\":7200}";
                case "message/custom/send" -> {
                    boolean late = expired;
                    expired = false;
                    yield "{\"errcode\":" + (late ? 42001 : custom) + "}";
                }
                default -> "{\"errcode\":0,\"msgid\":200228332}";
            };
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        platform = server;
        registry.add(
                "shouwen.wechat.api-host",
                () -> "http://127.0.0.1:" + server.getAddress().getPort());
        registry.add("shouwen.wechat.app-id", () -> APP);
        registry.add("shouwen.wechat.secret", () -> "s");
        registry.add("shouwen.wechat.token", () -> TOKEN);
        registry.add("shouwen.wechat.aes-key", () -> KEY);
        registry.add("shouwen.wechat.template", () -> "TPL");
    }

    @AfterAll
    static void stop() {
        if (platform != null) platform.stop(0);
    }

    @BeforeEach
    void fresh() {
        clock.set("2026-11-23T10:00");
        custom = 0;
        jdbc.sql("update messages.outbox set state = 'SETTLED' where state = 'NEW'")
                .update();
        jdbc.sql("delete from inbound.received").update();
        called.clear();
    }

    private void run(String... names) {
        for (String name : names)
            jobs.stream().filter(j -> j.name().equals(name)).forEach(Job::run);
    }

    /** Node, which encrypts and decrypts by itself. */
    private static String node(String mode, String input) throws Exception {
        Process node;
        try {
            node = new ProcessBuilder("node", "src/test/resources/channels/wechat.mjs", mode, TOKEN, KEY, APP).start();
        } catch (IOException e) {
            return Assumptions.abort("node is not installed");
        }
        try (var in = node.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor())
                .as(new String(node.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .isZero();
        return out;
    }

    private HttpResponse<String> post(JsonNode sealed, String signature) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(
                                "http://localhost:" + port + "/api/channels/wechat?encrypt_type=aes&msg_signature="
                                        + signature + "&timestamp="
                                        + sealed.get("timestamp").asString() + "&nonce="
                                        + sealed.get("nonce").asString()))
                        .POST(HttpRequest.BodyPublishers.ofString(
                                sealed.get("body").asString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> sends(String xml) throws Exception {
        JsonNode sealed = json.readTree(node("seal", xml));
        return post(sealed, sealed.get("signature").asString());
    }

    private static String message(String id, String fields) {
        return "<xml><ToUserName><![CDATA[gh_city]]></ToUserName><FromUserName><![CDATA[" + OPENID
                + "]]></FromUserName><CreateTime>1763863100</CreateTime>" + fields
                + (id.isEmpty() ? "" : "<MsgId>" + id + "</MsgId>") + "</xml>";
    }

    private static String text(String id, String words) {
        return message(id, "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[" + words + "]]></Content>");
    }

    private List<String> results() {
        return jdbc.sql("select came_of_it || reason from inbound.received order by received_at, id")
                .query(String.class)
                .list();
    }

    private Appeal last() {
        return appeals.get(jdbc.sql(
                        "select number from inbound.received where number is not null order by received_at desc, id desc limit 1")
                .query(String.class)
                .single());
    }

    @Test
    void a_message_becomes_an_appeal_once_however_often_it_is_sent_and_the_openid_stands_in_the_vault_alone()
            throws Exception {
        JsonNode sealed = json.readTree(node("seal", text("901", "小区门口 <积水> & 结冰")));
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = post(sealed, sealed.get("signature").asString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("success");
        }
        run("inbound");
        assertThat(results()).containsExactly("OPENED");
        assertThat(last().channel()).isEqualTo("wechat");
        assertThat(last().words().content()).isEqualTo("小区门口 <积水> & 结冰");
        for (String table : List.of("inbound.received", "intake.appeal", "messages.outbox", "history.entry"))
            assertThat(jdbc.sql("select count(*) from " + table + " t where cast(t as text) like :id")
                            .param("id", "%" + OPENID + "%")
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
    }

    @Test
    void what_the_platform_did_not_make_is_refused() throws Exception {
        JsonNode sealed = json.readTree(node("seal", text("902", "假的")));
        assertThat(post(sealed, "0".repeat(40)).statusCode()).isEqualTo(404);
        assertThat(post(sealed, "").statusCode()).isEqualTo(404);
        assertThat(sends("no xml at all").statusCode()).isEqualTo(200);
        String doctype =
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><xml><Content>&x;</Content></xml>";
        assertThat(sends(doctype).statusCode()).isEqualTo(200);
        assertThat(results()).containsOnly("unreadable");
        String asked = "http://localhost:" + port + "/api/channels/wechat?timestamp=1&nonce=2&echostr=hello&signature=";
        String signature = new WechatCrypto(TOKEN, KEY, APP).signature("1", "2");
        assertThat(http.send(
                                HttpRequest.newBuilder(URI.create(asked + signature))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body())
                .isEqualTo("hello");
        assertThat(http.send(
                                HttpRequest.newBuilder(URI.create(asked + "x")).build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void voices_places_and_pictures_are_taken_with_what_the_platform_tells_of_them() throws Exception {
        sends(message("911", "<MsgType>voice</MsgType><MediaId>m1</MediaId><Recognition>三号楼电梯坏了</Recognition>"));
        run("inbound");
        assertThat(last().words().content()).isEqualTo("三号楼电梯坏了");
        sends(
                message(
                        "912",
                        "<MsgType>location</MsgType><Location_X>40.1</Location_X><Location_Y>124.3</Location_Y><Label>锦山大街1号</Label>"));
        run("inbound");
        assertThat(last().words().content()).contains("锦山大街1号", "40.1");
        sends(message("913", "<MsgType>image</MsgType><MediaId>m2</MediaId>"));
        run("inbound");
        assertThat(last().words().note()).contains("m2");
    }

    @Test
    void the_menu_answers_at_once_and_leaving_the_account_is_an_opt_out() throws Exception {
        String click = "<MsgType>event</MsgType><Event>CLICK</Event><EventKey>%s</EventKey>";
        HttpResponse<String> asked = sends(message("", click.formatted("ask")));
        assertThat(node("open", asked.body())).contains("请直接写下", OPENID);
        sends(text("921", "几点上班"));
        run("inbound");
        String number = last().number();
        intake.decide(number, new Disposition.Answered("九点"), null, AGENT, null).orThrow();
        run("message-delivery", "carry-wechat");
        clock.pass(java.time.Duration.ofSeconds(5));
        assertThat(node("open", sends(message("", click.formatted("lookup"))).body()))
                .contains(number + " 已办结");
        sends(text("922", "满意"));
        run("inbound");
        assertThat(appeals.get(number).rating()).isNotNull();
        sends(message("", "<MsgType>event</MsgType><Event>unsubscribe</Event>"));
        run("inbound");
        assertThat(results()).endsWith("OPTED_OUT");
        sends(message("", "<MsgType>event</MsgType><Event>subscribe</Event>"));
        run("inbound");
    }

    @Test
    void the_answer_is_told_in_whole_words_and_by_template_when_the_window_is_over() throws Exception {
        sends(text("931", "几点上班"));
        run("inbound");
        expired = true;
        run("message-delivery", "carry-wechat");
        assertThat(called)
                .anyMatch(
                        c -> c.startsWith("message/custom/send") && c.contains(OPENID) && c.contains(last().number()));
        assertThat(called.stream().filter(c -> c.startsWith("stable_token")))
                .as("asked anew when the old one is no longer good")
                .isNotEmpty();
        custom = 45015;
        intake.decide(last().number(), new Disposition.Answered("上午九点到下午五点，中午不休息，请带身份证来办理"), null, AGENT, null)
                .orThrow();
        run("message-delivery", "carry-wechat");
        String template = called.stream()
                .filter(c -> c.startsWith("message/template/send"))
                .findFirst()
                .orElseThrow();
        JsonNode body = json.readTree(template.substring(template.indexOf('{')));
        assertThat(body.at("/data/thing2/value").asString().length()).isLessThanOrEqualTo(20);
        assertThat(body.at("/data/character_string1/value").asString()).isEqualTo(last().number());
        sends(
                message(
                        "",
                        "<MsgType>event</MsgType><Event>TEMPLATESENDJOBFINISH</Event><MsgID>200228332</MsgID><Status>success</Status>"));
        assertThat(jdbc.sql("select count(*) from messages.outbox where number = :n and state = 'DELIVERED'")
                        .param("n", last().number())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        custom = 43004;
        assertThat(called).isNotEmpty();
    }
}
