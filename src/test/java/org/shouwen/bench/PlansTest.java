package org.shouwen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the database's log says of a page, as {@code bench queries --plans} tells it. */
class PlansTest {
    private static final String LOG = """
            2026-11-30 10:00:00.000 CST [1] WARNING:  duration: 0.412 ms  plan:
            \t{
            \t  "Query Text": "select number\\n from workorder.work_order where lead_unit = $1",
            \t  "Plan": {
            \t    "Node Type": "Limit", "Actual Rows": 50.00, "Actual Loops": 1,
            \t    "Plans": [
            \t      {"Node Type": "Nested Loop", "Actual Rows": 50.00, "Actual Loops": 1, "Plans": [
            \t        {"Node Type": "Index Scan", "Relation Name": "work_order", "Index Name": "of_unit", "Actual Rows": 50.00, "Actual Loops": 1, "Rows Removed by Filter": 3},
            \t        {"Node Type": "Index Scan", "Relation Name": "matter", "Index Name": "matter_pkey", "Actual Rows": 1.00, "Actual Loops": 50}
            \t      ]}
            \t    ]
            \t  }
            \t}
            2026-11-30 10:00:00.001 CST [1] LOG:  something else
            2026-11-30 10:00:00.002 CST [1] WARNING:  duration: 0.010 ms  plan:
            \t{
            \t  "Query Text": "select 1",
            \t  "Plan": {"Node Type": "Result", "Actual Rows": 1.00, "Actual Loops": 1}
            \t}
            """;

    @Test
    void each_statement_that_reads_a_big_table_is_told_with_its_rows() {
        assertThat(Plans.told("inbox", LOG, List.of("work_order", "matter")))
                .containsExactly("- **inbox**: 2 statements, 103 rows of the big tables read", """
                        - `select number from workorder.work_order where lead_unit = $1`
                          - Index Scan on work_order by of_unit: 50 rows, 3 more left out
                          - Index Scan on matter by matter_pkey: 50 rows, in 50 looks
                        """.indent(2)
                        .stripTrailing());
    }
}
