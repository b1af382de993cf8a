package org.shouwen.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receipts as message centres write them, each in its own words. */
class ReceiptTest {
    private static DeliverSm said(String words) {
        DeliverSm sm = new DeliverSm();
        sm.setShortMessage(words.getBytes(StandardCharsets.ISO_8859_1));
        return sm;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id:8890 sub:001 dlvrd:001 submit date:2611281430 done date:2611281431 stat:DELIVRD err:000 text:x | 8890 | DELIVERED | 2026-11-28T06:31:00Z",
                "id:8890 sub:001 dlvrd:000 submit date:2611281430 done date:2611281431 stat:MK:0001 err:MK:0001 text: | 8890 | FAILED | 2026-11-28T06:31:00Z",
                "id:8890 sub:001 dlvrd:000 submit date:2611281430 done date:261128143105 stat:SKIPPED err:000 text: | 8890 | FAILED | 2026-11-28T06:31:05Z",
                "id:8890 sub:001 dlvrd:001 submit date:20261128143000 done date:20261128143105 stat:DELIVRD err:000 text: | 8890 | DELIVERED | 2026-11-28T06:31:05Z",
                "id:8890 sub:001 dlvrd:000 submit date:2611281430 done date: stat:EXPIRED err:000 text: | 8890 | FAILED | ",
                "id:8890 sub:001 dlvrd:000 submit date:2611281430 done date:0000000000 stat:EXPIRED err:000 text: | 8890 | FAILED | ",
                "id:00A1-b2 sub:1 dlvrd:1 submit date:2611281430 done date:2611281431 stat:delivrd err:000 Text:id:99 stat:UNDELIV | 00A1-b2 | DELIVERED | 2026-11-28T06:31:00Z",
                "id:8890 stat:ACCEPTED | 8890 | UNDERWAY | ",
                "id:2612345678 sub:001 dlvrd:001 submit date:2011281430 done date:2011281431 stat:DELIVRD | 2612345678 | DELIVERED | 2020-11-28T06:31:00Z"
            })
    void the_message_its_state_and_time_are_known_from_a_centres_own_words(
            String words, String id, DeliveryStatus status, Instant at) {
        Receipt read = Receipt.of(said(words));
        assertThat(read.id()).isEqualTo(id);
        assertThat(DeliveryStatus.of(read.word())).contains(status);
        assertThat(read.at()).isEqualTo(at);
    }

    @Test
    void the_standards_parameters_are_enough_and_name_the_message_surely() {
        DeliverSm sm = said("");
        sm.setOptionalParameters(
                new OptionalParameter.Receipted_message_id("22BA"), new OptionalParameter.Message_state((byte) 2));
        assertThat(Receipt.of(sm)).isEqualTo(new Receipt("22BA", "DELIVERED", null));
        sm.setShortMessage("id:8890 stat:MK:0001".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Receipt.of(sm)).isEqualTo(new Receipt("22BA", "MK:0001", null));
    }

    @Test
    void what_is_no_receipt_names_no_message() {
        assertThat(Receipt.of(said("停暖"))).isEqualTo(new Receipt("", "", null));
    }
}
