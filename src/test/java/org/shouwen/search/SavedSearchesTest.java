package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.regulation.Editions;
import org.shouwen.retention.EndedMatter;
import org.shouwen.retention.Forgets;
import org.shouwen.retention.ForgetsAfterDays;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** 已存检索: each person's own. */
@ShouwenTest
class SavedSearchesTest {
    @LocalServerPort
    int port;

    @Autowired
    SavedSearches saved;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    SearchExports exports;

    @Autowired
    List<Forgets> owners;

    @Autowired
    List<ForgetsAfterDays> afterDays;

    @Autowired
    Editions editions;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void time() {
        clock.set("2026-09-30T10:00");
        jdbc.sql("delete from search.saved_search").update();
    }

    private CurrentUser person(String login) {
        return accounts.byLogin(login).orElseThrow().signedIn();
    }

    @Test
    void a_person_saves_renames_and_deletes_and_sees_no_other_persons() {
        CurrentUser agent = person("agent");
        SavedSearch one = saved.save(agent, "漏水的", SearchQuery.of("漏水"));
        assertThat(saved.of(agent)).containsExactly(one);
        assertThat(saved.of(person("dispatcher"))).isEmpty();
        saved.rename(agent, one.id(), "管道漏水");
        assertThat(saved.of(agent)).singleElement().satisfies(s -> {
            assertThat(s.name()).isEqualTo("管道漏水");
            assertThat(SearchParameters.read(s.query()).words()).isEqualTo("漏水");
        });
        for (CurrentUser other : List.of(person("dispatcher"), person("heating"))) {
            assertThatThrownBy(() -> saved.rename(other, one.id(), "x")).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> saved.delete(other, one.id())).isInstanceOf(NotFound.class);
        }
        saved.delete(agent, one.id());
        assertThat(saved.of(agent)).isEmpty();
    }

    @Test
    void what_asks_nothing_has_a_taken_name_or_leads_to_a_person_is_not_saved() {
        CurrentUser agent = person("agent");
        saved.save(agent, "供热", SearchQuery.of("供热"));
        assertThatThrownBy(() -> saved.save(agent, "供热", SearchQuery.of("漏水"))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> saved.save(agent, "空的", SearchQuery.of(""))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> saved.save(agent, " ", SearchQuery.of("漏水"))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> saved.save(agent, "那个人", SearchQuery.of("13800008888")))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> saved.save(agent, "13800008888", SearchQuery.of("漏水")))
                .isInstanceOf(BadInput.class);
        for (int i = 1; i < SavedSearches.MOST; i++) saved.save(agent, "第" + i, SearchQuery.of("供热"));
        assertThatThrownBy(() -> saved.save(agent, "多一个", SearchQuery.of("供热"))).isInstanceOf(BadInput.class);
    }

    @Test
    void the_database_shows_a_unit_the_searches_of_its_own_people_and_no_others() {
        saved.save(person("heating"), "我们的", SearchQuery.of("供热"));
        saved.save(person("agent"), "平台的", SearchQuery.of("供热"));
        UnitScope.within(
                "heating",
                () -> assertThat(jdbc.sql("select name from search.saved_search")
                                .query(String.class)
                                .list())
                        .containsExactly("我们的"));
        UnitScope.within(
                "housing",
                () -> assertThat(jdbc.sql("select count(*) from search.saved_search")
                                .query(Long.class)
                                .single())
                        .isZero());
    }

    @Test
    void on_the_screen_with_a_word_for_what_is_wrong_and_what_was_typed_kept() throws Exception {
        ScreenClient officer = ScreenClient.as(port, "heating-officer");
        assertThat(officer.get("/search/saved").body()).contains("还没有已存检索");
        assertThat(officer.post("/search/saved", Map.of("name", "办理中的", "query", "state=IN_HAND"))
                        .statusCode())
                .isEqualTo(302);
        String page = officer.get("/search/saved").body();
        assertThat(page).contains("办理中的", "状态：办理中", "/search?state=IN_HAND");
        assertThat(officer.get("/search/saved/counts").body()).contains("办理中的").doesNotContain("<html");
        var again = officer.post("/search/saved", Map.of("name", "办理中的", "query", "state=CLOSED"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("请换个名称", "value=\"state=CLOSED\"");
        assertThat(ScreenClient.as(port, "heating").get("/search/saved").body()).doesNotContain("办理中的");
    }

    /** Art. 21. */
    @Test
    void what_leads_to_a_person_goes_with_the_person_and_all_goes_with_the_account() {
        CurrentUser agent = person("agent");
        SavedSearch kept = saved.save(agent, "供热的", SearchQuery.of("供热"));
        SavedSearch about = saved.save(agent, "老户", SearchQuery.of("老码头豆腐坊的店"));
        exports.ask(agent, SearchQuery.of("供热"), "老码头豆腐坊的店");
        EndedMatter matter = new EndedMatter(
                UUID.randomUUID(),
                "20200101-000001",
                UUID.randomUUID(),
                (words, _) -> words.replace("老码头豆腐坊", "（略）"),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        transaction.executeWithoutResult(_ -> owners.forEach(o -> o.forget(matter)));
        assertThat(saved.of(agent))
                .extracting(SavedSearch::id)
                .containsExactly(kept.id())
                .doesNotContain(about.id());
        assertThat(jdbc.sql("select count(*) from search.export where purpose like '%豆腐坊%'")
                        .query(Long.class)
                        .single())
                .isZero();

        SavedSearch leaving = saved.save(person("mayor"), "全市", SearchQuery.of("供热"));
        jdbc.sql("update accounts.account set active = false where login = 'mayor'")
                .update();
        afterDays.forEach(o ->
                o.forget(editions.current(java.time.LocalDate.of(2026, 9, 30)).retention(), clock.instant()));
        jdbc.sql("update accounts.account set active = true where login = 'mayor'")
                .update();
        assertThat(saved.of(person("mayor"))).isEmpty();
        assertThat(saved.of(agent)).hasSize(1);
        assertThat(leaving.name()).isEqualTo("全市");
    }
}
