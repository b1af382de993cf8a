package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.problems.WorkOrderNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Ruling 40: an objection to a closing waits where those look who may rule on it. */
@ShouwenTest
class ObjectionsAreFoundTest {
    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Intake intake;

    @Autowired
    Appeals appeals;

    @Autowired
    OwnAppeals own;

    @Test
    void whoever_may_rule_finds_it_and_whoever_may_not_is_told_who_does() throws Exception {
        String number = cases.aCase()
                .dispatchedTo("heating")
                .received()
                .reported()
                .closed()
                .number();
        String code = intake.code(appeals.get(number).id());
        own.objectToClosing(new WorkOrderNumber(number), code, "没人来过").orThrow();
        ScreenClient supervisor = ScreenClient.as(port, "supervisor");
        assertThat(supervisor.get("/supervision").body()).contains("/desk/appeals/remarks");
        assertThat(supervisor.get("/desk/appeals/remarks").body()).contains("没人来过");
        assertThat(supervisor.get("/appeals/" + number).body()).contains("/rulings");
        assertThat(ScreenClient.as(port, "agent").get("/appeals/" + number).body())
                .contains("由派单员或督办员审看")
                .doesNotContain("/rulings");
    }
}
