package org.shouwen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwen.Case;
import org.shouwen.Cases;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.identity.Identity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Beside the agent's form a list that is cut says so, for those who have called often. */
@ShouwenTest
class ManyEarlierAppealsTest {
    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Test
    void what_is_left_out_of_a_callers_earlier_appeals_is_said() throws Exception {
        ScreenClient agent = ScreenClient.as(port, "agent");
        for (int i = 1; i <= 51; i++) {
            cases.aCase(AnAppeal.saying("第" + i + "次来电").by(Identity.of("常来电", "13800007799", "", null)));
            if (i == 13) {
                String some = agent.post("/desk/intake/caller", Map.of("phone", "13800007799"))
                        .body();
                assertThat(some).contains("以往 13 件", "这里只列最近 12 件").doesNotContain("以上");
            }
        }
        assertThat(agent.post("/desk/intake/caller", Map.of("phone", "13800007799"))
                        .body())
                .contains("以往 51 件", "这里只列最近 12 件");
    }

    @Test
    void an_order_that_is_open_since_sixty_appeals_stands_there_and_can_be_reminded_of() throws Exception {
        Identity often = Identity.of("久等人", "13800007788", "", null);
        Case first = cases.aCase(AnAppeal.saying("一直没有解决的那件").by(often)).dispatchedTo("heating");
        for (int i = 1; i <= 60; i++)
            cases.aCase(AnAppeal.saying("后来第" + i + "次来电").by(often))
                    .dispatchedTo("heating")
                    .received()
                    .reported()
                    .closed();
        String page = ScreenClient.as(port, "agent")
                .post("/desk/intake/caller", Map.of("phone", "13800007788"))
                .body();
        assertThat(page).contains("以往 61 件", "一直没有解决的那件");
        assertThat(page).containsOnlyOnce("data-remind=");
        assertThat(page).contains("data-remind=\"" + first.number() + "\"");
    }

    @Test
    void more_open_orders_than_are_listed_are_counted() throws Exception {
        Identity many = Identity.of("常来电", "13800007766", "", null);
        for (int i = 1; i <= 201; i++)
            cases.aCase(AnAppeal.saying("第" + i + "件未办结").by(many));
        assertThat(ScreenClient.as(port, "agent")
                        .post("/desk/intake/caller", Map.of("phone", "13800007766"))
                        .body())
                .contains("共 201 件未办结，这里只列最近 200 件");
    }
}
