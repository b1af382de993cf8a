package org.shouwen.channels.telephone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.desk.RecordingPath;

/** A server of recordings that accepts and never answers holds nobody longer than the seconds that were set. */
class HttpRecordingsTest {
    @Test
    void a_server_that_never_answers_is_given_up() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            HttpRecordings source =
                    new HttpRecordings("http://127.0.0.1:" + silent.getLocalPort() + "/monitor/", "", "", 1);
            long from = System.nanoTime();
            assertThatThrownBy(() -> source.fetch(new RecordingPath(List.of("x.wav"))))
                    .isInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - from))
                    .isBetween(Duration.ofMillis(900), Duration.ofSeconds(8));
        }
    }

    @Test
    void without_an_address_it_is_off() {
        assertThat(new HttpRecordings(" ", "", "", 60).there()).isFalse();
    }
}
