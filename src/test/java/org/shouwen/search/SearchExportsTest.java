package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 检索导出: one asks and says what for, another lets them, and every step is on record (Art. 21). */
@ShouwenTest
class SearchExportsTest {
    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void time() {
        clock.set("2026-09-30T10:00");
    }

    /** Of the latest request. */
    private String act(String page, String which) {
        String act = "/search/exports/" + latest() + "/" + which;
        assertThat(page).contains("action=\"" + act + "\"");
        return act;
    }

    private String latest() {
        return jdbc.sql("select id::text from search.export order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private static void ask(ScreenClient person, String query) throws Exception {
        assertThat(person.post("/search/exports", Map.of("query", query, "purpose", "供热季分析"))
                        .statusCode())
                .isEqualTo(302);
    }

    private List<String> recorded() {
        return jdbc.sql("select type from history.entry where subject_kind = 'search_export' and subject_id ="
                        + " (select id from search.export order by id desc limit 1) order by seq")
                .query(String.class)
                .list();
    }

    @Nested
    class Of_appeals_and_orders {
        @Test
        void another_grants_and_then_it_is_fetched_for_seven_days() throws Exception {
            ScreenClient agent = ScreenClient.as(port, "agent");
            ask(agent, "q=%E4%BE%9B%E7%83%AD");
            assertThat(agent.get("/search/exports").body())
                    .contains("待同意", "供热季分析")
                    .doesNotContain("/rulings", latest() + "/files");
            ScreenClient supervisor = ScreenClient.as(port, "supervisor");
            String waiting = supervisor.get("/search/exports").body();
            assertThat(waiting).contains("等您同意", "检索词：供热");
            supervisor.post(act(waiting, "rulings"), Map.of("granted", "true"));
            String file = act(agent.get("/search/exports").body(), "files");
            HttpResponse<String> got = agent.post(file, Map.of());
            assertThat(got.statusCode()).isEqualTo(200);
            assertThat(got.headers().firstValue("Content-Type").orElse("")).contains("spreadsheetml");
            assertThat(recorded()).containsExactly("ExportAsked", "ExportGranted", "ExportFetched");
            assertThat(supervisor.post(file, Map.of()).statusCode())
                    .as("nobody else's")
                    .isEqualTo(404);
            clock.set("2026-10-08T10:01");
            ScreenClient later = ScreenClient.as(port, "agent");
            assertThat(later.get("/search/exports").body()).doesNotContain(latest() + "/files");
            assertThat(later.post(file, Map.of()).statusCode()).isEqualTo(409);
        }

        @Test
        void nobody_grants_their_own_nor_those_of_another_side() throws Exception {
            ScreenClient supervisor = ScreenClient.as(port, "supervisor");
            ask(supervisor, "state=IN_HAND");
            assertThat(supervisor.get("/search/exports").body()).doesNotContain(latest() + "/rulings");
            String id = latest();
            String ruling = "/search/exports/" + id + "/rulings";
            assertThat(supervisor.post(ruling, Map.of("granted", "true")).statusCode())
                    .isEqualTo(422);
            for (String other : List.of("agent", "heating", "heating-leader"))
                assertThat(ScreenClient.as(port, other)
                                .post(ruling, Map.of("granted", "true"))
                                .statusCode())
                        .as(other)
                        .isEqualTo(404);
            assertThat(ScreenClient.as(port, "bureau")
                            .post(ruling, Map.of("granted", "false"))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(supervisor
                            .post("/search/exports/" + id + "/files", Map.of())
                            .statusCode())
                    .as("refused")
                    .isEqualTo(409);
            assertThat(recorded()).containsExactly("ExportAsked", "ExportRefused");
        }

        @Test
        void within_a_unit_its_desk_or_leader_grants() throws Exception {
            ask(ScreenClient.as(port, "heating-officer"), "kind=ORDER");
            assertThat(ScreenClient.as(port, "housing").get("/search/exports").body())
                    .doesNotContain("/rulings");
            ScreenClient leader = ScreenClient.as(port, "heating-leader");
            assertThat(leader.post(act(leader.get("/search/exports").body(), "rulings"), Map.of("granted", "true"))
                            .statusCode())
                    .isEqualTo(302);
            ScreenClient officer = ScreenClient.as(port, "heating-officer");
            assertThat(officer.post(act(officer.get("/search/exports").body(), "files"), Map.of())
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void a_purpose_is_needed_and_words_that_lead_to_a_person_are_not_exported() throws Exception {
            ScreenClient agent = ScreenClient.as(port, "agent");
            HttpResponse<String> none = agent.post("/search/exports", Map.of("query", "q=x", "purpose", " "));
            assertThat(none.statusCode()).isEqualTo(422);
            assertThat(none.body()).contains("value=\"q=x\"", "请填写");
            assertThat(agent.post("/search/exports", Map.of("query", "q=13800008888", "purpose", "找人"))
                            .statusCode())
                    .isEqualTo(422);
            ask(agent, "q=y");
            agent.post("/search/exports", Map.of("query", "q=z", "purpose", "给13800008888回话"));
            assertThat(jdbc.sql("select string_agg(purpose, ' ') from search.export")
                            .query(String.class)
                            .single())
                    .doesNotContain("13800008888");
        }
    }

    @Test
    void of_articles_and_units_nobody_else_is_needed_and_it_is_on_record() throws Exception {
        ScreenClient agent = ScreenClient.as(port, "agent");
        ask(agent, "kind=UNIT&kind=PERSON");
        assertThat(agent.post(act(agent.get("/search/exports").body(), "files"), Map.of())
                        .statusCode())
                .isEqualTo(200);
        assertThat(recorded()).containsExactly("ExportAsked", "ExportFetched");
    }
}
