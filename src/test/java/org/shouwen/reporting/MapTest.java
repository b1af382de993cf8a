package org.shouwen.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.Cases;
import org.shouwen.ScreenClient;
import org.shouwen.TestClock;
import org.shouwen.history.Actor;
import org.shouwen.reporting.facts.FactKeeper;
import org.shouwen.reporting.maps.Boundaries;
import org.shouwen.reporting.maps.MapFigures;
import org.springframework.beans.factory.annotation.Autowired;

/** The map of counties and towns, the comparison and the wall (Art. 2). */
class MapTest extends BrowserTest {
    private static final String CITY = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"code":"210603","inhabitants":420000,"schematic":true},"geometry":{"type":"Polygon","coordinates":[[[130,40],[131,40],[131,41],[130,41],[130,40]]]}},
            {"type":"Feature","properties":{"code":"210602"},"geometry":{"type":"Polygon","coordinates":[[[131,40],[132,40],[132,41],[131,41],[131,40]]]}}]}
            """;

    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    FactKeeper keeper;

    @Autowired
    Boundaries boundaries;

    @Autowired
    MapFigures figures;

    private Period month(String day) {
        clock.set(day + "T09:00");
        for (int i = 0; i < 3; i++) cases.aCase().dispatchedTo("heating").received();
        keeper.run();
        LocalDate d = LocalDate.parse(day);
        return new Period(d, d);
    }

    @Test
    void each_county_has_its_cases_with_those_of_its_towns_and_per_ten_thousand_where_inhabitants_are_known() {
        Period day = month("2056-03-01");
        boundaries.take(CITY.getBytes(StandardCharsets.UTF_8), Actor.SYSTEM);
        List<MapFigures.Row> rows = figures.rows("", day);
        assertThat(rows.getFirst().place().code()).isEqualTo("210603");
        assertThat(rows.getFirst().taken()).isEqualTo(3);
        assertThat(rows.getFirst().perTenThousand()).isEqualByComparingTo("0.07");
        assertThat(rows.stream().filter(r -> r.place().code().equals("210602")))
                .singleElement()
                .satisfies(r -> assertThat(r.perTenThousand())
                        .as("nobody said how many live there")
                        .isNull());
        assertThat(figures.rows("210603", day))
                .as("towns")
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.place().parent()).isEqualTo("210603"));
    }

    @Test
    void the_map_leads_to_towns_and_lists_and_says_in_words_what_it_shows() throws Exception {
        month("2056-04-03");
        ScreenClient bureau = ScreenClient.as(port, "bureau");
        assertThat(bureau.upload(
                                "/map/boundaries",
                                Map.of(),
                                "file",
                                "city.geojson",
                                CITY.getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("收入 2 个地点");
        assertThat(bureau.upload("/map/boundaries", Map.of(), "file", "x", new byte[] {1})
                        .statusCode())
                .isEqualTo(422);
        byte[] xlsx = bureau.bytes("/map.xlsx?from=2056-04-03&to=2056-04-03");
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            Row first = book.getFirstSheet().read().get(4);
            assertThat(first.getCellText(1)).isEqualTo("210603");
            assertThat(first.getCellAsNumber(2)).contains(BigDecimal.valueOf(3));
        }
        Page page = as("bureau");
        page.navigate("/map?from=2056-04-03&to=2056-04-03&shade=taken");
        ready(page);
        assertThat(page.locator("svg[role=group]").getAttribute("aria-label")).contains("振兴区最高（3）");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/map.png")));
        page.click(".sw-map a >> nth=0");
        ready(page);
        assertThat(page.url()).contains("in=210603");
        assertThat(page.locator("tbody tr").count()).isGreaterThan(3);
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void the_wall_turns_without_a_mouse_and_nothing_scrolls() {
        month("2056-05-03");
        boundaries.take(CITY.getBytes(StandardCharsets.UTF_8), Actor.SYSTEM);
        Page page = as("bureau");
        for (int[] size : new int[][] {{1920, 1080}, {1366, 768}}) {
            page.setViewportSize(size[0], size[1]);
            page.navigate("/overview/wall");
            page.waitForSelector("main.is-turning");
            int pages = page.locator("[data-page]").count();
            for (int i = 0; i < pages; i++) {
                assertThat(page.locator("[data-page]:not([hidden])").count()).isOne();
                assertThat(
                                page.evaluate(
                                        "document.documentElement.scrollHeight <= innerHeight && document.querySelector('[data-page]:not([hidden])').getBoundingClientRect().bottom <= innerHeight"))
                        .as("page " + i + " on " + size[0])
                        .isEqualTo(true);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target/screenshots/wall-" + size[0] + "-" + i + ".png")));
                ready(page).keyboard().press("ArrowRight");
            }
        }
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void two_periods_stand_side_by_side_with_what_is_chance() throws Exception {
        month("2056-06-05");
        month("2056-06-06");
        String query = "a.from=2056-06-05&a.to=2056-06-05&b.from=2056-06-06&b.to=2056-06-06&b.place=210603";
        ScreenClient bureau = ScreenClient.as(port, "bureau");
        assertThat(bureau.get("/figures/compare?" + query).body())
                .contains("期间 2056-06-05 至 2056-06-05", "地点 振兴区", "可能是偶然");
        byte[] xlsx = bureau.bytes("/figures/compare.xlsx?" + query);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.get(2).getCellText(0)).startsWith("乙 期间 2056-06-06");
            assertThat(rows.stream().filter(r -> r.getCellCount() > 8 && "taken".equals(r.getCellText(8))))
                    .singleElement()
                    .satisfies(r -> assertThat(r.getCellAsNumber(7)).contains(BigDecimal.ZERO));
        }
        ScreenClient unit = ScreenClient.as(port, "heating");
        assertThat(unit.get("/figures/compare?b.unit=housing").body()).doesNotContain("住房和城乡建设");
    }
}
