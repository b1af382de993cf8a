package org.shouwen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.history.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** A whole story with a planted name, number and address: afterwards no log, no answer and no file of the database holds them. */
@ShouwenTest
@ExtendWith(OutputCaptureExtension.class)
class PlantedNamesTest {
    private static final String NAME = "欧阳雪莓";
    private static final String PHONE = "13955501977";
    private static final String ADDRESS = "海棠里九号楼四单元";
    private static final String IP = "203.0.113.177";
    private static final String ACCOUNT = "wx-oXueMei-5501";
    private static final List<String> PLANTED = List.of(NAME, PHONE, ADDRESS, IP, ACCOUNT);

    @Autowired
    Accounts accounts;

    @Autowired
    Intake intake;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DriverManagerDataSource owner;

    @Autowired
    JsonMapper json;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> answers = new ArrayList<>();

    @Test
    void nothing_that_identifies_leaves_the_vault(CapturedOutput output) throws Exception {
        String desk = accounts.token("planted-desk", Set.of(Role.DISPATCHER), null);
        String unit = accounts.token("planted-unit", Set.of(Role.UNIT_DESK), "heating");
        String appellant =
                "\"appellant\":{\"name\":\"%s\",\"phone\":\"%s\",\"address\":\"%s\"}".formatted(NAME, PHONE, ADDRESS);
        post("", "/portal/appeals", "{\"kind\":\"livelihood\",\"content\":\"家里不热\"," + appellant + "}");
        post("", "/portal/appeals", "{\"kind\":\"no-such-kind\",\"content\":\"\"," + appellant + "}"); // refused
        post("", "/portal/appeals", "{\"kind\":\"livelihood\",,," + appellant + "}"); // not even JSON
        String number = json.readTree(post(desk, "/appeals", """
                        {"channel":"phone","kind":"livelihood","matterClass":"heat-cold","place":"210603","location":"示例小区",
                         "title":"不热","content":"只有15度",%s,"outcome":{"type":"order"}}""".formatted(appellant)))
                .get("number")
                .asString();
        String order = "/work-orders/" + number;
        post(desk, order + "/dispatches", "{\"lead\":\"heating\",\"limitClass\":\"ordinary\"}");
        post(unit, order + "/receipts", "");
        post(unit, order + "/reports", """
                {"leaderActed":"a","investigation":"b","resolution":"c","appellantSaid":"d",
                 "answeredAt":"2026-09-30T02:00:00Z","answeredHow":"电话","done":true}""");
        post(desk, order + "/acceptances", "{}");
        answers.add(get(unit, order));
        answers.add(get(desk, "/appeals/" + number));
        assertThat(get(desk, "/appeals/" + number)).contains("欧阳**", "139****1977");

        String open = json.readTree(post(desk, "/appeals", """
                        {"channel":"phone","kind":"livelihood","matterClass":"heat-cold","place":"210603","location":"示例小区",
                         "title":"又不热","content":"只有15度",%s,"outcome":{"type":"order"}}""".formatted(appellant)))
                .get("number")
                .asString();
        post(desk, "/work-orders/" + open + "/dispatches", "{\"lead\":\"heating\",\"limitClass\":\"ordinary\"}");
        byScreen(open);
        intake.submit(
                AnAppeal.saying("公众号里说的").by(Identity.of(NAME, PHONE, ADDRESS, IP, ACCOUNT)),
                Origin.portal(null),
                Actor.APPELLANT);

        JdbcClient.create(owner).sql("checkpoint").update();
        assertThat(answers).hasSizeGreaterThan(18).noneMatch(PlantedNamesTest::holdsPlanted);
        assertThat(holdsPlanted(output.getAll())).as("the log").isFalse();
        assertThat(filesThatHoldPlanted()).isEmpty();
    }

    /** What people type while they work: drafts, searches, reasons, notes, and what they write beside the order. */
    private void byScreen(String number) throws Exception {
        ScreenClient desk = ScreenClient.as(port, "dispatcher");
        ScreenClient unit = ScreenClient.as(port, "heating");
        String said = NAME + "（" + PHONE + "，" + ADDRESS + "）";
        answer(desk.post(
                "/desk/intake/draft",
                Map.of("key", UUID.randomUUID().toString(), "name", NAME, "phone", PHONE, "address", ADDRESS)));
        answer(desk.post("/desk/intake/caller", Map.of("phone", PHONE)));
        desk.post("/search", Map.of("q", PHONE));
        assertThat(desk.post("/orders/" + number + "/appellant", Map.of("why", "联系" + said))
                        .body())
                .as("a look shows it, on record")
                .contains(NAME, PHONE);
        answer(desk.post("/orders/" + number + "/notes", Map.of("text", "已联系" + said)));
        answer(desk.post("/supervisions", Map.of("order", number, "as", "FIRST/PHONE", "words", said + "又来电")));
        for (String page : List.of("/orders/" + number, "/supervisions", "/desk/appeals?tab=all", "/desk/reports"))
            answer(desk.get(page));
        for (String page : List.of("/orders/" + number, "/orders/" + number + "/appellant", "/unit/inbox"))
            answer(unit.get(page));
        String supervision = jdbc.sql("select number from supervision.supervision where order_number = :n")
                .param("n", number)
                .query(String.class)
                .single();
        byte[] letter = desk.bytes("/supervisions/" + supervision + "/document");
        try (ZipInputStream docx = new ZipInputStream(new ByteArrayInputStream(letter))) {
            for (var part = docx.getNextEntry(); part != null; part = docx.getNextEntry())
                answers.add(new String(docx.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(String.join(" ", answers)).contains("又来电", "已联系（略）");
        desk.post("/desk/intake/fresh", Map.of("subject", "", "name", NAME, "phone", PHONE));
    }

    private void answer(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.uri().toString()).isLessThan(400);
        answers.add(page.body());
    }

    private static boolean holdsPlanted(String text) {
        return PLANTED.stream().anyMatch(text::contains);
    }

    /** Tables, indexes, WAL and the database's own log, byte by byte. */
    private List<Path> filesThatHoldPlanted() throws IOException {
        Path data = Path.of(JdbcClient.create(owner)
                .sql("show data_directory")
                .query(String.class)
                .single());
        try (Stream<Path> files = Files.walk(data.getParent())) {
            List<Path> all = files.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().contains("pgsql-"))
                    .toList();
            assertThat(all).anyMatch(f -> f.toString().contains("pg_wal")).hasSizeGreaterThan(100);
            return all.stream().filter(PlantedNamesTest::holdsPlanted).toList();
        }
    }

    private static boolean holdsPlanted(Path file) {
        try {
            String bytes = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
            return PLANTED.stream()
                    .map(p -> new String(p.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                    .anyMatch(bytes::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String post(String token, String path, String body) throws Exception {
        String answer = send(HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)), token, path);
        answers.add(answer);
        return answer;
    }

    private String get(String token, String path) throws Exception {
        return send(HttpRequest.newBuilder().GET(), token, path);
    }

    private String send(HttpRequest.Builder request, String token, String path) throws Exception {
        request.uri(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Content-Type", "application/json");
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }
}
