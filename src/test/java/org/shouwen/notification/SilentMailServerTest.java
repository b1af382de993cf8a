package org.shouwen.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.peers.StallingProxy;

/** A mail server (SMTP) that accepts and never answers, from the first word or after the mail itself: tried again, and told so. */
class SilentMailServerTest {
    private static final Tried NO_ANSWER = new Tried(false, true, "NO_ANSWER");
    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    private final UUID id = UUID.randomUUID();
    private StallingProxy between;

    @BeforeEach
    void start() throws IOException {
        server.start();
        between = new StallingProxy(server.getSmtp().getPort());
    }

    @AfterEach
    void stop() throws IOException {
        between.close();
        server.stop();
    }

    private Tried sent() {
        MailGateway gateway = new MailGateway("127.0.0.1", between.port(), "none", "", "", "hotline@city.invalid", 400);
        long from = System.nanoTime();
        Tried tried = gateway.send(id, "wang@example.invalid", "答复", "周一九点");
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(5));
        return tried;
    }

    @Test
    void one_that_never_greets_is_tried_again() throws IOException {
        between.silent();
        assertThat(sent()).isEqualTo(NO_ANSWER);
        between.speaks();
        assertThat(sent().carried()).isTrue();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void one_that_never_answers_what_it_was_sent_is_tried_again_under_the_same_id() throws Exception {
        between.silentAfter("354 ");
        assertThat(sent()).isEqualTo(NO_ANSWER);
        between.speaks();
        assertThat(sent().carried()).isTrue();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getHeader("Message-ID")[0]).contains(id.toString());
    }
}
