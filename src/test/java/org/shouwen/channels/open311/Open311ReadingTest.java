package org.shouwen.channels.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.channels.open311.GeoReportClient.Answer;
import tools.jackson.databind.JsonNode;

/** What programs read: as the specification has it, to the letter. */
@ShouwenTest
class Open311ReadingTest extends Open311City {
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
                .containsExactly(
                        "service_code", "service_name", "description", "metadata", "type", "keywords", "group");
        assertThat(light.path("metadata").isBoolean() && light.path("metadata").booleanValue())
                .isTrue();
        assertThat(light.path("keywords").asString()).isEqualTo("路灯,照明");
        assertThat(all.get(2).path("description").isNull())
                .as("what is empty is null")
                .isTrue();
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
        assertThat(ids("/requests.json?start_date=" + then))
                .as("90 days from the start")
                .contains(first)
                .doesNotContain(second);
        assertThat(ids("/requests.json?status=closed")).doesNotContain(second);
        assertThat(ids("/requests.json?status=open,closed&service_code=light,garbage"))
                .contains(second);
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
        assertThat(client.get("/requests.xml?service_request_id=SRNOTHING")
                        .xml()
                        .getTagName())
                .isEqualTo("service_requests");
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
}
