package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.Case;
import org.shouwen.Cases;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.appeal.Appeal;
import org.shouwen.history.History;
import org.shouwen.workorder.WorkOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The one box and the words that the page has for what goes wrong. */
@ShouwenTest
class SearchScreensTest {
    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    History history;

    @BeforeEach
    void time() {
        clock.set("2026-09-30T10:00");
    }

    private static String to(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
    }

    @Test
    void the_box_leads_to_an_address_that_holds_the_whole_search() throws Exception {
        ScreenClient agent = ScreenClient.as(port, "agent");
        assertThat(to(agent.post("/search", Map.of("q", " 供热  不热 ", "state", "IN_HAND", "unit", "", "sort", "NEWEST"))))
                .isEqualTo("/search?q=%E4%BE%9B%E7%83%AD+%E4%B8%8D%E7%83%AD&state=IN_HAND");
        assertThat(to(agent.post("/search", Map.of("q", "供热", "state", "IN_HAND", "without", "state=IN_HAND"))))
                .as("a filter is taken away without script too")
                .isEqualTo("/search?q=%E4%BE%9B%E7%83%AD");
        assertThat(to(agent.post("/search", Map.of("q", "")))).isEqualTo("/search");
    }

    @Test
    void a_day_among_the_words_is_a_period_and_can_be_a_word_all_the_same() throws Exception {
        ScreenClient agent = ScreenClient.as(port, "agent");
        String day = to(agent.post("/search", Map.of("q", "停水 8月3日", "state", "IN_HAND")));
        assertThat(day)
                .isEqualTo(
                        "/search?q=%E5%81%9C%E6%B0%B4&state=IN_HAND&from=2026-08-03&to=2026-08-03&period=8%E6%9C%883%E6%97%A5");
        assertThat(agent.get(day).body())
                .contains("“8月3日”按日期查：2026-08-03 至 2026-08-03", "/search?q=%E5%81%9C%E6%B0%B4%208%E6%9C%883%E6%97%A5");
        String words = agent.get("/search?q=停水%208月3日"
                        .replace("停水", "%E5%81%9C%E6%B0%B4")
                        .replace("月", "%E6%9C%88")
                        .replace("日", "%E6%97%A5"))
                .body();
        assertThat(words).contains("name=\"plain\" value=\"8月3日\"").doesNotContain("按日期查");
        assertThat(to(agent.post("/search", Map.of("q", "停水 8月3日", "plain", "8月3日"))))
                .isEqualTo("/search?q=%E5%81%9C%E6%B0%B4+8%E6%9C%883%E6%97%A5");
        assertThat(to(agent.post("/search", Map.of("q", "昨天", "from", "2026-09-01"))))
                .as("a period that was chosen stands")
                .isEqualTo("/search?q=%E6%98%A8%E5%A4%A9&from=2026-09-01");
        assertThat(agent.get("/search?q=x&period=%E6%98%A8%E5%A4%A9").body())
                .as("an address that says what is not so")
                .doesNotContain("按日期查");
    }

    @Test
    void a_number_opens_its_order_at_once_and_one_that_is_not_there_says_so() throws Exception {
        Case order = cases.aCase().dispatchedTo("heating");
        assertThat(to(ScreenClient.as(port, "agent").post("/search", Map.of("q", order.number()))))
                .isEqualTo("/orders/" + order.number());
        ScreenClient other = ScreenClient.as(port, "housing");
        String page = to(other.post("/search", Map.of("q", order.number())));
        assertThat(page).isEqualTo("/search?q=" + order.number());
        assertThat(other.get(page).body()).contains("没有查到", "只查得到您有权查看的内容").doesNotContain("暖气不热");
    }

    @Test
    void nothing_and_too_much_get_a_clear_word_and_what_was_typed_stays() throws Exception {
        ScreenClient agent = ScreenClient.as(port, "agent");
        assertThat(agent.get("/search").body()).contains("可以这样查").doesNotContain("没有查到");
        HttpResponse<String> much = agent.post("/search", Map.of("q", "长".repeat(10_000)));
        assertThat(much.statusCode()).isEqualTo(422);
        assertThat(much.body()).contains("最多 200 个字，现在有 10,000 个", "长长长");
        HttpResponse<String> backwards = agent.get("/search?from=2026-09-30&to=2026-09-01");
        assertThat(backwards.statusCode()).isEqualTo(422);
        assertThat(backwards.body()).contains("结束日期早于开始日期");
        assertThat(agent.get("/search?kind=LETTER").statusCode()).isEqualTo(422);
        assertThat(agent.get("/search?after=nonsense&q=x").statusCode()).isIn(200, 422);
        String none = agent.get("/search?q=zzyzx").body();
        assertThat(none).contains("没有查到", "换个说法", "接听登记");
        assertThat(ScreenClient.as(port, "heating").get("/search?q=zzyzx").body())
                .doesNotContain("接听登记");
    }

    @Test
    void any_unit_class_and_state_can_be_chosen_whether_it_is_frequent_or_not() throws Exception {
        ScreenClient dispatcher = ScreenClient.as(port, "dispatcher");
        for (String page : new String[] {
            dispatcher.get("/search").body(), dispatcher.get("/search?q=zzyzx").body()
        }) {
            assertThat(page).contains("更多条件", "<option value=\"housing\">", "<option value=\"heat-cold\">");
            List<Enum<?>> states = new ArrayList<>(List.of(WorkOrder.State.values()));
            states.addAll(List.of(Appeal.State.values()));
            for (Enum<?> state : states)
                assertThat(page).as(state.name()).containsPattern("<option value=\"" + state + "\">[一-龥]+</option>");
        }
        assertThat(dispatcher.get("/search?lang=en").body()).contains("More filters", "Another unit", ">In hand<");
        assertThat(ScreenClient.as(port, "heating-officer").get("/search").body())
                .as("a unit finds its own orders alone")
                .doesNotContain("<option value=\"housing\">");
    }

    @Test
    void words_that_lead_to_a_person_stand_in_no_address_and_the_look_is_on_record() throws Exception {
        ScreenClient agent = ScreenClient.as(port, "agent");
        HttpResponse<String> found = agent.post("/search", Map.of("q", "13800008888"));
        assertThat(found.statusCode()).as("no address").isEqualTo(200);
        assertThat(found.body())
                .contains("不写入网址", "sw-watermark")
                .doesNotContain("q=13800008888", "/search/saved\" method");
        assertThat(history.searches(null, 10).items()).anySatisfy(r -> {
            assertThat(r.type()).isEqualTo("PersonSearched");
            assertThat(r.body()).contains("found").doesNotContain("138");
        });
        assertThat(agent.get("/search?q=13800008888").statusCode()).isEqualTo(422);
        assertThat(ScreenClient.as(port, "heating")
                        .post("/search", Map.of("q", "13800008888"))
                        .statusCode())
                .as("on record for people of units too")
                .isEqualTo(200);
        assertThat(history.searches(null, 10).items())
                .anySatisfy(r -> assertThat(r.by().unit()).isEqualTo("heating"));
    }

    @Test
    void every_page_of_staff_has_the_one_box_and_its_own_page_has_it_once() throws Exception {
        for (String login : new String[] {"agent", "dispatcher", "heating", "supervisor", "bureau", "mayor", "admin"}) {
            ScreenClient person = ScreenClient.as(port, login);
            assertThat(person.get("/password").body()).as(login).contains("class=\"sw-search\"", "data-key=\"/\"");
            String page = person.get("/search?q=zzyzx").body();
            assertThat(page.split("data-key=\"/\"", -1)).as(login).hasSize(2);
            assertThat(page.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                    .as("no page over 100 KB")
                    .isLessThan(100_000);
        }
    }
}
