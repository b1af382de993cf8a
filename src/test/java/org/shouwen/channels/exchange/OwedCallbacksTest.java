package org.shouwen.channels.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.shouwen.Case;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.calendar.Limits;
import org.shouwen.callback.Callback;
import org.shouwen.callback.Callbacks;
import org.shouwen.callback.HandDraws;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Articles 2 and 14: what a person said when called back goes to the partner, as its file says by now. */
@ShouwenTest
class OwedCallbacksTest extends ExchangeCity {
    @Autowired
    Intake intake;

    @Autowired
    HandDraws draws;

    @Autowired
    Callbacks callbacks;

    @Test
    void what_the_person_said_when_called_back_goes_however_late_it_is() throws Exception {
        assertThat(peer.send(port, POLICE, "m1", handover(""), clock.instant()).body())
                .contains("taken");
        worked();
        String number = appeal().number();
        intake.decide(number, new Disposition.Ordered(null, null, null), null, People.AGENT, null)
                .orThrow();
        Case order = cases.of(number).dispatchedTo("heating");
        told();
        clock.pass(Duration.ofHours(1));
        order.received().reported().closed();
        told();
        assertThat(peer.of("result").stream().map(m -> m.path("number").asString()))
                .containsExactly(number);

        var day = clock.instant().atZone(Limits.ZONE).toLocalDate();
        draws.draw(day, day, null, 100, People.platform(Role.SUPERVISOR));
        clock.pass(Duration.ofDays(200));
        Callback c = callbacks.waiting(People.platform(Role.SUPERVISOR), null, 1000).items().stream()
                .filter(x -> x.orderNumber().equals(number))
                .findFirst()
                .orElseThrow();
        callbacks.answer(
                c.id(),
                new Callback.Answer(true, true, false, false, "还是不亮，请打13900001234"),
                People.platform(Role.SUPERVISOR));
        told();
        told();
        JsonNode said = peer.of("call-back").getFirst();
        assertThat(peer.of("call-back")).hasSize(1);
        assertThat(said.path("id").asString()).isEqualTo(id);
        assertThat(said.path("satisfied").asBoolean(true)).isFalse();
        assertThat(said.path("text").asString()).contains("还是不亮").doesNotContain("13900001234");
    }

    @Test
    void a_partners_file_is_read_once_for_each_edition_of_it() throws Exception {
        Partner before = partners.find(POLICE).orElseThrow();
        assertThat(partners.find(POLICE).orElseThrow()).isSameAs(before);
        Path file = home.resolve("exchange/" + POLICE + ".yaml");
        String text = Files.readString(file);
        Awaitility.await()
                .until(
                        () -> { // the disk's clock ticks in milliseconds
                            Files.writeString(file, text.replace("workingDays: 3", "workingDays: 4"));
                            return partners.find(POLICE).orElseThrow().workingDays() == 4;
                        });
        Files.delete(file);
        assertThat(partners.find(POLICE).orElseThrow().address()).isEmpty();
        for (String typed : List.of("..", "../x", "police-110\0", "", "no-such"))
            assertThat(partners.find(typed)).isEmpty();
    }
}
