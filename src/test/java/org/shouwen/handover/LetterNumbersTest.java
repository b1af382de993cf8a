package org.shouwen.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accountability.Accountability;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.regulation.Clause;
import org.shouwen.supervision.Supervision;
import org.shouwen.supervision.Supervisions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Article 21: a letter that leaves the house carries no number of a third person, and what the addressee needs. */
@ShouwenTest
class LetterNumbersTest {
    private static final CurrentUser DESK =
            new CurrentUser(UUID.randomUUID(), "d", "派单", null, null, Set.of(Role.DISPATCHER, Role.SUPERVISOR));
    private static final String WORDS =
            "邻居王建国（13904150077，身份证210603196802143415，微信wang_jg77）多次来电，热力表号31020088，辽FA1234停在井盖上，请拨12345核实";

    @Autowired
    Handovers handovers;

    @Autowired
    Supervisions supervisions;

    @Autowired
    Accountability accountability;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void neither_a_supervision_nor_a_handover_carries_a_third_persons_number() throws Exception {
        String order = jdbc.sql("select number from workorder.work_order where state = 'IN_HAND'"
                        + " and lead_unit = 'heating' limit 1")
                .query(String.class)
                .single();
        String supervision = supervisions
                .issue(order, Supervision.Level.FIRST, Supervision.How.PHONE, WORDS, DESK)
                .number();
        String petition = handovers
                .handOver(order, Handover.Kind.PETITION, Clause.A18_1, "市信访局", WORDS, 5, DESK)
                .number();
        ScreenClient desk = ScreenClient.as(port, "dispatcher");
        for (String letter : new String[] {"/supervisions/" + supervision, "/handovers/" + petition})
            assertThat(text(desk.bytes(letter + "/document")))
                    .as(letter)
                    .contains("王建国", "139****0077", "（身份证号）", "（账号）", "31020088", "辽FA1234", "12345")
                    .doesNotContain("13904150077", "210603196802143415", "wang_jg77");
    }

    @Test
    void a_referral_carries_none_in_what_was_written_at_any_step() throws Exception {
        String breach = accountability
                .open("heating", "受理员甲", Clause.A22_1, null, "推诿，来电 １３９ ０４１５ ００７７ 未登记", bureau("立案"))
                .number();
        accountability.hear(breach, "单位称已回拨0415-3169988和+8613904150077", bureau("听取"));
        accountability.find(breach, true, "向邻居（微信号wang_jg77）核实属实", "通报，抄送wjg@example.com", List.of(), bureau("认定"));
        assertThat(text(ScreenClient.as(port, "bureau").bytes("/breaches/" + breach + "/referral")))
                .contains("受理员甲", "推诿，来电", "单位称已回拨", "核实属实", "通报，抄送")
                .doesNotContain("０４１５", "00７７", "3169988", "04150077", "wang_jg77", "wjg@");
    }

    private static CurrentUser bureau(String name) {
        return new CurrentUser(UUID.randomUUID(), name, name, null, null, Set.of(Role.BUREAU));
    }

    private static String text(byte[] docx) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var part = parts.getNextEntry(); part != null; part = parts.getNextEntry())
                if (part.getName().equals("word/document.xml"))
                    text.append(new String(parts.readAllBytes(), StandardCharsets.UTF_8));
        }
        return text.toString().replaceAll("<[^>]+>", "");
    }
}
