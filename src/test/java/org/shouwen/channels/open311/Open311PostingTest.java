package org.shouwen.channels.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.appeal.Appeal;
import org.shouwen.channels.open311.GeoReportClient.Answer;
import tools.jackson.databind.JsonNode;

/** What programs post, and what is said to them when it is wrong. */
@ShouwenTest
class Open311PostingTest extends Open311City {
    @Test
    void a_request_is_posted_goes_to_the_desk_and_is_read_back_without_its_words() throws Exception {
        Answer posted = light(
                "json",
                "attribute[dark]",
                "yes",
                "attribute[when][]",
                "dusk",
                "attribute[when][]",
                "night",
                "first_name",
                "其正",
                "last_name",
                "何",
                "phone",
                "13800008888",
                "email",
                "he@example.org",
                "media_url",
                "https://example.org/a.jpg",
                "address_string",
                "锦山大街88号门前");
        assertThat(posted.status()).as(posted.text()).isEqualTo(200);
        assertThat(posted.json()).hasSize(1);
        String id = posted.json().at("/0/service_request_id").asString();
        assertThat(posted.json().at("/0/service_notice").asString())
                .contains("受理编号")
                .contains("查询码");
        Appeal a = appealOf(id);
        assertThat(a.state()).isEqualTo(Appeal.State.WAITING);
        assertThat(a.words().content()).contains("路灯三天不亮", "灯杆编号：L-0815", "傍晚、深夜", "整条路");
        assertThat(a.words().location()).contains("锦山大街88号门前", "40.12912", "WGS-84");
        assertThat(a.words().note()).contains("https://example.org/a.jpg");
        assertThat(a.words().matterClass()).isEqualTo("road-light");
        assertThat(a.words().content() + a.words().location() + a.words().note())
                .doesNotContain("何其正", "13800008888");

        JsonNode read = client.get("/requests/" + id + ".json").json();
        assertThat(read).hasSize(1);
        assertThat(read.get(0).propertyNames())
                .containsExactly(
                        "service_request_id",
                        "status",
                        "status_notes",
                        "service_name",
                        "service_code",
                        "description",
                        "agency_responsible",
                        "service_notice",
                        "requested_datetime",
                        "updated_datetime",
                        "expected_datetime",
                        "address",
                        "address_id",
                        "zipcode",
                        "lat",
                        "long",
                        "media_url");
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
                new Case(
                        400,
                        "phone",
                        "service_code",
                        "garbage",
                        "api_key",
                        key,
                        "address_string",
                        "路口",
                        "phone",
                        "abc"),
                new Case(
                        400,
                        "description",
                        "service_code",
                        "garbage",
                        "api_key",
                        key,
                        "address_string",
                        "路口",
                        "description",
                        "长".repeat(4001)),
                new Case(
                        400,
                        "media_url",
                        "service_code",
                        "garbage",
                        "api_key",
                        key,
                        "address_string",
                        "路口",
                        "media_url",
                        "javascript:alert(1)"),
                new Case(400, "attribute[pole]", "service_code", "light", "api_key", key, "address_string", "路口"),
                new Case(
                        400,
                        "attribute[dark]",
                        "service_code",
                        "light",
                        "api_key",
                        key,
                        "address_string",
                        "路口",
                        "attribute[pole]",
                        "1",
                        "attribute[dark]",
                        "perhaps"),
                new Case(
                        400,
                        "attribute[lamps]",
                        "service_code",
                        "light",
                        "api_key",
                        key,
                        "address_string",
                        "路口",
                        "attribute[pole]",
                        "1",
                        "attribute[lamps]",
                        "NaN"),
                new Case(
                        400,
                        "attribute[since]",
                        "service_code",
                        "light",
                        "api_key",
                        key,
                        "address_string",
                        "路口",
                        "attribute[pole]",
                        "1",
                        "attribute[since]",
                        "昨天"),
                new Case(
                        400,
                        "attribute[other]",
                        "service_code",
                        "light",
                        "api_key",
                        key,
                        "address_string",
                        "路口",
                        "attribute[pole]",
                        "1",
                        "attribute[other]",
                        "1"));
        for (Case c : all) {
            Answer json = client.post("/requests.json", c.fields());
            assertThat(json.status()).as(c.word() + json.text()).isEqualTo(c.status());
            assertThat(json.json().at("/0/description").asString())
                    .as(json.text())
                    .contains(c.word());
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
    void a_blackbox_service_is_taken_and_is_in_no_list() throws Exception {
        Answer posted = client.post("/requests.xml", "service_code", "noise", "api_key", key, "address_string", "某处");
        assertThat(posted.status()).isEqualTo(200);
        assertThat(posted.xml().getElementsByTagName("service_request_id").getLength())
                .isZero();
        assertThat(posted.xml().getElementsByTagName("token").getLength()).isZero();
        assertThat(ids("/requests.json?service_code=noise")).isEmpty();
    }

    @Test
    void the_same_request_sent_twice_is_one_and_too_many_wait() throws Exception {
        String name = UUID.randomUUID().toString();
        String[] fields = {"service_code", "light", "api_key", key, "address_string", "路口", "attribute[pole]", "7"};
        String once = client.again(name, "/requests.json", fields)
                .json()
                .at("/0/service_request_id")
                .asString();
        assertThat(client.again(name, "/requests.json", fields)
                        .json()
                        .at("/0/service_request_id")
                        .asString())
                .isEqualTo(once);
        String slow = keys.issue("slow " + name, "", 2);
        String[] slowly = fields.clone();
        slowly[3] = slow;
        for (int i = 0; i < 2; i++)
            assertThat(client.post("/requests.json", slowly).status()).isEqualTo(200);
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
        Answer danger = client.post(
                "/requests.json",
                "service_code",
                "noise",
                "api_key",
                key,
                "address_string",
                "某处",
                "description",
                "楼里着火了，有人被困");
        assertThat(danger.json().at("/0/service_notice").asString()).contains("请立即拨打");
    }
}
