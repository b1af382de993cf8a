package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A number that nothing has is a word at its field; the rest of the form stays as it was typed. */
@ShouwenTest
class TypedNumberTest {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "dispatcher,/handovers,A18_2",
        "heating-leader,/handovers,A19",
        "bureau,/breaches,A22_7",
        "supervisor,/supervisions/triggers,A16"
    })
    void the_form_comes_back_filled(String who, String path, String ground) throws Exception {
        HttpResponse<String> again = ScreenClient.as(port, who)
                .post(
                        path,
                        Map.of(
                                "order", "20261201-000999",
                                "ground", ground,
                                "unit", "heating",
                                "recipient", "市信访局二科",
                                "reason", "多年未决，已三次答复。",
                                "words", "多年未决，已三次答复。",
                                "workingDays", "9"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("没有编号为 20261201-000999 的工单", "value=\"20261201-000999\"", "多年未决，已三次答复。");
        if (path.equals("/handovers")) assertThat(again.body()).contains("value=\"市信访局二科\"", "value=\"9\"");
        if (ground.equals("A18_2")) assertThat(again.body()).contains("value=\"A18_2\" selected");
    }
}
