package org.shouwen.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.Cases;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.reporting.facts.FactKeeper;
import org.shouwen.tables.SheetWriter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Figures as the Bureau and a unit see them: definition, cases, both lists, and the same as xlsx and by the API. */
@ShouwenTest
class FigurePagesTest {
    private static final String MARCH = "from=2027-03-01&to=2027-03-31";

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    FactKeeper keeper;

    @Autowired
    Accounts accounts;

    private void twoOrders() {
        clock.set("2027-03-02T10:00");
        cases.aCase().dispatchedTo("heating").received();
        cases.aCase().dispatchedTo("housing").received();
        keeper.run();
    }

    @Test
    void a_number_names_its_definition_and_opens_its_list() throws Exception {
        twoOrders();
        ScreenClient bureau = ScreenClient.as(port, "bureau");
        assertThat(bureau.get("/figures?" + MARCH).body())
                .contains("按时接收率", "期间派给单位、接收已有结果的件次中")
                .as("each figure has its source")
                .doesNotContain("未统计：");
        String byUnit =
                bureau.get("/figures/received-in-time?" + MARCH + "&by=UNIT").body();
        assertThat(byUnit).contains("热力", "unit=heating");
        assertThat(bureau.get("/figures/received-in-time/denominator?" + MARCH + "&unit=heating")
                        .body())
                .contains("热力", "室内温度");
    }

    @Test
    void a_unit_sees_its_own_analysis_whatever_it_asks() throws Exception {
        twoOrders();
        ScreenClient unit = ScreenClient.as(port, "heating");
        String list = unit.get("/figures/received-in-time/denominator?" + MARCH + "&unit=housing")
                .body();
        assertThat(list).contains("室内温度").doesNotContain("住建");
        String own = unit.get("/figures?" + MARCH).body();
        assertThat(own.substring(own.indexOf("<summary>期间没有件的指标")))
                .as("what the unit has no case of stands folded at the end, and opens")
                .contains("接通率", "/figures/phone-")
                .doesNotContain("按时接收率");
        assertThat(own.substring(0, own.indexOf("<summary>期间没有件的指标")))
                .contains("按时接收率")
                .doesNotContain("坐席", "话务");
        assertThat(ScreenClient.as(port, "bureau").get("/figures?" + MARCH).body())
                .as("the Bureau sees all of them in their groups")
                .contains("话务")
                .doesNotContain("期间没有件的指标");
    }

    @Test
    void the_table_has_typed_cells_its_period_and_the_time_it_was_made() throws Exception {
        twoOrders();
        byte[] xlsx = ScreenClient.as(port, "bureau").bytes("/figures/received-in-time/denominator.xlsx?" + MARCH);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.get(1).getCellText(0)).isEqualTo("期间 2027-03-01 至 2027-03-31");
            assertThat(rows.get(2).getCellText(0)).startsWith("生成时间 2027-03-02 10:00");
            Row first = rows.get(4);
            assertThat(first.getCellAsDate(1).map(d -> d.toLocalDate())).contains(LocalDate.parse("2027-03-02"));
            assertThat(first.getCellAsNumber(7)).contains(BigDecimal.ONE);
        }
    }

    @Test
    void what_looks_like_a_formula_is_a_text() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetWriter sheet = new SheetWriter(out, "表", List.of("=1+1"), List.of("名称"))) {
            sheet.row(List.of("=HYPERLINK(\"http://x\")"));
        }
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(book.getFirstSheet().read().get(2).getCell(0).getType()).isEqualTo(CellType.STRING);
        }
    }

    @Test
    void the_api_names_definition_and_version() throws Exception {
        twoOrders();
        ApiClient api = ApiClient.of(port, accounts, "figures-api", Role.BUREAU, null);
        assertThat(api.get("/api/v1/figures/values?figure=received-in-time&by=UNIT&" + MARCH)
                        .ok()
                        .toString())
                .contains("\"figure\":\"received-in-time\"", "\"version\":1", "\"key\":\"heating\"");
    }
}
