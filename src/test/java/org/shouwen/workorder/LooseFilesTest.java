package org.shouwen.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.Case;
import org.shouwen.Cases;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.identity.Identity;
import org.shouwen.supervision.Supervision;
import org.shouwen.supervision.Supervisions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Article 21: files of an act that was refused, or that no act has named, do not stay. */
@ShouwenTest
class LooseFilesTest {
    private static final CurrentUser DESK =
            new CurrentUser(UUID.randomUUID(), "派单", "派单", null, null, Set.of(Role.DISPATCHER, Role.SUPERVISOR));
    private static final byte[] PDF = "%PDF-1.4\n%%EOF loose".getBytes(StandardCharsets.UTF_8);

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    WorkOrders orders;

    @Autowired
    Supervisions supervisions;

    @Autowired
    Papers papers;

    @Autowired
    LooseFiles loose;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Case registered() {
        return cases.aCase(AnAppeal.saying("路灯不亮").by(Identity.of("何其正", "13800008888", "", null)));
    }

    private String order() {
        return registered().dispatchedTo("heating").number();
    }

    @Test
    void the_file_of_a_refused_act_is_not_there() throws Exception {
        String number = order();
        ScreenClient unit = ScreenClient.as(port, "heating");
        assertThat(unit.upload("/orders/" + number + "/reports", Map.of("resolution", "已修"), "attached", "现场.pdf", PDF)
                        .statusCode())
                .as("parts are missing")
                .isBetween(400, 499);
        assertThat(papers.of(OrderFiles.subject(number))).isEmpty();
        Supervision s = supervisions.issue(number, Supervision.Level.FIRST, Supervision.How.PHONE, "请尽快办理", DESK);
        String answers = "/supervisions/" + s.number() + "/answers";
        assertThat(unit.upload(answers, Map.of("words", ""), "signed", "答复.pdf", PDF)
                        .statusCode())
                .isBetween(400, 499);
        assertThat(papers.of("supervision/" + s.number())).isEmpty();
        assertThat(unit.upload("/orders/" + number + "/attachments", Map.of(), "attached", "现场.pdf", PDF)
                        .statusCode())
                .as("what is not refused stays")
                .isEqualTo(302);
        assertThat(papers.of(OrderFiles.subject(number))).hasSize(1);
    }

    @Test
    void what_no_act_has_named_within_a_day_goes() throws Exception {
        String number = order();
        ApiClient api = ApiClient.of(port, accounts, "loose", Role.DISPATCHER, null);
        String path = "/api/v1/work-orders/" + number;
        UUID named = UUID.fromString(
                api.upload(path + "/papers", "a.pdf", PDF).ok().get("id").asString());
        UUID left = UUID.fromString(
                api.upload(path + "/papers", "b.pdf", PDF).ok().get("id").asString());
        api.post(path + "/attachments", "{\"papers\":[\"" + named + "\"]}").ok();
        clock.pass(Duration.ofHours(23));
        loose.run();
        assertThat(papers.find(OrderFiles.subject(number), left)).isPresent();
        clock.pass(Duration.ofHours(2));
        loose.run();
        assertThat(papers.find(OrderFiles.subject(number), left)).isEmpty();
        PaperRef kept = papers.find(OrderFiles.subject(number), named).orElseThrow();
        assertThat(papers.bytes(kept)).isEqualTo(PDF);
        assertThat(api.get(path + "/papers/" + left).status()).isEqualTo(404);
    }

    @Test
    void nothing_is_added_to_an_order_that_is_forgotten() throws Exception {
        String number = order();
        String under = registered().number();
        orders.act(under, new Command.Join(number), DESK, null).orThrow();
        Supervision open = supervisions.issue(number, Supervision.Level.FIRST, Supervision.How.PHONE, "请尽快办理", DESK);
        jdbc.sql("""
                        update workorder.matter set salt = '' where order_id in
                            (select id from workorder.work_order where number in (:numbers))
                        """).param("numbers", List.of(number, under)).update();
        ApiClient api = ApiClient.of(port, accounts, "loose-later", Role.DISPATCHER, null);
        assertThat(api.upload("/api/v1/work-orders/" + number + "/papers", "a.pdf", PDF)
                        .status())
                .isEqualTo(409);
        assertThat(papers.of(OrderFiles.subject(number))).isEmpty();
        assertThatThrownBy(() -> supervisions.answer(open.number(), "已向何其正说明", null, DESK))
                .hasMessageContaining("forgotten");
        assertThatThrownBy(() ->
                        supervisions.issue(number, Supervision.Level.FIRST, Supervision.How.PHONE, "何其正又来电", DESK))
                .hasMessageContaining("forgotten");
        assertThatThrownBy(() ->
                        orders.act(under, new Command.Note("何其正"), DESK, null).orThrow())
                .hasMessageContaining("forgotten");
    }
}
