package org.shouwen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing that an event says of a recording leads out of the place that a person entered. */
class RecordingPathTest {
    private static final String ROOT = "/var/spool/asterisk/monitor/";

    private static List<String> names(String told, String root) {
        return RecordingPath.of(told, root).map(RecordingPath::names).orElse(List.of());
    }

    @Test
    void a_reference_below_the_exchanges_folder_keeps_its_folders() {
        assertThat(names("/var/spool/asterisk/monitor/2026/11/x.wav", ROOT)).containsExactly("2026", "11", "x.wav");
        assertThat(names("https://pbx.example/rec/2026/x.wav", "https://pbx.example/rec"))
                .containsExactly("2026", "x.wav");
    }

    @Test
    void of_any_other_the_name_alone_counts() {
        assertThat(names("x.wav", ROOT)).containsExactly("x.wav");
        assertThat(names("/somewhere/else/x.wav", ROOT)).containsExactly("x.wav");
        assertThat(names("/var/spool/asterisk/monitor-2/x.wav", ROOT)).containsExactly("x.wav");
        assertThat(names("C:\\records\\x.wav", "")).containsExactly("x.wav");
        assertThat(names("https://elsewhere.example/x.wav", "https://pbx.example/rec"))
                .containsExactly("x.wav");
    }

    @Test
    void no_way_leads_up_or_out() {
        assertThat(names("/var/spool/asterisk/monitor/../../../etc/x.wav", ROOT))
                .containsExactly("x.wav");
        assertThat(names("/var/spool/asterisk/monitor/a\u0000b/x.wav", ROOT)).containsExactly("x.wav");
        assertThat(RecordingPath.of("/var/spool/..", "")).isEmpty();
        assertThat(RecordingPath.of("///", "")).isEmpty();
        assertThat(RecordingPath.of("x\u0000.wav", "")).isEmpty();
        assertThat(names("/var/spool/asterisk/monitor" + "/a".repeat(11) + "/x.wav", ROOT))
                .containsExactly("x.wav");
    }
}
