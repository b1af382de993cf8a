package org.shouwen.channels.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.channels.open311.GeoReportClient.Answer;

/** What is said to programs whose posting is wrong, in the specification's own errors. */
@ShouwenTest
class Open311ErrorsTest extends Open311City {
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
    void whoever_refuses_the_call_it_is_told_in_the_formats_own_errors() throws Exception {
        record Case(int status, String method, String path, String type) {}
        for (Case c : List.of(
                new Case(405, "DELETE", "/requests.json", ""),
                new Case(405, "PUT", "/requests.xml", "application/x-www-form-urlencoded"),
                new Case(405, "PATCH", "/requests/1.json", "application/json"),
                new Case(400, "FOO", "/services.json", ""),
                new Case(404, "POST", "/services.xml", "application/x-www-form-urlencoded"),
                new Case(400, "GET", "/requests.json?status=%FF", ""),
                new Case(400, "GET", "/requests.xml?status=%FF", ""),
                new Case(400, "GET", "//requests.json", ""),
                new Case(400, "POST", "/requests.json", "*/*"),
                new Case(400, "POST", "/requests.json", "multipart/form-data"))) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder().method(c.method(), HttpRequest.BodyPublishers.ofString("a=b"));
            if (!c.type().isEmpty()) request.header("Content-Type", c.type());
            Answer a = client.send(request, c.path());
            assertThat(a.status()).as("%s %s", c, a.text()).isEqualTo(c.status());
            if (c.path().contains(".json")) {
                assertThat(a.type()).as(c.toString()).startsWith("application/json");
                assertThat(a.json().at("/0/code").intValue())
                        .as("%s %s", c, a.text())
                        .isEqualTo(c.status());
            } else {
                assertThat(a.type()).as(c.toString()).startsWith("text/xml");
                assertThat(a.xml().getTagName()).isEqualTo("errors");
                assertThat(a.one("code")).isEqualTo("" + c.status());
            }
        }
    }
}
