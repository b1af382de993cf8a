package org.shouwen.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is open of somebody with many appeals is read from the index of open orders, however many are closed. */
@ShouwenTest
class OpenOrdersPlanTest {
    private static final int ALL = 100_000;

    /** Every hundredth order is open. */
    private static final int OPEN = 100;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Test
    void three_hundred_appeals_among_a_hundred_thousand_orders() {
        jdbc.sql("""
            insert into workorder.work_order (id, number, appeal, registered_at, state, closed_at, version, head)
            select gen_random_uuid(), 'T' || i, gen_random_uuid(), now() - i * interval '1 minute',
                case when i % :open = 0 then 'REGISTERED' else 'CLOSED' end,
                case when i % :open = 0 then null else now() end, 1, ''
            from generate_series(1, :all) i
            """).param("all", ALL).param("open", OPEN).update();
        new JdbcTemplate(owner).execute("analyze workorder.work_order");
        UUID[] theirs = appeals("i % 7 = 0 and i <= 2100");
        assertThat(theirs).hasSize(300);
        String plan = String.join(
                "\n",
                jdbc.sql("explain (analyze, costs off) select * from workorder.work_order w" + OpenOrders.OF_APPEALS)
                        .param("appeals", theirs)
                        .param("reader", "")
                        .query(String.class)
                        .list());
        assertThat(plan).contains("order_open_of_appeal").doesNotContain("Seq Scan on work_order");
    }

    private UUID[] appeals(String which) {
        return jdbc.sql(
                        "select appeal from workorder.work_order join generate_series(1, :all) i on number = 'T' || i where "
                                + which)
                .param("all", ALL)
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
    }
}
