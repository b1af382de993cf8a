package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.ApiClient;
import org.shouwen.Citizen;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.channels.open311.ApiKeys;
import org.shouwen.cli.CliCommand;
import org.shouwen.inbound.InboundMessage;
import org.shouwen.inbound.Inbox;
import org.shouwen.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way in which words reach the city, each of which brings them and says nothing of what came of them. */
abstract class CityDoors extends OfficeDoors {
    @Autowired
    Accounts accounts;

    @Autowired
    ApiKeys keys;

    @Autowired
    Inbox inbox;

    @Autowired
    List<CliCommand> commands;

    @TempDir
    Path folder;

    private void post(String path, String type, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    }

    private void come(String source, String raw) {
        inbox.take(new InboundMessage(
                source, UUID.randomUUID().toString(), (Instant) null, raw.getBytes(StandardCharsets.UTF_8)));
        jobs.stream().filter(j -> j.name().equals("inbound")).forEach(Job::run);
    }

    private void run(String command, String... arguments) throws Exception {
        CliCommand c = commands.stream()
                .filter(x -> x.name().equals(command))
                .findFirst()
                .orElseThrow();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = c.run(List.of(arguments), new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }

    private void program(Role role, String unit, String path, String body) throws Exception {
        ApiClient.Answer answer = new ApiClient(
                        port, accounts.token("door-" + role, Set.of(role), unit.isEmpty() ? null : unit))
                .post(path, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    }

    /** The ways in, by what they are called. */
    Map<String, Door> doors() {
        Map<String, Door> doors = new LinkedHashMap<>(written());
        doors.putAll(tables());
        doors.putAll(officeDoors());
        return doors;
    }

    private Map<String, Door> written() {
        return Map.of(
                "portal",
                w -> {
                    Citizen citizen = new Citizen(port);
                    citizen.post("/ask/livelihood", citizen.hidden("/ask/livelihood"), Map.of("content", w));
                },
                "portal's programs",
                w -> post("/api/v1/portal/appeals", "application/json", "{\"content\":\"" + w + "\"}"),
                "desk's programs",
                w -> program(
                        Role.AGENT,
                        "",
                        "/api/v1/appeals",
                        "{\"channel\":\"phone\",\"kind\":\"livelihood\",\"content\":\"" + w + "\"}"),
                "unit's programs",
                w -> program(
                        Role.UNIT_DESK,
                        "heating",
                        "/api/v1/unit-appeals",
                        "{\"appeal\":{\"content\":\"" + w + "\",\"appellant\":{\"phone\":\"13800008801\"}}}"),
                "short message",
                w -> {
                    post(
                            "/api/channels/sms/messages",
                            "application/json",
                            "{\"id\":\"%s\",\"from\":\"13811118801\",\"to\":\"10690012345\",\"text\":\"%s\"}"
                                    .formatted(UUID.randomUUID(), w),
                            "Authorization",
                            "Bearer gateway-secret");
                    jobs.stream().filter(j -> j.name().equals("inbound")).forEach(Job::run);
                },
                "mail",
                w -> come(
                        "mail",
                        "From: wang@example.invalid\r\nTo: hotline@city.invalid\r\nSubject: 求助\r\nMIME-Version:"
                                + " 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                                + w + "\r\n"),
                "WeChat",
                w -> come(
                        "wechat",
                        "<xml><FromUserName>oABCdef_door</FromUserName><MsgType>text</MsgType><Content>" + w
                                + "</Content></xml>"),
                "Open311",
                w -> {
                    run("open311 services", "src/test/resources/open311-services.yaml");
                    post(
                            "/api/open311/v2/requests.json",
                            "application/x-www-form-urlencoded",
                            "service_code=noise&address_string=x&api_key="
                                    + keys.issue("app " + UUID.randomUUID(), "a@b.invalid", 100) + "&description="
                                    + URLEncoder.encode(w, StandardCharsets.UTF_8));
                });
    }

    private Map<String, Door> tables() {
        return Map.of(
                "board's posts",
                w -> run(
                        "import appeals",
                        Files.writeString(
                                        folder.resolve("posts.jsonl"),
                                        "{\"id\":\"door-1\",\"type\":\"投诉/求助\",\"createdAt\":\"2026-11-20 08:00\","
                                                + "\"title\":\"求助\",\"content\":\"" + w + "\",\"user\":\"网友\"}\n")
                                .toString()),
                "board's table",
                w -> run(
                        "boards import",
                        "state-council",
                        Files.writeString(
                                        folder.resolve("table.csv"),
                                        "序号,办件编号,问题归属地,留言人姓名,留言时间,留言人电话,身份证号码,地址,IP地址,类别,标题,留言正文\n"
                                                + "1,GWY202688888,丹东市振兴区,何其正,2026-11-20 08:00,13800008888,210603198001011234,"
                                                + "锦山大街,203.0.113.7,投诉,求助," + w + "\n")
                                .toString()));
    }
}
