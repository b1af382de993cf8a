package org.shouwen.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.Cases;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.identity.Identity;
import org.shouwen.jobs.Job;
import org.shouwen.reporting.facts.Counted;
import org.shouwen.reporting.facts.Dimension;
import org.shouwen.reporting.figures.FigureValue;
import org.shouwen.reporting.figures.Selection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Of more cases than are counted while somebody waits, people are counted a minute later and said with their time. */
@ShouwenTest
class PeopleOfLargePeriodsTest extends CountedMonth {
    private static final String MONTH = "from=2029-06-01&to=2029-06-30&by=HOUR";

    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    Accounts accounts;

    @Autowired
    List<Job> jobs;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    /** Cases of nobody, as many as are too many. */
    private void many() {
        jdbc.sql("""
            insert into reporting.fact (generation, source, subject, no, day, hour, unit, matter_class, place, channel, kind, limit_class, number,
                counted, met, adjusted, value, agent)
            select g.current, f.source, gen_random_uuid(), 0, f.day, f.hour, f.unit, f.matter_class, f.place, f.channel, f.kind, f.limit_class, 'MANY',
                f.counted, f.met, f.adjusted, f.value, f.agent
            from reporting.generation g, generate_series(1, 30000) i,
                (select * from reporting.fact where day between '2029-06-01' and '2029-06-30' and counted & 1 << %d <> 0 limit 1) f
            """.formatted(Counted.TAKEN.bit())).update();
        jdbc.sql("""
            update reporting.daily set counted = counted + 30000 where day between '2029-06-01' and '2029-06-30' and counted_as = :as
                and generation = (select current from reporting.generation)
            """).param("as", Counted.TAKEN.bit()).update();
    }

    @AfterEach
    void away() {
        jdbc.sql("delete from reporting.fact where number = 'MANY'").update();
    }

    private void count() {
        jobs.stream().filter(j -> j.name().equals("reporting-people")).forEach(Job::run);
    }

    private void comes(String phone) {
        cases.aCase(Identity.of("孙某", phone, "", ""));
    }

    private JsonNode asked() throws Exception {
        return asked(0);
    }

    /** @param line the most cases first */
    private JsonNode asked(int line) throws Exception {
        return ApiClient.of(port, accounts, "people-bureau", Role.BUREAU, null)
                .get("/api/v1/figures/values?figure=persons&" + MONTH)
                .ok()
                .at("/items/" + line);
    }

    @Test
    void they_are_counted_once_asked_and_again_after_a_day() throws Exception {
        clock.set("2029-06-15T10:00");
        comes("13900008301");
        comes("13900008301");
        comes("13900008302");
        keeper.run();
        assertThat(asked().at("/raw/value").asInt())
                .as("so few are counted at once")
                .isEqualTo(2);
        assertThat(asked().at("/countedAt").isNull()).isTrue();

        many();
        assertThat(asked().at("/beingCounted").asBoolean()).isTrue();
        assertThat(asked().at("/raw/value").isNull()).isTrue();
        assertThat(asked().at("/raw/denominator").asInt()).isEqualTo(30_003);
        assertThat(asked().at("/raw/numerator").isNull()).isTrue();
        ScreenClient bureau = ScreenClient.as(port, "bureau");
        assertThat(bureau.get("/figures/persons?" + MONTH.replace("HOUR", "AGENT"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(bureau.bytes(
                        "/figures/compare.xlsx?a.from=2029-06-01&a.to=2029-06-30&b.from=2029-05-01&b.to=2029-05-31"))
                .startsWith('P', 'K');
        assertThat(bureau.get("/figures/persons?" + MONTH).body()).contains("正在统计人数");
        assertThat(bureau.get("/figures?" + MONTH).body()).contains("正在统计人数");

        assertThat(FigureValue.of(
                                figures.get("persons"),
                                Objects.requireNonNull(table.byForPublication(
                                                new Period(LocalDate.of(2029, 6, 1), LocalDate.of(2029, 6, 30)),
                                                Selection.ALL,
                                                Dimension.HOUR,
                                                List.of(figures.get("persons")))
                                        .get("10")),
                                false)
                        .over())
                .as("what is published is counted at once")
                .isEqualTo(2);

        clock.set("2029-06-15T10:01");
        count();
        assertThat(asked().at("/raw/value").asInt()).isEqualTo(2);
        assertThat(asked().at("/countedAt").asString()).isEqualTo("2029-06-15T02:01:00Z");
        assertThat(bureau.get("/figures/persons?" + MONTH).body())
                .contains("人数统计于", "今天 10:01")
                .doesNotContain("正在统计人数");
        assertThat(bureau.get("/figures?" + MONTH).body()).contains("人数统计于");

        clock.set("2029-06-15T15:00");
        comes("13900008303");
        keeper.run();
        count();
        assertThat(asked().at("/raw/value").asInt()).as("kept for a day").isEqualTo(2);
        assertThat(asked(1).at("/key").asString()).isEqualTo("15");
        assertThat(asked(1).at("/raw/value").asInt())
                .as("nobody had come at that hour yet")
                .isZero();
        assertThat(asked(1).at("/raw/denominator").asInt()).isEqualTo(1);

        clock.set("2029-06-16T10:02");
        assertThat(asked().at("/raw/value").asInt())
                .as("yesterday's, until it is counted anew")
                .isEqualTo(2);
        count();
        assertThat(asked().at("/raw/value").asInt()).isEqualTo(2);
        assertThat(asked(1).at("/raw/value").asInt()).isEqualTo(1);
        assertThat(asked().at("/countedAt").asString()).isEqualTo("2029-06-16T02:02:00Z");

        clock.set("2029-06-17T10:00");
        assertThat(asked().at("/raw/value").asInt()).isEqualTo(2);
        clock.set("2029-06-19T10:01");
        count();
        assertThat(jdbc.sql("select count(*) from reporting.people")
                        .query(Long.class)
                        .single())
                .as("nobody asked for two days")
                .isZero();
    }
}
