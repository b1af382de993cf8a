package org.shouwen.suggestion.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log of proposals leaves whole, not only the page that is looked at. */
@ShouwenTest
class LogSheetTest {
    private static final int ROWS = 2_345;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Test
    void every_entry_stands_in_it_once_newest_first_with_typed_cells() throws Exception {
        clock.set("2063-01-01T10:00");
        jdbc.sql("""
                        insert into suggestion.proposal (id, field, proposed, confidence, band, model, became, decided, officer, at)
                        select uuidv7(), 'class', 'heat-cold', 0.875, 'SURE', 'many/1', 'ACCEPTED', 'heat-cold', '坐席' || (i / 3),
                            timestamptz '2063-01-01T00:00Z' - make_interval(mins => i / 7)
                        from generate_series(1, :rows) i
                        """).param("rows", ROWS).update();
        ScreenClient supervisor = ScreenClient.as(port, "supervisor");
        byte[] xlsx = supervisor.bytes("/suggestions/log.xlsx");
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.get(1).getCellText(0)).isEqualTo("生成时间 2063-01-01 10:00");
            assertThat(rows.get(2).getCellText(0)).isEqualTo("项目");
            List<Row> ours =
                    rows.stream().filter(r -> r.getCellText(7).equals("many/1")).toList();
            assertThat(ours).hasSize(ROWS);
            assertThat(ours.getFirst().getCellAsNumber(2)).contains(new BigDecimal("0.875"));
            assertThat(ours.getFirst().getCellAsDate(6).orElseThrow())
                    .isAfter(ours.getLast().getCellAsDate(6).orElseThrow());
        }
        assertThat(supervisor.get("/suggestions").body()).contains("/suggestions/log.xlsx");
        assertThat(ScreenClient.as(port, "agent").get("/suggestions/log.xlsx").statusCode())
                .isEqualTo(403);
    }
}
