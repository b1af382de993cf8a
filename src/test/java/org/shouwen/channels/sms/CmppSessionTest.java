package org.shouwen.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** One connection: so many wait for answers as the window allows, and nothing waits when it ends. */
class CmppSessionTest {
    @Test
    void no_more_wait_for_their_answers_than_the_window_allows() throws Exception {
        try (CmppGateway gateway = new CmppGateway();
                CmppSession session = new CmppSession("127.0.0.1", gateway.port(), 1000, 3, _ -> new byte[9])) {
            List<CmppFrame> open = new CopyOnWriteArrayList<>();
            gateway.taking = f -> {
                open.add(f);
                return null;
            };
            session.ask(CmppFrame.CONNECT, new byte[27], 1000).join();
            List<CompletableFuture<byte[]>> asked = new ArrayList<>();
            for (int i = 0; i < 3; i++) asked.add(session.ask(CmppFrame.SUBMIT, new byte[10], 1000));
            assertThatThrownBy(() -> session.ask(CmppFrame.SUBMIT, new byte[10], 50))
                    .isInstanceOf(TimeoutException.class);
            Awaitility.await().until(() -> open.size() == 3);
            gateway.sends(CmppGateway.answer(open.get(1), 2, 0)); // the second first
            assertThat(asked.get(1).join()).hasSize(9);
            assertThat(asked.getFirst()).isNotDone();
            asked.add(session.ask(CmppFrame.SUBMIT, new byte[10], 1000));
            Awaitility.await().until(() -> open.size() == 4);
        }
    }

    @Test
    void whoever_waits_is_told_when_the_connection_ends() throws Exception {
        try (CmppGateway gateway = new CmppGateway();
                CmppSession session = new CmppSession("127.0.0.1", gateway.port(), 1000, 3, _ -> new byte[9])) {
            gateway.taking = _ -> null;
            session.ask(CmppFrame.CONNECT, new byte[27], 1000).join();
            CompletableFuture<byte[]> asked = session.ask(CmppFrame.SUBMIT, new byte[10], 1000);
            gateway.links.getLast().close();
            assertThat(asked.join()).isEmpty();
            Awaitility.await().until(() -> !session.isOpen());
        }
    }
}
