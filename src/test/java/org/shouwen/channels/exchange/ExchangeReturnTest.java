package org.shouwen.channels.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.identity.Redactor;
import org.shouwen.retention.EndedMatter;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Articles 2 and 21: the platform's decision returns to where the matter came from; who was erased can be asked. */
@ShouwenTest
class ExchangeReturnTest extends ExchangeCity {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    Intake intake;

    private Instant now() {
        return clock.instant();
    }

    private String send(String id, String json) throws Exception {
        return peer.send(port, POLICE, id, json, now()).body();
    }

    private Appeal handedOver(String more) throws Exception {
        assertThat(send("m1", handover(more))).contains("\"taken\"");
        worked();
        return appeal();
    }

    @Test
    void the_result_returns_signed_to_where_the_matter_came_from() throws Exception {
        Appeal a = handedOver(",\"person\":{\"phone\":\"13900001234\"}");
        told();
        assertThat(peer.got).isEmpty();

        clock.pass(Duration.ofHours(1));
        intake.decide(a.number(), new Disposition.Answered("路灯已于今日修好，联系人13900001234。"), null, People.AGENT, null)
                .orThrow();
        told();
        told();

        assertThat(peer.got).hasSize(1).allMatch(Peer.Got::signed);
        JsonNode result = peer.of("result").getFirst();
        assertThat(result.path("id").asString()).isEqualTo(id);
        assertThat(result.path("number").asString()).isEqualTo(a.number());
        assertThat(result.path("outcome").asString()).isEqualTo("done");
        assertThat(result.path("at").asString()).isEqualTo("2026-09-30T11:00:00+08:00");
        assertThat(result.path("text").asString()).contains("修好").doesNotContain("13900001234");
    }

    @Test
    void what_is_not_the_platforms_goes_back_with_the_reason() throws Exception {
        Appeal a = handedOver("");
        intake.decide(a.number(), new Disposition.Declined("vague", "没有说明具体路段"), null, People.AGENT, null)
                .orThrow();
        told();
        JsonNode back = peer.of("return").getFirst();
        assertThat(back.path("outcome").asString()).isEqualTo("declined");
        assertThat(back.path("text").asString()).contains("没有说明具体路段");
    }

    @Test
    void who_was_guided_elsewhere_goes_back_with_words_in_any_case() throws Exception {
        Appeal a = handedOver("");
        intake.decide(a.number(), new Disposition.Guided("police", null), null, People.AGENT, null)
                .orThrow();
        told();
        JsonNode back = peer.of("return").getFirst();
        assertThat(back.path("outcome").asString()).isEqualTo("guided");
        assertThat(back.path("text").asString()).contains("已引导");
    }

    @Test
    void a_result_that_is_sent_back_comes_to_the_dispatcher_and_is_answered_again() throws Exception {
        Appeal a = handedOver("");
        intake.decide(a.number(), new Disposition.Answered("已修好。"), null, People.AGENT, null)
                .orThrow();
        told();
        clock.pass(Duration.ofHours(1));
        assertThat(send("m4", message("return", id, ",\"text\":\"现场查看仍不亮，退回重办\"")))
                .contains("taken");
        worked();
        told();
        assertThat(peer.of("result")).as("nothing was done since").hasSize(1);

        ScreenClient dispatcher = ScreenClient.as(port, "dispatcher");
        String page = dispatcher.get("/desk/exchange").body();
        assertThat(page).contains("退回重办").contains("现场查看仍不亮").contains(a.number());
        UUID row = jdbc.sql("select t.id from exchange.told t join exchange.matter m on m.id = t.matter"
                        + " where m.source_id = :id")
                .param("id", id)
                .query(UUID.class)
                .single();
        dispatcher.post(
                "/desk/exchange/" + row + "/settlements", java.util.Map.of("words", "已再次派人更换灯头，现已亮", "answer", "true"));
        told();
        assertThat(peer.of("result")).hasSize(2);
        assertThat(peer.of("result").getLast().path("turn").asInt()).isEqualTo(2);
        assertThat(peer.of("result").getLast().path("text").asString()).contains("更换灯头");
        assertThat(dispatcher.get("/desk/exchange").body()).doesNotContain(a.number());
    }

    @Test
    void a_partner_that_asks_is_told_who_was_erased_and_nobody_else_is() throws Exception {
        Appeal a = handedOver("");
        Redactor nothing = (words, _) -> words;
        Instant since = now();
        forgets.forget(new EndedMatter(a.id(), a.number(), a.appellant(), nothing, now()));

        assertThat(peer.erasures(port, POLICE, since, now()).body()).contains(id);
        assertThat(peer.erasures(port, POLICE, since.plusSeconds(1), now()).body())
                .doesNotContain(id);
        assertThat(peer.erasures(port, "province", since, now()).statusCode()).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from exchange.matter where number = :number or appeal = :appeal")
                        .param("number", a.number())
                        .param("appeal", a.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void who_was_erased_is_told_a_page_at_a_time_until_there_is_no_next_one() throws Exception {
        Instant since = Instant.parse("2019-01-01T00:00:00Z");
        jdbc.sql("""
                insert into exchange.matter (id, partner, direction, source_id, taken_at, open_since, erased_at)
                select gen_random_uuid(), 'police-110', 'IN', 'X' || n, :at::timestamptz, :at::timestamptz,
                    case when n < 1500 then :at::timestamptz else :at::timestamptz + n * interval '1 microsecond' end
                from generate_series(1, 2300) n
                """).param("at", java.sql.Timestamp.from(since)).update();
        Set<String> told = new HashSet<>();
        List<Integer> pages = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = JSON.readTree(
                    peer.erasures(port, POLICE, since, after, now()).body());
            pages.add(page.at("/erased").size());
            page.at("/erased").forEach(e -> told.add(e.at("/id").asString()));
            after = page.at("/next").asString("");
        } while (!after.isEmpty());
        assertThat(pages.subList(0, 2)).containsExactly(1000, 1000);
        assertThat(told).hasSizeGreaterThanOrEqualTo(2300).contains("X1", "X1499", "X1500", "X2300");

        assertThat(peer.erasures(port, POLICE, since, "x", now()).statusCode()).isEqualTo(422);
    }
}
