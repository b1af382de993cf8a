package org.shouwen.channels.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Disposition;
import org.shouwen.channels.open311.GeoReportClient.Answer;
import org.shouwen.identity.Identity;
import org.shouwen.identity.Redactor;
import org.shouwen.retention.EndedMatter;
import tools.jackson.databind.JsonNode;

/** What of a matter is public, how it follows, and what is never said (Art. 2, 21). */
@ShouwenTest
class Open311PublicationTest extends Open311City {
    @Test
    void a_batch_service_gives_a_token_and_the_id_when_the_desk_has_decided() throws Exception {
        Answer posted = client.post(
                "/requests.json",
                "service_code",
                "garbage",
                "api_key",
                key,
                "address_string",
                "站前路口",
                "lat",
                "40.129",
                "long",
                "124.354");
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
        JsonNode read = client.get(
                        "/requests/" + told.at("/0/service_request_id").asString() + ".json")
                .json();
        assertThat(read.at("/0/lat").doubleValue()).as("coarse").isEqualTo(40.13);
    }

    @Test
    void what_came_by_telephone_is_listed_where_the_city_says_so_follows_its_order_and_closes() throws Exception {
        var c = cases.aCase(AnAppeal.saying("锦山大街路灯不亮")
                .matterClass("road-light")
                .place("210603")
                .by(Identity.of("何其正", "13800008888", "", null)));
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

    @Test
    void complaints_about_somebody_and_what_is_to_be_kept_secret_are_in_no_list() throws Exception {
        var accused = cases.aCase(AnAppeal.saying("路灯所某人态度恶劣")
                .matterClass("road-light")
                .accused("路灯所李某")
                .by(Identity.UNNAMED));
        var secret = cases.aCase(AnAppeal.saying("路灯不亮，请保密")
                .matterClass("road-light")
                .secret(true)
                .by(Identity.of("何其正", "13800008888", "", null)));
        publication.run();
        for (String number : List.of(accused.number(), secret.number()))
            assertThat(jdbc.sql(
                                    "select count(*) from open311.request where appeal = (select id from intake.appeal where number = :n)")
                            .param("n", number)
                            .query(Integer.class)
                            .single())
                    .isZero();
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
        assertThat(jdbc.sql("select count(*) from open311.request where appeal = :a")
                        .param("a", a.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_list_of_services_with_an_error_changes_nothing() {
        List<String> wrong = commands.publish("""
                services:
                  - {code: light, name: 路灯, kind: nothing, class: road-light}
                  - {code: light, name: "", kind: livelihood, class: nowhere, type: soon}
                """, false, silent());
        assertThat(wrong).hasSize(5);
        var told = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(told, false, StandardCharsets.UTF_8)) {
            assertThat(commands.publish("services: []", true, out)).isEmpty();
        }
        assertThat(told.toString(StandardCharsets.UTF_8))
                .as("what is left out is told before it goes")
                .contains("不再公布", "light", "没有改动");
        assertThat(jdbc.sql("select count(*) from open311.service where active")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }
}
