package org.shouwen.handover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.Case;
import org.shouwen.Cases;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.notification.Outbox;
import org.shouwen.notification.SentMessage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Article 19: whoever waits for a matter is told that it was laid before a city leader, also those joined to it. */
@ShouwenTest
class HandoverToldTest {
    @Autowired
    Accounts accounts;

    @Autowired
    Cases cases;

    @Autowired
    Outbox outbox;

    @LocalServerPort
    int port;

    @Test
    void a_units_special_report_is_told_to_all_who_wait_for_the_matter() throws Exception {
        Case leading = cases.aCase().dispatchedTo("heating").received();
        String lead = leading.number();
        String joined = cases.aCase().joinedUnder(leading).number();
        ApiClient leader = ApiClient.of(port, accounts, "heating-special", Role.UNIT_LEADER, "heating");
        String body = "{\"order\":\"" + lead
                + "\",\"kind\":\"SPECIAL_REPORT\",\"ground\":\"A19\",\"recipient\":\"分管副市长\",\"reason\":\"需协调\",\"workingDays\":7}";
        String number =
                leader.post("/api/v1/handovers", body).ok().get("number").asString();
        ApiClient dispatcher = ApiClient.of(port, accounts, "desk-special", Role.DISPATCHER, null);
        dispatcher
                .post("/api/v1/handovers/" + number + "/answers", "{\"answer\":\"请住建局牵头\"}")
                .ok();
        for (String person : new String[] {lead, joined}) {
            assertThat(outbox.of(person).stream().map(SentMessage::moment).map(Enum::name))
                    .as(person)
                    .contains("REPORT_HANDED", "REPORT_ANSWERED");
            assertThat(outbox.of(person).toString()).doesNotContain("需协调", "请住建局牵头", "分管副市长");
        }
    }
}
