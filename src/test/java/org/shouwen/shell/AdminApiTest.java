package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.accounts.Grants;
import org.shouwen.cli.CliCommand;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an administrator's own systems may change through the API: units, duties, accounts, calendars. */
@ShouwenTest
class AdminApiTest {
    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Directory directory;

    @Autowired
    List<CliCommand> commands;

    @Autowired
    JsonMapper json;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private String admin;

    private record Answer(int status, JsonNode body, String etag) {}

    @BeforeEach
    void token() {
        admin = accounts.token("personnel", Set.of(Role.ADMIN), null);
    }

    private static final String UNIT = """
            {"name":"丹东市档案馆","kind":"BUREAU","head":"甲","leaderInCharge":"乙","desk":"办公室","phone":""}""";

    @Test
    void a_unit_is_made_once_and_changed_only_by_who_saw_it() throws Exception {
        assertThat(send("PUT", "/units/archive", UNIT, null).status()).isEqualTo(201);
        assertThat(send("PUT", "/units/archive", UNIT, null).status()).isEqualTo(428);
        Answer changed = send("PUT", "/units/archive", UNIT.replace("甲", "丙"), "\"1\"");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.etag()).isEqualTo("\"2\"");
        assertThat(changed.body().get("id").asString()).isEqualTo("archive");
        assertThat(send("PUT", "/units/archive", UNIT, "\"1\"").status()).isEqualTo(412);
        assertThat(send("PUT", "/units/archive", UNIT.replace("乙", ""), "\"2\"")
                        .body()
                        .toString())
                .contains("leaderInCharge");
        assertThat(send("PUT", "/units/Big%20Letters", UNIT, null).status()).isEqualTo(422);
        Answer page = send("GET", "/units?limit=2", "", null);
        assertThat(page.body().get("items").size()).isEqualTo(2);
        assertThat(send("GET", "/units?limit=2&after=" + page.body().get("next").asString(), "", null)
                        .body()
                        .at("/items/0/id")
                        .asString())
                .isGreaterThan(page.body().get("next").asString());
    }

    @Test
    void sections_officers_and_duties() throws Exception {
        UUID section = UUID.randomUUID();
        UUID officer = UUID.randomUUID();
        String unit = "/units/heating";
        assertThat(send("PUT", unit + "/sections/" + section, "{\"name\":\"测温科\"}", null)
                        .status())
                .isEqualTo(200);
        assertThat(send("PUT", unit + "/sections/" + section, "{\"name\":\"测温二科\"}", null)
                        .status())
                .isEqualTo(200);
        assertThat(send("PUT", "/units/housing/sections/" + section, "{\"name\":\"x\"}", null)
                        .status())
                .as("another unit's section")
                .isEqualTo(404);
        String person = "{\"name\":\"丁一\",\"post\":\"承办人\",\"section\":\"" + section + "\"}";
        assertThat(send("PUT", unit + "/officers/" + officer, person, null).status())
                .isEqualTo(200);
        assertThat(send("PUT", "/units/housing/officers/" + officer, "{\"name\":\"x\"}", null)
                        .status())
                .isEqualTo(404);
        assertThat(send("DELETE", unit + "/sections/" + section, "", null).status())
                .as("in use")
                .isEqualTo(422);
        assertThat(send("PUT", unit + "/officers/" + officer, "{\"name\":\"丁一\",\"active\":false}", null)
                        .status())
                .isEqualTo(200);
        assertThat(send("DELETE", unit + "/sections/" + section, "", null).status())
                .isEqualTo(204);

        String duty = "{\"matterClass\":\"heat-cold\",\"place\":\"210681\",\"unit\":\"housing\"}";
        assertThat(send("PUT", "/duties", duty, null).status()).isEqualTo(201);
        assertThat(send("PUT", "/duties", duty, null).status()).isEqualTo(200);
        assertThat(directory.suggest("heat-cold", "210681").stream().map(s -> s.unit()))
                .contains(new UnitId("housing"));
        String which = "/duties?matterClass=heat-cold&place=210681&unit=housing";
        assertThat(send("DELETE", which, "", null).status()).isEqualTo(204);
        assertThat(send("DELETE", which, "", null).status()).isEqualTo(404);
        assertThat(send("PUT", "/duties", "{}", null).status()).isEqualTo(422);
    }

    @Test
    void an_account_is_made_with_a_first_password_and_closed() throws Exception {
        Answer made = send(
                "PUT", "/accounts/gao", "{\"name\":\"高一\",\"unit\":\"heating\",\"roles\":[\"UNIT_OFFICER\"]}", null);
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        assertThat(made.body().get("active").asBoolean())
                .as("somebody else has to grant it")
                .isFalse();
        CurrentUser security = new CurrentUser(UUID.randomUUID(), "an", "安", null, null, Set.of(Role.SECURITY));
        String password = made.body().get("firstHalf").asString()
                + grants.decide(grants.waiting().getFirst().id(), true, security);
        assertThat(accounts.authenticate("gao", password)).isPresent();
        String closed = "{\"name\":\"高一\",\"unit\":\"heating\",\"roles\":[\"UNIT_OFFICER\"],\"active\":false}";
        assertThat(send("PUT", "/accounts/gao", closed, null).status()).isEqualTo(428);
        Answer changed = send(
                "PUT",
                "/accounts/gao",
                closed,
                send("GET", "/accounts/gao", "", null).etag());
        assertThat(changed.status()).isEqualTo(200);
        assertThat(accounts.authenticate("gao", password)).isEmpty();
        assertThat(send("PUT", "/accounts/x", "{\"name\":\"x\",\"roles\":[\"KING\"]}", null)
                        .body()
                        .toString())
                .contains("roles");
    }

    @Test
    void the_script_names_every_command() throws Exception {
        String help = Files.readString(Path.of("shouwen"));
        for (CliCommand c : commands)
            for (String word : c.name().split(" "))
                assertThat(help).as(c.name()).contains(word);
    }

    @Test
    void nobody_else_may_write() throws Exception {
        for (Role role : Role.values()) {
            if (role == Role.ADMIN || role.needsPerson()) continue;
            admin = accounts.token("no-" + role, Set.of(role), role.ofPlatform() ? null : "heating");
            assertThat(send("PUT", "/units/archive2", UNIT, null).status())
                    .as(role.name())
                    .isEqualTo(403);
            assertThat(send("PUT", "/duties", "{}", null).status()).isEqualTo(403);
            assertThat(send("PUT", "/accounts/me", "{}", null).status()).isEqualTo(403);
            assertThat(send("PUT", "/calendars/2027", "{}", null).status()).isEqualTo(403);
        }
    }

    private Answer send(String method, String path, String body, @org.jspecify.annotations.Nullable String ifMatch)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json");
        if (ifMatch != null) request.header("If-Match", ifMatch);
        HttpResponse<String> r = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                r.statusCode(),
                json.readTree(r.body().isEmpty() ? "{}" : r.body()),
                r.headers().firstValue("ETag").orElse(""));
    }
}
