package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accountability.Accountability;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.handover.Handover;
import org.shouwen.handover.Handovers;
import org.shouwen.regulation.Clause;
import org.shouwen.supervision.Supervision;
import org.shouwen.supervision.Supervisions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Numbers of papers are read back in the one box, however they were copied, by whoever may open what bears them. */
@ShouwenTest
class YearNumbersFoundTest {
    private static final CurrentUser BUREAU =
            new CurrentUser(UUID.randomUUID(), "bureau", "局经办人", null, null, Set.of(Role.BUREAU));

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Supervisions supervisions;

    @Autowired
    Handovers handovers;

    @Autowired
    Accountability accountability;

    @Autowired
    TestClock clock;

    private String order;

    @BeforeEach
    void papers() {
        clock.set("2026-09-30T10:00");
        order = cases.aCase().dispatchedTo("heating").number();
    }

    private static String to(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
    }

    @Test
    void a_paper_opens_by_its_number_in_any_spelling() throws Exception {
        supervisions.issue(order, Supervision.Level.FIRST, Supervision.How.PHONE, "催办三次", People.DISPATCHER);
        ScreenClient desk = ScreenClient.as(port, "dispatcher");
        for (String typed : List.of(
                "督〔2026〕1号",
                "督[2026]1号",
                "督（2026）0001号",
                "督 2026-0001",
                "2026-0001",
                "２０２６－０００１",
                "编号：2026—0001",
                "督〔 2026 〕 1 号"))
            assertThat(to(desk.post("/search", Map.of("q", typed)))).as(typed).isEqualTo("/supervisions/2026-0001");
        assertThat(to(ScreenClient.as(port, "housing").post("/search", Map.of("q", "督〔2026〕1号"))))
                .as("a unit that has nothing to do with it")
                .startsWith("/search?q=");
        assertThat(to(desk.post("/search", Map.of("q", "2026-01"))))
                .as("a month")
                .startsWith("/search?");

        handovers.handOver(order, Handover.Kind.PETITION, Clause.A18_1, "市信访局", "历史遗留", 10, People.DISPATCHER);
        assertThat(to(desk.post("/search", Map.of("q", "移〔2026〕1号")))).isEqualTo("/handovers/2026-0001");
        assertThat(to(desk.post("/search", Map.of("q", "专报〔2026〕1号"))))
                .as("another kind of paper")
                .startsWith("/search?");
        accountability.open("heating", "", Clause.A22_1, null, "首问未受理", BUREAU);
        ScreenClient bureau = ScreenClient.as(port, "bureau");
        String several = to(bureau.post("/search", Map.of("q", "2026-0001")));
        assertThat(several).isEqualTo("/search?q=2026-0001");
        assertThat(bureau.get(several).body())
                .contains("编号相符的", "/supervisions/2026-0001", "/handovers/2026-0001", "/breaches/2026-0001", order);
        assertThat(to(ScreenClient.as(port, "heating-leader").post("/search", Map.of("q", "追责 2026-0001"))))
                .isEqualTo("/unit-breaches/2026-0001");
    }
}
