package org.shouwen.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.shouwen.ApiClient;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.Receipt;
import org.shouwen.history.Actor;
import org.shouwen.identity.Identity;
import org.shouwen.problems.NotFound;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.beans.factory.annotation.Autowired;

/** Pages of warnings, the agent's hint while typing, and what is forgotten (Art. 2, 21). */
@Basis({Clause.A2, Clause.A21})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WarningDeskTest extends AWatchedCity {
    @Test
    @Order(5)
    void pages_and_api_show_it_to_those_who_may() throws Exception {
        somebody("再不解决就去市政府拉横幅");
        somebody("锅炉房要坍塌了吧，墙都歪了");
        Warning w = waiting(Signal.SENSITIVE_WORD).getFirst();
        Warning other = waiting(Signal.SENSITIVE_WORD).getLast();
        ScreenClient bureau = ScreenClient.as(port, "bureau");
        assertThat(bureau.get("/warnings").body()).contains(w.number(), other.number(), "敏感词", "待确认");
        assertThat(bureau.get("/warnings/" + w.number()).body())
                .contains("预警 " + w.number(), "涉及的诉求", "确认或排除", w.evidence().detail());
        assertThat(bureau.post("/warnings/" + w.number() + "/confirmations", Map.of("reason", ""))
                        .body())
                .contains("请写明理由");
        bureau.post("/warnings/" + w.number() + "/dismissals", Map.of("reason", "只是气话"));
        assertThat(bureau.get("/warnings").body()).doesNotContain(">" + w.number() + "<");
        assertThat(bureau.get("/warnings?tab=OVER").body()).contains(w.number(), "已排除");
        assertThat(bureau.get("/warning-rules").body()).contains("拉横幅", "多人同诉", "现在至少");
        assertThat(bureau.get("/overview").body()).contains("预警待确认");

        ApiClient api = ApiClient.of(port, accounts, "预警接口", Role.SUPERVISOR, null);
        assertThat(api.get("/api/v1/warnings").ok().path("items").findValuesAsString("number"))
                .containsExactly(other.number());
        assertThat(api.get("/api/v1/warnings/" + other.number())
                        .ok()
                        .path("appeals")
                        .size())
                .isEqualTo(1);
        String to = "/api/v1/warnings/" + other.number();
        assertThat(api.post(to + "/endings", "{\"reason\":\"早了\"}").status()).isEqualTo(409);
        assertThat(api.post(to + "/confirmations", "{\"reason\":\"属实\"}").status())
                .isEqualTo(201);
        assertThat(api.post(to + "/handings", "{\"to\":\"LEADER\",\"recipient\":\"王局长\",\"words\":\"请看\"}")
                        .status())
                .isEqualTo(201);
        assertThat(api.post(to + "/watches", "{\"until\":\"1999-01-01\"}").status())
                .isIn(409, 422);
        assertThat(api.post(to + "/endings", "{\"reason\":\"已加固\"}").status()).isEqualTo(201);
        assertThat(api.get("/api/v1/warnings/2026-999").status()).isEqualTo(404);
    }

    @Test
    @Order(1)
    void whoever_is_complained_about_sees_neither_the_appeals_nor_their_count() {
        CurrentUser accused = People.person("赵铁岭", null, Role.SUPERVISOR);
        for (int i = 0; i < 2; i++)
            intake.submit(
                    AnAppeal.saying("赵铁岭收钱不办事，我要去堵门" + i)
                            .matterClass("water-manhole")
                            .place("210603")
                            .accused("赵铁岭")
                            .by(Identity.of("戊某", "1386666777" + i, "", "")),
                    Origin.portal(null),
                    Actor.APPELLANT);
        clock.pass(Duration.ofSeconds(20));
        watch.run();
        Warning w = waiting(Signal.SENSITIVE_WORD).getFirst();
        assertThat(w.count()).isEqualTo(2);
        assertThat(waiting(accused)).isEmpty();
        assertThat(warnings.waiting(accused)).isZero();
        assertThatThrownBy(() -> warnings.get(w.number(), accused)).isInstanceOf(NotFound.class);
        somebody("不给工资就去堵门");
        assertThat(waiting(accused)).singleElement().satisfies(seen -> {
            assertThat(seen.count()).isEqualTo(1);
            assertThat(seen.evidence().seen()).isEqualTo(1);
        });
        assertThat(warnings.get(w.number(), People.BUREAU).count()).isEqualTo(3);
        warnings.rule(w.number(), true, "已核", People.BUREAU);
        warnings.end(w.number(), "已处理", People.BUREAU);
    }

    @Autowired
    Accounts accounts;

    @Test
    @Order(6)
    void an_agent_is_told_of_the_warning_while_typing_and_joins_the_caller_with_one_tick() throws Exception {
        ScreenClient agent = ScreenClient.as(port, "agent");
        List<String> ice = List.of("六道沟广场喷泉结冰摔倒人", "六道沟广场喷泉漏水结冰没人管", "六道沟广场的喷泉结了冰，老人摔倒");
        for (String words : ice) somebody(words);
        Warning w = waiting(Signal.SAME_MATTER).getFirst();
        assertThat(w.count()).isEqualTo(3);
        clock.pass(Duration.ofSeconds(11));
        String typed = "六道沟广场喷泉结冰，孩子摔倒了";
        String hints =
                agent.post("/desk/intake/hints", Map.of("content", typed)).body();
        assertThat(hints).contains("附近另有 3 件", "预警 " + w.number(), "name=\"warning." + w.number() + "\"");
        String kept = agent.post("/desk/intake/hints", Map.of("content", typed, "warning." + w.number(), "on"))
                .body();
        assertThat(kept).contains("checked");
        agent.post(
                "/desk/intake",
                Map.of(
                        "content",
                        "喷泉的事，同上",
                        "kind",
                        "livelihood",
                        "phone",
                        "13811112222",
                        "name",
                        "丙某",
                        "outcome",
                        "answered",
                        "answer",
                        "已登记",
                        "warning." + w.number(),
                        "on"));
        assertThat(warnings.get(w.number(), People.BUREAU).count()).isEqualTo(4);
        assertThat(evidence.of(w, People.BUREAU).getFirst().words().content()).isEqualTo("喷泉的事，同上");
    }

    @Test
    @Order(7)
    void a_person_that_is_forgotten_is_in_no_warning() {
        Receipt taken = intake.take(
                        AnAppeal.saying("六道沟广场喷泉结冰").by(Identity.of("丁某", "13877778888", "", "")),
                        new Disposition.Answered("已铲冰"),
                        Origin.of(People.AGENT, null),
                        People.AGENT)
                .orThrow();
        clock.pass(Duration.ofSeconds(20));
        watch.run();
        Warning w = waiting(Signal.SAME_MATTER).getFirst();
        assertThat(evidence.of(w, People.BUREAU)).extracting(a -> a.number()).contains(taken.number());
        assertThat(memory.holds(taken.id())).isTrue();
        clock.pass(Duration.ofDays(366 * 4));
        retention.run();
        assertThat(evidence.of(w, People.BUREAU)).extracting(a -> a.number()).doesNotContain(taken.number());
        assertThat(memory.holds(taken.id())).isFalse();
        assertThat(jdbc.sql("select count(*) from warning.seen where appeal = :a")
                        .param("a", taken.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(verification.findings()).isEmpty();
    }
}
