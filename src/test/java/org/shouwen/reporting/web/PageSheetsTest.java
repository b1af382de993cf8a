package org.shouwen.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tables of a page with typed cells. */
class PageSheetsTest {
    private static final String PAGE = """
            <main><h1>考核</h1><form method="get"><label><span>自</span><input name="from" value="2026-11-01"></label>
            <label><span>单位</span><select name="unit"><option value="">全部</option><option value="heating" selected>热力</option></select></label>
            <input type="hidden" name="by" value="X"></form>
            <table class="sw-list"><thead><tr><th>单位</th><th>件</th><th>日</th></tr></thead>
            <tbody><tr><td>热力<form><button>裁定</button></form></td><td>12</td><td>2026-11-03</td></tr></tbody></table>
            <div class="sw-card"><h2>异议</h2><table class="sw-list"><tbody><tr><td>=1+1</td><td>–</td><td>98.50</td></tr></tbody></table></div></main>
            """;

    @Test
    void cells_are_numbers_days_and_texts_and_the_filter_stands_above() {
        PageSheets.Sheet sheet = PageSheets.of(PAGE);
        assertThat(sheet.title()).isEqualTo("考核");
        assertThat(sheet.filter()).containsExactly("自 2026-11-01", "单位 热力");
        assertThat(sheet.heads()).containsExactly("单位", "件", "日");
        assertThat(sheet.rows().getFirst()).isEqualTo(List.of("热力", 12L, LocalDate.parse("2026-11-03")));
        assertThat(sheet.rows().get(2)).isEqualTo(List.of("异议"));
        assertThat(sheet.rows().get(3)).containsExactly("=1+1", null, new BigDecimal("98.50"));
    }

    @Test
    void a_table_that_goes_on_says_so_above_it() {
        String cut = PAGE.replace(
                "</table>\n",
                "</table><nav class=\"sw-row sw-more\"><span class=\"sw-quiet\">本页 1 件，共 9 件</span><a rel=\"next\">下一页</a></nav>\n");
        assertThat(PageSheets.of(cut).filter()).contains("本页 1 件，共 9 件");
        assertThat(PageSheets.of(cut.replace("rel=\"next\"", "")).filter())
                .as("the last page is not cut")
                .doesNotContain("本页 1 件，共 9 件");
    }

    @Test
    void what_begins_with_a_nought_or_is_long_is_a_code_and_no_number() {
        assertThat(PageSheets.typed("0415")).isEqualTo("0415");
        assertThat(PageSheets.typed("20261101000001")).isEqualTo("20261101000001");
        assertThat(PageSheets.typed("2026-13-45")).isEqualTo("2026-13-45");
        assertThat(PageSheets.typed("0")).isEqualTo(0L);
    }
}
