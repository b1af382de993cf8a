package org.shouwen.channels.events;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.shouwen.keys.WebhookSignature;
import org.shouwen.peers.PeerHttp;
import org.springframework.stereotype.Component;

/** Carries a batch over HTTP: one POST, signed; whatever takes longer than the limit has failed. */
@Component
class Webhooks {
    private static final String TYPE = "application/cloudevents-batch+json; charset=utf-8";
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final PeerHttp http = new PeerHttp(CONNECT, ANSWER, 0);

    private final ReceiverKeys keys;

    Webhooks(ReceiverKeys keys) {
        this.keys = keys;
    }

    /** @return empty when it was taken; else why not. */
    String send(Receiver to, OutgoingBatch batch, Instant now) throws InterruptedException {
        try {
            int status = http.tell(
                    WebhookSignature.post(to.address(), TYPE, keys.secret(to), batch.name(), batch.body(), now));
            return status / 100 == 2 ? "" : "HTTP " + status;
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }
}
