package org.shouwen.channels.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.appeal.Appeal;
import org.shouwen.channels.open311.GeoReportClient.Answer;
import tools.jackson.databind.JsonNode;

/** What programs post. */
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
