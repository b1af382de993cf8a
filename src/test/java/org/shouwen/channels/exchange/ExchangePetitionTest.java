package org.shouwen.channels.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwen.regulation.Clause.A18_1;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.handover.Handover;
import org.shouwen.handover.Handovers;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Article 18: the petition office's own system gets what is handed to it, and its result answers the handover. */
@ShouwenTest
class ExchangePetitionTest extends ExchangeCity {
    private static final Identity KNOWN = Identity.of("郑某某", "13900001234", "振兴路12号3单元", null);

    @Autowired
    Handovers handovers;

    @Autowired
    VerificationProbe verification;

    @AfterEach
    void all_stands_as_the_journal_wrote_it() {
        assertThat(verification.findings()).isEmpty();
    }

    private Instant now() {
        return clock.instant();
    }

    @Test
    void the_petition_offices_result_answers_the_handover_and_its_return_comes_to_the_dispatcher() throws Exception {
        try (Peer office = connected("petition-office")) {
            String number = cases.aCase(KNOWN).dispatchedTo("heating").number();
            Handover h =
                    handovers.handOver(number, Handover.Kind.PETITION, A18_1, "市信访局", "历史遗留", 15, People.DISPATCHER);
            told();
            JsonNode m = office.of("handover").getFirst();
            assertThat(m.path("id").asString()).isEqualTo(h.number());
            assertThat(m.path("text").asString()).contains("历史遗留");

            office.send(port, "petition-office", "a1", message("return", h.number(), ",\"text\":\"材料不全\""), now());
            worked();
            assertThat(handovers.get(h.number(), People.DISPATCHER).answeredAt())
                    .as("still awaited")
                    .isNull();
            assertThat(ScreenClient.as(port, "dispatcher").get("/desk/exchange").body())
                    .contains("材料不全")
                    .contains("移交函 " + h.number());

            office.send(port, "petition-office", "a2", message("result", h.number(), ",\"text\":\"已约谈并达成协议\""), now());
            worked();
            Handover answered = handovers.get(h.number(), People.DISPATCHER);
            assertThat(answered.answer()).contains("达成协议");
            assertThat(answered.answeredAt()).isNotNull();
        } finally {
            java.nio.file.Files.deleteIfExists(home.resolve("exchange/petition-office.yaml"));
        }
    }
}
