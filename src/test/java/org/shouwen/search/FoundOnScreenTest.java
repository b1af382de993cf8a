package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.Case;
import org.shouwen.Cases;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.identity.Identity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** What the page, the API and a table show of what was found: what whoever asks may see, and counts of nothing else. */
@ShouwenTest
@Import(IndexRun.class)
class FoundOnScreenTest {
    private static final Pattern COUNT = Pattern.compile("class=\"sr-count\"[^>]*><b class=\"sw-num\">([^<]*)</b>");

    @LocalServerPort
    int port;

    @Autowired
    IndexRun index;

    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    Accounts accounts;

    @Autowired
    SearchExports exports;

    @BeforeEach
    void time() {
        clock.set("2026-09-30T10:00");
    }

    private Case about(String words, String unit) {
        return cases.aCase(Cases.coldFlat().title(words).by(Identity.of("何其正", "13800007777", "六纬路12号3单元", null)))
                .dispatchedTo(unit);
    }

    private static String found(ScreenClient person, String query) throws Exception {
        return person.get("/search?" + query).body();
    }

    private static String q(String words) {
        return "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static String count(String page) {
        Matcher m = COUNT.matcher(page);
        assertThat(m.find()).isTrue();
        return m.group(1);
    }

    @Test
    void a_unit_finds_its_own_orders_without_who_brought_them_and_counts_no_others() throws Exception {
        Case own = about("锅炉房冒黑烟", "heating");
        Case others = about("锅炉房有异响", "housing");
        index.now();
        ScreenClient officer = ScreenClient.as(port, "heating-officer");
        String page = found(officer, q("锅炉房"));
        assertThat(page)
                .contains("/orders/" + own.number())
                .doesNotContain(others.number(), "异响", "何其正", "13800007777", "138****", "何**", "六纬路");
        assertThat(count(page)).isEqualTo("1");
        assertThat(page).as("no choice tells of another unit").doesNotContain("value=\"housing\"");
        assertThat(count(found(officer, q("锅炉房") + "&unit=housing"))).isEqualTo("0");
        assertThat(count(found(ScreenClient.as(port, "dispatcher"), q("锅炉房")))).isEqualTo("2");
        String mayor = found(ScreenClient.as(port, "mayor"), q("锅炉房"));
        assertThat(count(mayor)).isEqualTo("0");
        assertThat(mayor).contains("没有查到");
    }

    @Test
    void choices_are_counted_as_if_their_own_filter_were_not_set() throws Exception {
        about("井盖松动一", "heating");
        about("井盖松动二", "heating");
        about("井盖松动三", "housing");
        index.now();
        ScreenClient dispatcher = ScreenClient.as(port, "dispatcher");
        String page = found(dispatcher, q("井盖松动") + "&unit=heating");
        assertThat(count(page)).isEqualTo("2");
        assertThat(page.replaceAll("\\s+", " "))
                .containsPattern("value=\"heating\" checked=\"checked\">.{0,80}>2<")
                .containsPattern("value=\"housing\">.{0,80}>1<");
        assertThat(page).contains("name=\"without\" value=\"unit=heating\"");
    }

    @Test
    void a_place_finds_what_lies_in_it_and_pages_lead_on_by_key() throws Exception {
        for (int i = 0; i < 23; i++) about("路面塌陷" + i, "heating");
        index.now();
        ScreenClient dispatcher = ScreenClient.as(port, "dispatcher");
        String first = found(dispatcher, q("路面塌陷") + "&place=210603");
        assertThat(count(first)).isEqualTo("23");
        Matcher next =
                Pattern.compile("rel=\"next\" href=\"/search\\?([^\"]+)\"").matcher(first);
        assertThat(next.find()).isTrue();
        String second = found(dispatcher, next.group(1).replace("&amp;", "&"));
        assertThat(numbers(second)).hasSize(3).doesNotContainAnyElementsOf(numbers(first));
        assertThat(second).contains("回到第一页").doesNotContain("rel=\"next\"");
    }

    private static List<String> numbers(String page) {
        List<String> all = new ArrayList<>();
        Matcher m = Pattern.compile("<a href=\"/orders/([0-9-]+)\"").matcher(page);
        while (m.find()) all.add(m.group(1));
        return all;
    }

    @Test
    void a_program_asks_as_the_page_does() throws Exception {
        Case own = about("电梯停运", "heating");
        about("电梯困人", "housing");
        index.now();
        ApiClient unit = ApiClient.of(port, accounts, "search-unit", Role.UNIT_DESK, "heating");
        JsonNode found =
                unit.get("/api/v1/search?" + q("电梯") + "&kind=ORDER&limit=5").ok();
        assertThat(found.at("/counts/all").asInt()).isEqualTo(1);
        assertThat(found.at("/hits/0/number").asString()).isEqualTo(own.number());
        assertThat(found.at("/index").asString()).isEqualTo("READY");
        assertThat(found.at("/counts/kinds/ORDER").asInt()).isEqualTo(1);
        for (String wrong : List.of("kind=LETTER", "limit=0", "from=x", "urgent=x", "after=x", q("13800007777")))
            assertThat(unit.get("/api/v1/search?" + wrong).status()).as(wrong).isEqualTo(422);
    }

    @Test
    void a_saved_search_tells_how_many_it_finds_now() throws Exception {
        ScreenClient dispatcher = ScreenClient.as(port, "dispatcher");
        dispatcher.post("/search/saved", Map.of("name", "积水的", "query", q("小区积水")));
        about("小区积水", "heating");
        index.now();
        assertThat(dispatcher.get("/search/saved/counts").body()).contains("积水的", ">1</b>");
        about("小区积水又来了", "heating");
        index.now();
        assertThat(dispatcher.get("/search/saved").body()).contains(">2</b>");
    }

    @Test
    void a_table_has_typed_values_the_filter_and_the_time_and_no_formulas() throws Exception {
        Case order = about("=1+1 楼道堆物", "heating");
        index.now();
        ScreenClient dispatcher = ScreenClient.as(port, "dispatcher");
        CurrentUser asker = accounts.byLogin("dispatcher").orElseThrow().signedIn();
        SearchExport export = exports.ask(asker, SearchQuery.of("楼道堆物"), "季度分析");
        exports.decide(
                export.id(), true, accounts.byLogin("supervisor").orElseThrow().signedIn());
        assertThat(dispatcher.get("/search/exports").body()).contains("/search/exports/" + export.id() + "/files");
        List<Row> rows;
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(
                new FetchedFile(port).of("dispatcher", "/search/exports/" + export.id() + "/files")))) {
            rows = book.getFirstSheet().read();
        }
        String about = rows.stream().limit(7).map(r -> r.getCellText(0)).reduce("", (a, b) -> a + "\n" + b);
        assertThat(about).contains("检索词：楼道堆物", "2026-09-30 10:00", "季度分析", "1 项，已全部列出", "督办员");
        Row head = rows.stream()
                .filter(r -> r.getCellText(1).equals("编号"))
                .findFirst()
                .orElseThrow();
        Row row = rows.get(rows.indexOf(head) + 1);
        assertThat(row.getCellText(1)).isEqualTo(order.number());
        assertThat(row.getCellText(2)).isEqualTo("=1+1 楼道堆物");
        assertThat(row.getCell(2).getFormula()).isNull();
        assertThat(row.getCellAsDate(10)).contains(LocalDateTime.of(2026, 9, 30, 10, 0));
        assertThat(Arrays.toString(rows.toArray())).doesNotContain("何其正", "13800007777");
    }
}
