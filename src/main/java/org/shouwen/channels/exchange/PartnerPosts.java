package org.shouwen.channels.exchange;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.shouwen.channels.exchange.OutgoingStore.Outgoing;
import org.shouwen.keys.WebhookSignature;
import org.shouwen.peers.PeerHttp;
import org.springframework.stereotype.Component;

/** Carries one message to a partner: one POST, signed; whatever takes longer than the limit has failed. */
@Component
class PartnerPosts {
    private static final String TYPE = "application/json; charset=utf-8";
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** The message is at fault, and will be the next time as well. */
    private static final Set<Integer> AT_FAULT = Set.of(400, 404, 409, 413, 415, 422);

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final PeerHttp http = new PeerHttp(CONNECT, ANSWER, 0);

    private final Partners partners;

    PartnerPosts(Partners partners) {
        this.partners = partners;
    }

    enum Kind {
        TAKEN,
        REFUSED,
        FAILED
    }

    /** @param error as the list shows it; empty when it was taken */
    record Answer(Kind kind, String error) {}

    Answer send(String code, Partner to, Outgoing message, Instant now) throws InterruptedException {
        if (!safe(to.address())) return new Answer(Kind.FAILED, "address");
        byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
        try {
            int status = http.tell(
                    WebhookSignature.post(to.address(), TYPE, partners.secret(code, to), message.name(), body, now));
            if (status / 100 == 2) return new Answer(Kind.TAKEN, "");
            return new Answer(AT_FAULT.contains(status) ? Kind.REFUSED : Kind.FAILED, "HTTP " + status);
        } catch (IOException e) {
            return new Answer(Kind.FAILED, e.getClass().getSimpleName());
        }
    }

    /** Over TLS; in the clear on this machine only: persons are told of in it. */
    private static boolean safe(String address) {
        try {
            URI uri = URI.create(address);
            return "https".equals(uri.getScheme())
                    || ("http".equals(uri.getScheme()) && LOOPBACK.contains(String.valueOf(uri.getHost())));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
