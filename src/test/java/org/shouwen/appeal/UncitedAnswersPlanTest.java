package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was answered in the last days is read from an index, however many appeals there are. */
@ShouwenTest
class UncitedAnswersPlanTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Test
    void some_consultations_among_fifty_thousand_appeals() {
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
