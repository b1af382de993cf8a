package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.identity.Identity;
import org.shouwen.problems.WorkOrderNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Article 8.3: whatever an appellant says later and a named person has to read raises the alarm of the appeal. */
@ShouwenTest
class DangerSaidLaterTest {
    private static final String FIRE = "我家着火了，楼道里全是烟，老人困在屋里出不来";
    private static final Identity WHO = Identity.of("佟文昭", "13941512199", "", null);

    @LocalServerPort
    int port;

    @Autowired
    Intake intake;

    @Autowired
    OwnAppeals own;

    @Autowired
    DangerAlarms alarms;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @BeforeEach
    void time() {
        clock.set("2026-11-23T10:00");
    }

    @Test
    void words_of_an_objection_a_judgement_and_a_wish_for_review_raise_it_as_an_addition_does() {
        String order = cases.aCase(AnAppeal.saying("三号楼阀门一直滴水").by(WHO))
                .dispatchedTo("heating")
                .received()
                .reported()
                .closed()
                .number();
        own.objectToClosing(new WorkOrderNumber(order), code(order), "根本没修。" + FIRE)
                .orThrow();
        raised(order);
        String judged = answered();
        own.rate(new WorkOrderNumber(judged), code(judged), false, false, "没解决。" + FIRE)
                .orThrow();
        raised(judged);
        Receipt declined = intake.take(
                        AnAppeal.saying("请查邻居的工资").by(WHO),
                        new Disposition.Declined("no-particulars", "请问清地点后再反映"),
                        Origin.of(People.AGENT, null),
                        People.AGENT)
                .orThrow();
        own.askReview(new WorkOrderNumber(declined.number()), code(declined.number()), "请再看看。" + FIRE);
        raised(declined.number());
    }

    @Test
    void the_alarm_list_shows_the_words_that_a_judgement_said() throws Exception {
        String judged = answered();
        own.rate(new WorkOrderNumber(judged), code(judged), false, false, "没解决。" + FIRE)
                .orThrow();
        assertThat(ScreenClient.as(port, "agent").get("/desk/alarms").body())
                .contains("a" + judged)
                .contains("<mark>");
    }

    private String answered() {
        return intake.take(
                        AnAppeal.saying("请问怎么办证").kind("consultation").by(WHO),
                        new Disposition.Answered("带身份证到窗口"),
                        Origin.of(People.AGENT, null),
                        People.AGENT)
                .orThrow()
                .number();
    }

    private UUID id(String number) {
        return jdbc.sql("select id from intake.appeal where number = :n")
                .param("n", number)
                .query(UUID.class)
                .single();
    }

    private String code(String number) {
        return intake.code(id(number));
    }

    private void raised(String number) {
        assertThat(alarms.find(id(number)).map(DangerAlarm::open)).as(number).contains(true);
    }
}
