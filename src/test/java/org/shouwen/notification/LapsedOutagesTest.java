package org.shouwen.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.directory.UnitId;
import org.shouwen.identity.Identity;
import org.shouwen.jobs.Job;
import org.shouwen.knowledge.Outage;
import org.shouwen.knowledge.OutageCallers;
import org.shouwen.knowledge.Outages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An outage whose time ran out: its unit is reminded, and whoever called about it is told when somebody ends it. */
@ShouwenTest
class LapsedOutagesTest {
    @LocalServerPort
    int port;

    @Autowired
    Outages outages;

    @Autowired
    OutageCallers callers;

    @Autowired
    Outbox outbox;

    @Autowired
    Cases cases;

    @Autowired
    List<Job> jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Outage outage(String title) {
        Instant now = clock.instant();
        return outages.announce(
                new UnitId("heating"), title, "抢修中", null, now, now.plus(Duration.ofHours(8)), People.desk("heating"));
    }

    private long reminders(String unit) {
        jobs.stream().filter(j -> j.name().equals("lapsed-outages")).forEach(Job::run);
        return jdbc.sql("select count(*) from messages.staff_notice where unit = :unit and kind = 'OUTAGE_LAPSED'")
                .param("unit", unit)
                .query(Long.class)
                .single();
    }

    @Test
    void it_can_still_be_ended_and_a_caller_who_was_joined_is_told_then() throws Exception {
        clock.set("2026-11-24T02:00");
        Outage ended = outage("换热站检修停热");
        String caller = cases.aCase(AnAppeal.saying("家里停热了").by(Identity.of("何其正", "13904150021", "", null)))
                .dispatchedTo("heating")
                .number();
        callers.joinCaller(ended.id(), caller);
        Outage left = outage("阀门更换停热");
        ScreenClient heating = ScreenClient.as(port, "heating");
        clock.set("2026-11-24T10:01");
        assertThat(heating.get("/outages").body()).contains("还没有人确认恢复").contains("换热站检修停热");
        assertThat(outbox.of(caller)).noneMatch(m -> m.moment().name().startsWith("OUTAGE"));
        assertThat(heating.post("/outages/" + ended.id() + "/withdrawals", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(outbox.of(caller))
                .filteredOn(m -> m.moment() == NotificationType.OUTAGE_ENDED)
                .singleElement()
                .satisfies(m -> assertThat(m.text()).contains("换热站检修停热").contains("已恢复"));
        clock.set("2026-11-26T09:59");
        assertThat(heating.get("/outages").body()).doesNotContain("换热站检修停热").contains("阀门更换停热");
        clock.set("2026-11-26T10:01");
        assertThat(heating.get("/outages").body()).doesNotContain("阀门更换停热");
        outages.withdraw(left.id(), People.desk("heating"));
    }

    @Test
    void its_unit_is_reminded_once_of_each_end_that_passed_and_not_of_what_is_over() throws Exception {
        clock.set("2026-11-28T02:00");
        long before = reminders("heating");
        long others = reminders("housing");
        Outage over = outage("恢复了的停热");
        Outage lasts = outage("没人管的停热");
        clock.set("2026-11-28T09:50");
        outages.withdraw(over.id(), People.desk("heating"));
        assertThat(reminders("heating")).isEqualTo(before);
        clock.set("2026-11-28T10:00");
        assertThat(reminders("heating")).isEqualTo(before + 1);
        clock.set("2026-11-28T10:20");
        assertThat(reminders("heating")).as("once").isEqualTo(before + 1);
        assertThat(ScreenClient.as(port, "heating").get("/notices").body())
                .contains("停供通知到时没有确认")
                .contains("href=\"/outages\"");
        outages.move(lasts.id(), lasts.begins(), clock.instant().plus(Duration.ofHours(1)), People.desk("heating"));
        clock.set("2026-11-28T11:20");
        assertThat(reminders("heating")).as("another end").isEqualTo(before + 2);
        assertThat(reminders("housing")).isEqualTo(others);
        outages.withdraw(lasts.id(), People.desk("heating"));
    }
}
