package org.shouwen.channels.events;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A city that tells another system of all events. */
abstract class ToldCity {
    static final CurrentUser ADMIN = People.platform(Role.ADMIN);

    @LocalServerPort
    int port;

    @Autowired
    Receivers receivers;

    @Autowired
    EventsOut job;

    @Autowired
    ReceiverKeys keys;

    @Autowired
    ReceiverStore store;

    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    Endpoint endpoint;
    Receiver receiver;
    String secret;

    @BeforeEach
    void a_receiver_of_all_events() throws Exception {
        endpoint = new Endpoint();
        job.run();
        secret = receivers.add("省平台 " + UUID.randomUUID(), endpoint.address(), "*", "100", ADMIN);
        receiver = store.all().stream()
                .filter(r -> r.address().equals(endpoint.address()))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void remove() {
        endpoint.close();
        receivers.remove(receiver.id(), ADMIN);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(job::quiet);
    }

    void told() {
        job.run();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(job::quiet);
    }

    /**
     * A receiver asks who was erased since.
     *
     * @param since and, behind {@code &after=}, where the page before ended
     */
    HttpResponse<String> ask(Receiver who, String since, long at, String signature) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/events/v1/receivers/"
                                        + who.id() + "/erasures?since=" + since))
                                .header("webhook-id", "q1")
                                .header("webhook-timestamp", "" + at)
                                .header("webhook-signature", signature)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    Receiver.Shown shown(Receiver of) {
        return receivers.all().stream()
                .filter(r -> r.receiver().id().equals(of.id()))
                .findFirst()
                .orElseThrow();
    }
}
