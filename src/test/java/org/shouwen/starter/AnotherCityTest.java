package org.shouwen.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.shouwen.Citizen;
import org.shouwen.ShouwenTest;
import org.shouwen.TestDatabase;
import org.shouwen.accounts.Accounts;
import org.shouwen.cli.CliCommand;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An invented city by the sea, from an empty folder to its first closed order, by files, commands and the API alone. */
@ShouwenTest
@TestPropertySource(
        properties = {
            TestDatabase.FROM_NOTHING + "=true",
            "shouwen.city=青屿市",
            "shouwen.area-code=0999",
            "shouwen.first-edition=qingyu-2026",
            "shouwen.first-edition-by=青屿市营商局 某某"
        })
@ContextConfiguration(initializers = {TestDatabase.class, AnotherCityTest.EmptyFolder.class})
class AnotherCityTest {
    private static final String PLACES = """
            青屿市区划一览表,
            统计用区划代码,名称
            999900000000,青屿市
            999902000000,海岚区
            999902001000,石桥街道
            999902001003,听潮社区
            9999 02,坏代码
            """;

    /** What the city's people put into the folder before the first start: their Measures and one table. */
    static final class EmptyFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Path home = Path.of(String.valueOf(context.getEnvironment().getProperty("shouwen.home")));
            try (InputStream in = measures()) {
                String measures = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .replace("id: dandong-2026", "id: qingyu-2026")
                        .replace("丹东市", "青屿市")
                        .replace("limit: 7wd", "limit: 5wd");
                Files.createDirectories(home.resolve("editions"));
                Files.writeString(home.resolve("editions/qingyu.yaml"), measures);
                Files.createDirectories(home.resolve("tables"));
                Files.writeString(home.resolve("tables/places.csv"), PLACES);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            TestPropertyValues.of("shouwen.starter=" + home.resolve("tables")).applyTo(context);
        }

        private static InputStream measures() {
            return Objects.requireNonNull(AnotherCityTest.class.getResourceAsStream("/regulation/dandong-2026.yaml"));
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    Map<String, CliCommand> commands;

    @Autowired
    Accounts accounts;

    @Autowired
    InstantSource clock;

    @Autowired
    Directory directory;

    /** Runs a command as {@code ./shouwen} does; what it printed. */
    private String run(String name, String... arguments) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CliCommand command = commands.values().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
        int code = command.run(Arrays.asList(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
        String printed = out.toString(StandardCharsets.UTF_8).strip();
        assertThat(code).as(printed).isZero();
        return printed;
    }

    private HttpResponse<String> send(String token, String method, String path, String type, String body, String etag)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token);
        if (!type.isEmpty()) request.header("Content-Type", type);
        if (!etag.isEmpty()) request.header("If-Match", etag);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void imported(String admin, String what, int rows, String table) throws Exception {
        JsonNode report = json.readTree(send(admin, "POST", "/api/v1/units/imports?what=" + what, "text/csv", table, "")
                .body());
        assertThat(report.path("added").asInt()).as(report.toString()).isEqualTo(rows);
        assertThat(report.path("refused").size()).as(report.toString()).isZero();
    }

    private JsonNode act(String token, String number, String command, String body) throws Exception {
        String order = "/api/v1/work-orders/" + number;
        String etag = send(token, "GET", order, "", "", "")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        HttpResponse<String> r = send(token, "POST", order + "/" + command, "application/json", body, etag);
        assertThat(r.statusCode()).as(command + ": " + r.body()).isBetween(200, 204);
        return r.body().isEmpty() ? json.createObjectNode() : json.readTree(r.body());
    }

    @Test
    void a_city_that_nobody_wrote_code_for_closes_its_first_order() throws Exception {
        assertThat(directory.placesUnder(null)).extracting(Place::name).containsExactly("海岚区");
        assertThat(directory.matterClass("heat-cold"))
                .as("classes that fit any city")
                .isPresent();
        assertThat(directory.units()).as("no invented units").isEmpty();
        assertThat(accounts.anyone())
                .as("no account whose password everyone knows")
                .isFalse();

        assertThat(run("account create", "chief", "ADMIN")).isNotBlank();
        assertThat(accounts.byLogin("chief")).isPresent();
        String admin = run("token", "setup", "ADMIN");
        imported(admin, "classes", 2, "代码,名称,上级,时限类别\nfishing,渔业,,\nfishing-port,渔港泊位,渔业,一般\n");
        imported(
                admin,
                "units",
                2,
                "代码,名称,类别,一把手,分管领导,受理机构,电话\nharbour,青屿市港口局,部门,甲示,乙示,办公室,3123456\nhailan,海岚区人民政府,县区政府,丙示,丁示,受理中心,3123457\n");
        imported(admin, "officers", 1, "单位,科室,姓名,职务\n青屿市港口局,泊位科,戊示,承办人\n");
        imported(admin, "duties", 1, "事项类别,区县,单位\n渔港泊位,海岚区,青屿市港口局\n");

        String agent = run("token", "agent", "AGENT");
        String dispatcher = run("token", "dispatcher", "DISPATCHER");
        String harbour = run("token", "harbour", "UNIT_DESK", "harbour");
        HttpResponse<String> taken = send(agent, "POST", "/api/v1/appeals", "application/json", """
                {"channel":"phone","kind":"livelihood","matterClass":"fishing-port","place":"999902001003",
                 "content":"三号泊位护栏断了两根，夜里没有灯。","appellant":{"name":"李示例","phone":"3123999"},
                 "outcome":{"type":"order","title":"泊位护栏断裂","content":"三号泊位护栏断了两根。"}}""", "");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        JsonNode receipt = json.readTree(taken.body());
        String number = receipt.path("number").asString();
        assertThat(directory
                        .suggest("fishing-port", "999902001003")
                        .getFirst()
                        .unit()
                        .code())
                .isEqualTo("harbour");
        act(dispatcher, number, "dispatches", "{\"lead\":\"harbour\",\"limitClass\":\"ordinary\"}");
        act(harbour, number, "receipts", "{}");
        String now = clock.instant().toString();
        act(harbour, number, "contacts", "{\"contactedAt\":\"%s\",\"how\":\"phone\",\"said\":\"已联系。\"}".formatted(now));
        act(harbour, number, "reports", """
                {"leaderActed":"已签批","investigation":"已核实。","resolution":"护栏已换。","appellantSaid":"满意。",
                 "answeredAt":"%s","answeredHow":"phone","done":true,"policyAnswer":false}""".formatted(now));
        assertThat(act(dispatcher, number, "acceptances", "{\"text\":\"\"}")
                        .path("state")
                        .asString())
                .isEqualTo("CLOSED");
        JsonNode order = json.readTree(send(dispatcher, "GET", "/api/v1/work-orders/" + number, "", "", "")
                .body());
        assertThat(order.toString()).contains("qingyu-2026");
        assertThat(order.toString()).doesNotContain("0415");
        for (String path : List.of("/", "/ask/livelihood", "/sign-in"))
            assertThat(new Citizen(port).get(path).body())
                    .as(path)
                    .contains("青屿市")
                    .doesNotContain("丹东");
    }
}
