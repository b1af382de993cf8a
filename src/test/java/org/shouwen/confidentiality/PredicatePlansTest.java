package org.shouwen.confidentiality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The predicate of every list asks the index of the few cases that name anybody, and never reads the parties of all. */
@ShouwenTest
class PredicatePlansTest {
    private static final int ALL = 100_000;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    /** One case in fifty names somebody, one in a hundred reminds of another. */
    private void lay() {
        jdbc.sql("""
            insert into confidentiality.party (number, appeal, appellant, part, goes_with, accused)
            select 'P' || i, gen_random_uuid(), gen_random_uuid(), case when i % 100 = 1 then 'REMINDER' else 'OWN' end,
                case when i % 100 = 1 then 'P' || i - 1 end, case when i % 50 = 0 then '坐席王芳' else '' end
            from generate_series(1, :all) i
            """).param("all", ALL).update();
        jdbc.sql("""
            insert into intake.appeal (id, number, received_at, channel, appellant, kind, location, happened_at, title,
                content, wants, enterprise, secret, note, state, origin, fingerprint, version, head)
            select appeal, number, now(), 'phone', appellant, 'complaint', '', '', '标题', '内容', '', false, false, '',
                'WAITING', 'test', '', 1, '' from confidentiality.party where number like 'P%'
            """).update();
        new JdbcTemplate(owner).execute("analyze confidentiality.party, intake.appeal");
    }

    private String plan(String sql, String reader) {
        List<String> lines = jdbc.sql("explain (analyze, costs off) " + sql)
                .param("reader", reader)
                .query(String.class)
                .list();
        return String.join("\n", lines);
    }

    @Test
    void a_page_and_its_counter_read_only_the_cases_that_name_somebody() {
        lay();
        String there = ConflictOfInterest.appeal("a.number");
        for (String sql : List.of(
                "select * from intake.appeal a where " + there + " order by id desc limit 51",
                "select count(*) from intake.appeal a where state = 'WAITING' and " + there)) {
            String plan = plan(sql, "王芳");
            assertThat(plan).contains("party_accusing").doesNotContain("Seq Scan on party");
        }
        assertThat(plan(
                        "select * from confidentiality.party where number = 'P7' or goes_with = 'P7' and '' <> :reader",
                        "王芳"))
                .as("who waits for an order")
                .doesNotContain("Seq Scan");
    }

    /** The wall counts on it: the view has no rule of its own, the rows it reads have theirs. */
    @Test
    void the_view_asks_as_its_reader() {
        assertThat(jdbc.sql("select reloptions::text from pg_class"
                                + " where oid = 'confidentiality.complained_about'::regclass")
                        .query(String.class)
                        .single())
                .contains("security_invoker=true");
    }
}
