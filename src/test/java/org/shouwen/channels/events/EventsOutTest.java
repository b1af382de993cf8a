package org.shouwen.channels.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.identity.Identity;
import org.shouwen.keys.WebhookSignature;
import org.shouwen.problems.BadInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happens is told to other systems: signed, in order, without a word of anybody's. */
@ShouwenTest
class EventsOutTest extends ToldCity {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void an_orders_events_arrive_in_order_signed_and_without_words() {
        var c = cases.aCase(Identity.of("何其正", "13800008888", "", null))
                .dispatchedTo("heating")
                .received();
        told();
        List<JsonNode> events = endpoint.events();
        assertThat(events.stream().map(e -> e.path("type").asString()))
                .containsSubsequence(
                        "appeal.Received",
                        "appeal.Decided",
                        "work_order.Registered",
                        "work_order.Dispatched",
                        "work_order.Received");
        JsonNode dispatched = events.stream()
                .filter(e -> e.path("type").asString().equals("work_order.Dispatched"))
                .findFirst()
                .orElseThrow();
        assertThat(dispatched.path("specversion").asString()).isEqualTo("1.0");
        assertThat(dispatched.path("dataschema").asString()).contains("events:v1");
        assertThat(dispatched.at("/data/lead").asString()).isEqualTo("heating");
        Endpoint.Got got = endpoint.got.getFirst();
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        assertThat(WebhookSignature.fits(key, got.id(), got.timestamp(), got.body(), got.signature(), clock.instant()))
                .isTrue();
        String all = events.toString();
        assertThat(all).doesNotContain("何其正", "138", "暖气", "14度", c.number());
        assertThat(jdbc.sql("select sum(events) from events.sent where receiver = :r")
                        .param("r", receiver.id())
                        .query(Integer.class)
                        .single())
                .as("what went out is on record")
                .isEqualTo(events.size());
    }

    @Test
    void two_receivers_know_the_same_matter_under_two_ids() throws Exception {
        try (Endpoint other = new Endpoint()) {
            receivers.add("另一平台 " + UUID.randomUUID(), other.address(), "work_order.Registered", "1", ADMIN);
            cases.aCase();
            told();
            String here = subject(endpoint, "work_order.Registered");
            String there = subject(other, "work_order.Registered");
            assertThat(here).matches("[0-9a-f]{32}").isNotEqualTo(there);
            assertThat(other.events()).hasSize(1);
            store.all().stream()
                    .filter(r -> r.address().equals(other.address()))
                    .forEach(r -> receivers.remove(r.id(), ADMIN));
        }
    }

    @Test
    void whoever_asks_with_its_signature_is_told_who_was_erased() throws Exception {
        UUID appeal = UUID.randomUUID();
        jdbc.sql("""
                insert into history.entry (subject_kind, subject_id, seq, at, actor_name, type, body, seal)
                values ('appeal', :id, 1, :at, 'system', 'Forgotten', '{}', sha256(''))
                """)
                .param("id", appeal)
                .param("at", java.sql.Timestamp.from(clock.instant()))
                .update();
        Instant since = clock.instant().minusSeconds(60);
        String asked = "erasures since " + since;
        long at = clock.instant().getEpochSecond();
        String signature = WebhookSignature.of(keys.secret(receiver), "q1", at, asked.getBytes(StandardCharsets.UTF_8));
        assertThat(ask(receiver, since.toString(), at, signature).body()).contains(keys.opaque(receiver, appeal));
        assertThat(ask(receiver, since.toString(), at, "v1,AAAA").statusCode()).isEqualTo(401);
        long old = at - 3 * 3600;
        assertThat(ask(
                                receiver,
                                since.toString(),
                                old,
                                WebhookSignature.of(
                                        keys.secret(receiver), "q1", old, asked.getBytes(StandardCharsets.UTF_8)))
                        .statusCode())
                .as("a replay of hours ago")
                .isEqualTo(401);
    }

    @Test
    void who_was_erased_is_told_a_page_at_a_time_until_there_is_no_next_one() throws Exception {
        Instant since = Instant.parse("2019-01-01T00:00:00Z");
        jdbc.sql("""
                insert into history.entry (subject_kind, subject_id, seq, at, actor_name, type, body, seal)
                select case n % 2 when 0 then 'appeal' else 'work_order' end, gen_random_uuid(), 1, :at, 'system',
                    'Forgotten', '{}', sha256('') from generate_series(1, 2300) n
                """).param("at", java.sql.Timestamp.from(since.plusSeconds(1))).update();
        JsonNode first = page(since, null);
        assertThat(first.at("/erased").size()).isEqualTo(1000);
        Set<String> told = new HashSet<>();
        int pages = 1;
        JsonNode page = first;
        page.at("/erased").forEach(e -> told.add(e.at("/subject").asString()));
        while (!page.at("/next").isNull()) {
            page = page(since, page.at("/next").asString());
            page.at("/erased").forEach(e -> told.add(e.at("/subject").asString()));
            pages++;
        }
        assertThat(told).hasSizeGreaterThanOrEqualTo(2300);
        assertThat(pages).isEqualTo((told.size() + 999) / 1000);

        String firstQuestion = signature("erasures since " + since);
        String next = first.at("/next").asString();
        assertThat(ask(receiver, since + "&after=" + next, clock.instant().getEpochSecond(), firstQuestion)
                        .statusCode())
                .as("the signature of another page")
                .isEqualTo(401);
        assertThat(ask(
                                receiver,
                                since + "&after=x",
                                clock.instant().getEpochSecond(),
                                signature("erasures since " + since + " after x"))
                        .statusCode())
                .isEqualTo(422);
    }

    private JsonNode page(Instant since, @Nullable String after) throws Exception {
        String signed = signature("erasures since " + since + (after == null ? "" : " after " + after));
        String query = since + (after == null ? "" : "&after=" + after);
        return JSON.readTree(
                ask(receiver, query, clock.instant().getEpochSecond(), signed).body());
    }

    private String signature(String words) {
        return WebhookSignature.of(
                keys.secret(receiver), "q1", clock.instant().getEpochSecond(), words.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_address_in_the_clear_elsewhere_and_an_unknown_event_are_refused() {
        for (String address : List.of(
                "http://example.org/x",
                "ftp://a/b",
                "https://u:p@a/",
                "file:///etc/passwd",
                "kafka:no topic",
                "kafka:none-set",
                "x"))
            assertThatThrownBy(() -> receivers.add("甲", address, "*", "", ADMIN))
                    .as(address)
                    .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> receivers.add("甲", "https://a.example/x", "breach.*", "", ADMIN))
                .isInstanceOf(BadInput.class);
    }

    private static String subject(Endpoint e, String type) {
        return e.events().stream()
                .filter(x -> x.path("type").asString().equals(type))
                .map(x -> x.path("subject").asString())
                .findFirst()
                .orElseThrow();
    }
}
