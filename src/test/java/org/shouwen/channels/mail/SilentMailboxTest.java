package org.shouwen.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.ShouwenTest;
import org.shouwen.inbound.Inbox;
import org.shouwen.peers.StallingProxy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mailbox (IMAP) that accepts and never answers, or falls silent between its answers: told, and each mail is kept once. */
@ShouwenTest
@ExtendWith(OutputCaptureExtension.class)
class SilentMailboxTest {
    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort(),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort()
    });

    @Autowired
    Inbox inbox;

    @Autowired
    JdbcClient jdbc;

    private StallingProxy between;

    @BeforeEach
    void a_mail_waits() throws IOException {
        jdbc.sql("delete from inbound.received").update();
        server.start();
        server.setUser("hotline@city.invalid", "hotline", "secret");
        GreenMailUtil.sendTextEmail(
                "hotline@city.invalid",
                "wang@example.invalid",
                "lamp",
                "dark",
                server.getSmtp().getServerSetup());
        between = new StallingProxy(server.getImap().getPort());
    }

    @AfterEach
    void stop() throws IOException {
        between.close();
        server.stop();
    }

    private void looksInto() {
        Mailbox mailbox = new Mailbox(inbox, "127.0.0.1", between.port(), "none", "hotline", "secret", "INBOX", 400);
        long from = System.nanoTime();
        mailbox.run();
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(8));
    }

    private List<String> kept() {
        return jdbc.sql("select source from inbound.received")
                .query(String.class)
                .list();
    }

    private void comesWhenItSpeaks() throws Exception {
        between.speaks();
        looksInto();
        looksInto();
        assertThat(kept()).containsExactly("mail");
        assertThat(server.getReceivedMessages()[0].isSet(Flags.Flag.SEEN)).isTrue();
    }

    @Test
    void one_that_never_greets_is_left(CapturedOutput log) throws Exception {
        between.silent();
        looksInto();
        assertThat(log).contains("the mailbox can not be read now: it does not answer");
        assertThat(kept()).isEmpty();
        comesWhenItSpeaks();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOGIN", "SELECT", "* SEARCH", "BODY[]"})
    void one_that_falls_silent_after_an_answer_is_left(String after, CapturedOutput log) throws Exception {
        between.silentAfter(after);
        looksInto();
        // within a mail the library keeps no more of the reason
        assertThat(log).containsPattern("the mailbox can not be read now: it (does not answer|broke off)");
        comesWhenItSpeaks();
    }
}
