package org.shouwen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
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
                .contains("以往 50 件以上", "这里只列最近 12 件");
    }
}
