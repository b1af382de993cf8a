package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What jobs and pages ask of appeals is read from indexes, however many appeals and orders there are. */
@ShouwenTest
class AppealPlansTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Test
    void which_stand_under_some_orders_among_fifty_thousand() {
        jdbc.sql("""
            insert into intake.appeal (id, number, received_at, channel, appellant, kind, location, happened_at, title, content, wants, enterprise,
                secret, note, state, outcome, outcome_detail, order_number, officer_name, decided_at, origin, fingerprint, version, head)
            select gen_random_uuid(), 'U' || i, now(), 'phone', gen_random_uuid(), 'livelihood', '', '', '', '路灯不亮', '', false, false, '',
                'DECIDED', case when i % 50 = 0 then 'reminder' else 'order' end, '{}', 'U' || (i - i % 50), '坐席', now(), 'test', '', 2, ''
            from generate_series(1, 50000) i
            """).update();
        jdbc.sql("""
            insert into workorder.work_order (id, number, appeal, registered_at, state, joined_to, version, head)
            select gen_random_uuid(), number, id, now(), case when outcome = 'reminder' then 'JOINED' else 'REGISTERED' end,
                case when outcome = 'reminder' then order_number || '1' end, 1, ''
            from intake.appeal where number like 'U%'
            """).update();
        jdbc.sql("""
            insert into workorder.matter (order_id, title, content, kind, location, happened_at)
            select id, '', '路灯不亮', 'livelihood', '', '' from workorder.work_order where number like 'U%'
            """).update();
        new JdbcTemplate(owner).execute("analyze intake.appeal, workorder.work_order, workorder.matter");
        String plan = String.join(
                "\n",
                jdbc.sql("explain (costs off) " + PublicMatters.CONCERNED)
                        .param("ids", new UUID[] {UUID.randomUUID(), UUID.randomUUID()})
                        .query(String.class)
                        .list());
        assertThat(plan).contains("appeal_reminder", "order_joined").doesNotContain("Seq Scan");
    }

    @Test
    void which_consultations_were_answered_in_the_last_days() {
        jdbc.sql("""
            insert into intake.appeal (id, number, received_at, channel, appellant, kind, location, happened_at, title, content, wants, enterprise,
                secret, note, state, outcome, outcome_detail, officer_name, decided_at, origin, fingerprint, version, head)
            select gen_random_uuid(), 'C' || i, now(), 'phone', gen_random_uuid(), case when i % 9 = 0 then 'consultation' else 'livelihood' end,
                '', '', '', '路灯不亮', '', false, false, '', 'DECIDED', case when i % 2 = 0 then 'answered' else 'order' end, '{}', '坐席',
                now() - make_interval(hours => i), 'test', '', 2, ''
            from generate_series(1, 50000) i
            """).update();
        new JdbcTemplate(owner).execute("analyze intake.appeal");
        String plan = String.join(
                "\n",
                jdbc.sql("explain (costs off) " + UncitedAnswers.ANSWERED)
                        .param("since", Timestamp.from(Instant.now().minusSeconds(259_200)))
                        .param("most", 2_000)
                        .query(String.class)
                        .list());
        assertThat(plan).contains("appeal_answered").doesNotContain("Seq Scan");
    }
}
