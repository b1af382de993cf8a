package org.shouwen.channels.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.channels.open311.GeoReportClient.Answer;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Redactor;
import org.shouwen.retention.EndedMatter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Open311 GeoReport v2 as the specification has it, and what of it is never said. */
@ShouwenTest
class Open311Test {
    @LocalServerPort
    int port;

    @Autowired
    Open311Commands commands;

    @Autowired
    ApiKeys keys;

    @Autowired
    Publication publication;

    @Autowired
    ForgottenRequests forgets;

    @Autowired
    Appeals appeals;

    @Autowired
    Cases cases;

    @Autowired
    Intake intake;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private GeoReportClient client;
    private String key;

    @BeforeEach
    void a_city_that_publishes_three_services() throws Exception {
        client = new GeoReportClient(port);
        assertThat(commands.publish(Files.readString(Path.of("src/test/resources/open311-services.yaml")), false, silent()))
                .isEmpty();
        key = keys.issue("app " + UUID.randomUUID(), "app@example.org", 1000);
        publication.run();
    }

    private static PrintStream silent() {
        return new PrintStream(PrintStream.nullOutputStream());
    }

    private Answer light(String format, String... more) throws Exception {
        String[] fields = {
            "api_key", key, "service_code", "light", "lat", "40.129120", "long", "124.354210",
            "attribute[pole]", "L-0815", "description", "路灯三天不亮\n晚上很黑"
        };
        String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return client.post("/requests." + format, all);
    }

    @Test
    void discovery_names_endpoint_formats_and_specification_in_both_formats() throws Exception {
        JsonNode json = client.get("/discovery.json").json();
        JsonNode endpoint = json.at("/endpoints/0");
        assertThat(endpoint.path("specification").asString()).isEqualTo("http://wiki.open311.org/GeoReport_v2");
        assertThat(endpoint.path("url").asString()).endsWith("/api/open311/v2");
        assertThat(endpoint.path("type").asString()).isEqualTo("production");
        assertThat(endpoint.path("formats").toString()).isEqualTo("[\"text/xml\",\"application/json\"]");
        for (String field : List.of("changeset", "contact", "key_service"))
            assertThat(json.path(field).asString()).as(field).isNotEmpty();
        assertThat(OffsetDateTime.parse(endpoint.path("changeset").asString())).isNotNull();
        Answer xml = client.get("/discovery.xml");
        assertThat(xml.type()).isEqualToIgnoringCase("text/xml;charset=UTF-8");
        assertThat(xml.text()).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        assertThat(xml.xml().getTagName()).isEqualTo("discovery");
        assertThat(xml.xml().getElementsByTagName("format").getLength()).isEqualTo(2);
    }

    @Test
    void services_are_listed_in_the_citys_order_with_every_field_of_the_specification() throws Exception {
        JsonNode all = client.get("/services.json").json();
        assertThat(all.isArray()).isTrue();
        assertThat(all).hasSize(3);
        JsonNode light = all.get(0);
        assertThat(light.propertyNames())
                .containsExactly("service_code", "service_name", "description", "metadata", "type", "keywords", "group");
        assertThat(light.path("metadata").isBoolean() && light.path("metadata").booleanValue()).isTrue();
        assertThat(light.path("keywords").asString()).isEqualTo("路灯,照明");
        assertThat(all.get(2).path("description").isNull()).as("what is empty is null").isTrue();
        Answer xml = client.get("/services.xml");
        assertThat(xml.xml().getTagName()).isEqualTo("services");
        assertThat(xml.xml().getElementsByTagName("service").getLength()).isEqualTo(3);
        assertThat(xml.one("metadata")).isEqualTo("true");
    }

    @Test
    void a_definition_has_its_attributes_in_order_and_none_is_not_found() throws Exception {
        JsonNode d = client.get("/services/light.json").json();
        assertThat(d.path("service_code").asString()).isEqualTo("light");
        assertThat(d.at("/attributes/0").propertyNames())
                .containsExactly(
                        "variable", "code", "datatype", "required", "datatype_description", "order", "description");
        assertThat(d.at("/attributes/0/order").intValue()).isEqualTo(1);
        assertThat(d.at("/attributes/1/values/0").toString()).isEqualTo("{\"key\":\"yes\",\"name\":\"整条路\"}");
        assertThat(d.at("/attributes/5/variable").booleanValue()).isFalse();
        Answer xml = client.get("/services/light.xml");
        assertThat(xml.xml().getTagName()).isEqualTo("service_definition");
        assertThat(xml.xml().getElementsByTagName("attribute").getLength()).isEqualTo(6);
        assertThat(xml.xml().getElementsByTagName("value").getLength()).isEqualTo(4);
        for (String path : List.of("/services/garbage.json", "/services/nothing.json")) {
            Answer no = client.get(path);
            assertThat(no.status()).as(path).isEqualTo(404);
            assertThat(no.json().at("/0/code").intValue()).isEqualTo(404);
            assertThat(no.json().at("/0/description").asString()).contains("service_code");
        }
    }

    @Test
    void a_request_is_posted_goes_to_the_desk_and_is_read_back_without_its_words() throws Exception {
        Answer posted = light(
                "json", "attribute[dark]", "yes", "attribute[when][]", "dusk", "attribute[when][]", "night",
                "first_name", "其正", "last_name", "何", "phone", "13800008888", "email", "he@example.org",
                "media_url", "https://example.org/a.jpg", "address_string", "锦山大街88号门前");
        assertThat(posted.status()).as(posted.text()).isEqualTo(200);
        assertThat(posted.json()).hasSize(1);
        String id = posted.json().at("/0/service_request_id").asString();
        assertThat(posted.json().at("/0/service_notice").asString()).contains("受理编号").contains("查询码");
        Appeal a = appealOf(id);
        assertThat(a.state()).isEqualTo(Appeal.State.WAITING);
        assertThat(a.words().content()).contains("路灯三天不亮", "灯杆编号：L-0815", "傍晚、深夜", "整条路");
        assertThat(a.words().location()).contains("锦山大街88号门前", "40.12912", "WGS-84");
        assertThat(a.words().note()).contains("https://example.org/a.jpg");
        assertThat(a.words().matterClass()).isEqualTo("road-light");
        assertThat(a.words().content() + a.words().location() + a.words().note()).doesNotContain("何其正", "13800008888");

        JsonNode read = client.get("/requests/" + id + ".json").json();
        assertThat(read).hasSize(1);
        assertThat(read.get(0).propertyNames())
                .containsExactly(
                        "service_request_id", "status", "status_notes", "service_name", "service_code", "description",
                        "agency_responsible", "service_notice", "requested_datetime", "updated_datetime",
                        "expected_datetime", "address", "address_id", "zipcode", "lat", "long", "media_url");
        assertThat(read.at("/0/status").asString()).isEqualTo("open");
        assertThat(read.at("/0/lat").doubleValue()).isEqualTo(40.12912);
        assertThat(read.at("/0/requested_datetime").asString()).endsWith("+08:00");
        assertThat(read.toString())
                .as("nothing of what was said, of who said it, nor the appeal's number")
                .doesNotContain("三天", "L-0815", "何", "138", "he@", "example.org", "锦山", a.number());
        Answer xml = client.get("/requests/" + id + ".xml");
        assertThat(xml.xml().getTagName()).isEqualTo("service_requests");
        assertThat(xml.xml().getElementsByTagName("request").getLength()).isEqualTo(1);
        assertThat(xml.one("service_request_id")).isEqualTo(id);
        assertThat(xml.one("description")).isEmpty();
    }

    private Appeal appealOf(String id) {
        UUID appeal = jdbc.sql("select appeal from open311.request where id = :id")
                .param("id", id)
                .query(UUID.class)
                .single();
        return appeals.get(numberOf(appeal));
    }

    private String numberOf(UUID appeal) {
        return jdbc.sql("select number from intake.appeal where id = :a")
                .param("a", appeal)
                .query(String.class)
                .single();
    }

    @Test
    void what_is_missing_or_wrong_is_told_in_the_formats_own_errors() throws Exception {
        record Case(int status, String word, String... fields) {}
        String[] none = {};
        List<Case> all = List.of(
                new Case(400, "service_code", none),
                new Case(403, "api_key", "service_code", "light"),
                new Case(403, "api_key", "service_code", "light", "api_key", "o311_wrong"),
                new Case(404, "service_code", "service_code", "nothing", "api_key", key),
                new Case(400, "address_string", "service_code", "garbage", "api_key", key),
                new Case(400, "lat, long", "service_code", "garbage", "api_key", key, "lat", "40.1"),
                new Case(400, "lat, long", "service_code", "garbage", "api_key", key, "lat", "95", "long", "124"),
                new Case(400, "address_id", "service_code", "garbage", "api_key", key, "address_id", "000"),
                new Case(400, "phone", "service_code", "garbage", "api_key", key, "address_string", "路口", "phone", "abc"),
                new Case(400, "description", "service_code", "garbage", "api_key", key, "address_string", "路口",
                        "description", "长".repeat(4001)),
                new Case(400, "media_url", "service_code", "garbage", "api_key", key, "address_string", "路口",
                        "media_url", "javascript:alert(1)"),
                new Case(400, "attribute[pole]", "service_code", "light", "api_key", key, "address_string", "路口"),
                new Case(400, "attribute[dark]", "service_code", "light", "api_key", key, "address_string", "路口",
                        "attribute[pole]", "1", "attribute[dark]", "perhaps"),
                new Case(400, "attribute[lamps]", "service_code", "light", "api_key", key, "address_string", "路口",
                        "attribute[pole]", "1", "attribute[lamps]", "NaN"),
                new Case(400, "attribute[since]", "service_code", "light", "api_key", key, "address_string", "路口",
                        "attribute[pole]", "1", "attribute[since]", "昨天"),
                new Case(400, "attribute[other]", "service_code", "light", "api_key", key, "address_string", "路口",
                        "attribute[pole]", "1", "attribute[other]", "1"));
        for (Case c : all) {
            Answer json = client.post("/requests.json", c.fields());
            assertThat(json.status()).as(c.word() + json.text()).isEqualTo(c.status());
            assertThat(json.json().at("/0/description").asString()).as(json.text()).contains(c.word());
            assertThat(json.json().at("/0/code").intValue()).isEqualTo(c.status());
            Answer xml = client.post("/requests.xml", c.fields());
            assertThat(xml.status()).isEqualTo(c.status());
            assertThat(xml.xml().getTagName()).isEqualTo("errors");
            assertThat(xml.one("code")).isEqualTo("" + c.status());
        }
        Answer two = client.post("/requests.json", "service_code", "light", "api_key", key, "lat", "1");
        assertThat(two.json().size()).as("all that is wrong at once").isGreaterThan(1);
    }

    @Test
    void a_body_of_ten_megabytes_one_that_is_none_and_a_foreign_format_are_errors_of_the_specification()
            throws Exception {
        Answer ten = client.post("/requests.json", "service_code", "light", "description", "x".repeat(10_000_000));
        assertThat(ten.status()).isEqualTo(400);
        assertThat(ten.json().at("/0/code").intValue()).isEqualTo(413);
        Answer xml = client.send(
                HttpRequest.newBuilder()
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"))
                        .header("Content-Type", "text/xml"),
                "/requests.xml");
        assertThat(xml.status()).isEqualTo(400);
        assertThat(xml.text()).doesNotContain("root:");
        for (String path : List.of("/requests.yaml", "/nowhere.json", "/requests/.json", "/services/a.b.json")) {
            Answer no = client.get(path);
            assertThat(no.status()).as(path).isEqualTo(404);
            assertThat(no.text()).as(path).containsAnyOf("<errors>", "[{\"code\":404");
        }
    }

    @Test
    void requests_are_filtered_by_time_status_and_service_and_ids_override_all() throws Exception {
        String first = light("json").json().at("/0/service_request_id").asString();
        jdbc.sql("update open311.request set requested_at = requested_at - interval '100 days' where id = :id")
                .param("id", first)
                .update();
        String second = light("json").json().at("/0/service_request_id").asString();
        List<String> lately = ids("/requests.json");
        assertThat(lately).contains(second).doesNotContain(first);
        assertThat(ids("/requests.json?service_request_id=" + first + "," + second + "&status=closed"))
                .containsExactlyInAnyOrder(first, second);
        String then = GeoReport.time(clock.instant().minus(Duration.ofDays(101)));
        assertThat(ids("/requests.json?start_date=" + then)).as("90 days from the start").contains(first).doesNotContain(second);
        assertThat(ids("/requests.json?status=closed")).doesNotContain(second);
        assertThat(ids("/requests.json?status=open,closed&service_code=light,garbage")).contains(second);
        assertThat(ids("/requests.json?service_code=garbage")).doesNotContain(second);
        assertThat(ids("/requests.json?page_size=1")).hasSize(1);
        String now = GeoReport.time(clock.instant()).replace("+", "%2B");
        for (String wrong : List.of(
                "start_date=yesterday",
                "status=pending",
                "page=0",
                "start_date=" + then.replace("+", "%2B") + "&end_date=" + now,
                "start_date=" + now + "&end_date=" + then.replace("+", "%2B"))) {
            Answer no = client.get("/requests.json?" + wrong);
            assertThat(no.status()).as(wrong).isEqualTo(400);
            assertThat(no.json().at("/0/code").intValue()).isEqualTo(400);
        }
        assertThat(client.get("/requests/SRNOTHING.json").status()).isEqualTo(404);
        assertThat(client.get("/requests.xml?service_request_id=SRNOTHING").xml().getTagName())
                .isEqualTo("service_requests");
    }

    private List<String> ids(String path) throws Exception {
        Answer a = client.get(path);
        assertThat(a.status()).as(a.text()).isEqualTo(200);
        return a.json().valueStream().map(r -> r.path("service_request_id").asString()).toList();
    }

    @Test
    void at_most_a_thousand_come_at_once() throws Exception {
        jdbc.sql("""
                insert into open311.request (id, service, listed, open, requested_at, updated_at)
                select 'BULK' || n, 'light', true, true, :now, :now from generate_series(1, 1200) n
                """).param("now", java.sql.Timestamp.from(clock.instant())).update();
        assertThat(ids("/requests.json")).hasSize(1000);
        assertThat(ids("/requests.json?page=2&page_size=1000")).hasSizeGreaterThanOrEqualTo(200);
        jdbc.sql("delete from open311.request where id like 'BULK%'").update();
    }

    @Test
    void a_batch_service_gives_a_token_and_the_id_when_the_desk_has_decided() throws Exception {
        Answer posted = client.post(
                "/requests.json", "service_code", "garbage", "api_key", key, "address_string", "站前路口",
                "lat", "40.129", "long", "124.354");
        String token = posted.json().at("/0/token").asString();
        assertThat(posted.json().at("/0/service_request_id").isMissingNode()).isTrue();
        assertThat(client.get("/tokens/" + token + ".json").status()).isEqualTo(404);
        assertThat(client.get("/tokens/TKNOTHING.xml").status()).isEqualTo(404);
        UUID appeal = jdbc.sql("select appeal from open311.request where token = :t")
                .param("t", token)
                .query(UUID.class)
                .single();
        intake.decide(numberOf(appeal), new Disposition.Answered("明天清运"), null, People.AGENT, null)
                .orThrow();
        publication.run();
        JsonNode told = client.get("/tokens/" + token + ".json").json();
        assertThat(told.get(0).propertyNames()).containsExactly("service_request_id", "token");
        JsonNode read = client.get("/requests/" + told.at("/0/service_request_id").asString() + ".json")
                .json();
        assertThat(read.at("/0/lat").doubleValue()).as("coarse").isEqualTo(40.13);
    }

    @Test
    void a_blackbox_service_is_taken_and_is_in_no_list() throws Exception {
        Answer posted = client.post("/requests.xml", "service_code", "noise", "api_key", key, "address_string", "某处");
        assertThat(posted.status()).isEqualTo(200);
        assertThat(posted.xml().getElementsByTagName("service_request_id").getLength()).isZero();
        assertThat(posted.xml().getElementsByTagName("token").getLength()).isZero();
        assertThat(ids("/requests.json?service_code=noise")).isEmpty();
    }

    @Test
    void what_came_by_telephone_is_listed_where_the_city_says_so_follows_its_order_and_closes() throws Exception {
        var c = cases.aCase(AnAppeal.saying("锦山大街路灯不亮").matterClass("road-light").place("210603").by(Identity.of("何其正", "13800008888", "", null)));
        publication.run();
        String id = idOf(c.number());
        JsonNode open = client.get("/requests/" + id + ".json").json();
        assertThat(open.at("/0/status").asString()).isEqualTo("open");
        assertThat(open.at("/0/address_id").asString()).isEqualTo("210603");
        c.dispatchedTo("housing");
        publication.run();
        JsonNode sent = client.get("/requests/" + id + ".json").json();
        assertThat(sent.at("/0/expected_datetime").asString()).endsWith("+08:00");
        assertThat(sent.at("/0/agency_responsible").asString()).isNotEmpty();
        c.received().reported().closed();
        publication.run();
        JsonNode closed = client.get("/requests/" + id + ".json").json();
        assertThat(closed.at("/0/status").asString()).isEqualTo("closed");
        assertThat(ids("/requests.json?status=closed")).contains(id);
    }

    private String idOf(String number) {
        return jdbc.sql("select id from open311.request where appeal = (select id from intake.appeal where number = :n)")
                .param("n", number)
                .query(String.class)
                .single();
    }

    @Test
    void complaints_about_somebody_and_what_is_to_be_kept_secret_are_in_no_list() throws Exception {
        var accused = cases.aCase(AnAppeal.saying("路灯所某人态度恶劣").matterClass("road-light").accused("路灯所李某").by(Identity.UNNAMED));
        var secret = cases.aCase(AnAppeal.saying("路灯不亮，请保密").matterClass("road-light").secret(true).by(Identity.of("何其正", "13800008888", "", null)));
        publication.run();
        for (String number : List.of(accused.number(), secret.number()))
            assertThat(jdbc.sql("select count(*) from open311.request where appeal = (select id from intake.appeal where number = :n)")
                            .param("n", number).query(Integer.class).single())
                    .isZero();
    }

    @Test
    void the_same_request_sent_twice_is_one_and_too_many_wait() throws Exception {
        String name = UUID.randomUUID().toString();
        String[] fields = {"service_code", "light", "api_key", key, "address_string", "路口", "attribute[pole]", "7"};
        String once = client.again(name, "/requests.json", fields).json().at("/0/service_request_id").asString();
        assertThat(client.again(name, "/requests.json", fields).json().at("/0/service_request_id").asString())
                .isEqualTo(once);
        String slow = keys.issue("slow " + name, "", 2);
        String[] slowly = fields.clone();
        slowly[3] = slow;
        for (int i = 0; i < 2; i++) assertThat(client.post("/requests.json", slowly).status()).isEqualTo(200);
        assertThat(client.post("/requests.json", slowly).status()).isEqualTo(429);
        clock.pass(Duration.ofMinutes(2));
        assertThat(client.post("/requests.json", slowly).status()).isEqualTo(200);
        keys.revoke("slow " + name);
        assertThat(client.post("/requests.json", slowly).status()).isEqualTo(403);
    }

    @Test
    void words_of_danger_are_answered_with_whom_to_call() throws Exception {
        Answer posted = light("json", "address_string", "路口有人触电倒地，快救人");
        assertThat(posted.status()).isEqualTo(200);
        Answer danger = client.post("/requests.json", "service_code", "noise", "api_key", key, "address_string", "某处",
                "description", "楼里着火了，有人被困");
        assertThat(danger.json().at("/0/service_notice").asString()).contains("请立即拨打");
    }

    @Test
    void when_the_person_is_forgotten_no_way_leads_back_and_the_exact_place_is_gone() throws Exception {
        String id = light("json").json().at("/0/service_request_id").asString();
        Appeal a = appealOf(id);
        Redactor nothing = (words, kept) -> words;
        forgets.forget(new EndedMatter(a.id(), a.number(), a.appellant(), nothing, clock.instant()));
        JsonNode read = client.get("/requests/" + id + ".json").json();
        assertThat(read.at("/0/lat").isNull()).isTrue();
        assertThat(read.at("/0/status").asString()).isEqualTo("open");
        assertThat(jdbc.sql("select count(*) from open311.request where appeal = :a").param("a", a.id()).query(Integer.class).single()).isZero();
    }

    @Test
    void a_list_of_services_with_an_error_changes_nothing() {
        List<String> wrong = commands.publish("""
                services:
                  - {code: light, name: 路灯, kind: nothing, class: road-light}
                  - {code: light, name: "", kind: livelihood, class: nowhere, type: soon}
                """, false, silent());
        assertThat(wrong).hasSize(5);
        assertThat(commands.publish("services: []", true, silent())).isEmpty();
        assertThat(jdbc.sql("select count(*) from open311.service where active").query(Integer.class).single())
                .isEqualTo(3);
    }
}
