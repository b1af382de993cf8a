package org.shouwen.channels.sms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.jsmpp.bean.Alphabet;
import org.shouwen.jobs.Job;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Operators' gateways of both protocols, over which people's messages come as they do from a carrier. */
public final class OperatorDoors {
    private final CmppGateway cmpp;
    private final SmppCentre smpp;
    private final AtomicLong id = new AtomicLong(0x5000);

    public OperatorDoors() throws IOException {
        cmpp = new CmppGateway();
        smpp = new SmppCentre();
    }

    /** What the platform must know of them. */
    public void settings(DynamicPropertyRegistry registry) {
        registry.add("shouwen.cmpp.host", () -> "127.0.0.1");
        registry.add("shouwen.cmpp.port", cmpp::port);
        registry.add("shouwen.cmpp.source", () -> "901234");
        registry.add("shouwen.cmpp.secret", () -> "secret");
        smpp.settings(registry);
    }

    public void overCmpp(String words, List<Job> jobs) throws IOException {
        connected("sms-cmpp", jobs, () -> cmpp.links.stream().anyMatch(l -> !l.isClosed()));
        cmpp.brings(CmppGateway.message(
                id.incrementAndGet(),
                "13811118811",
                "10690012345",
                8,
                false,
                words.getBytes(StandardCharsets.UTF_16BE)));
    }

    public void overSmpp(String words, List<Job> jobs) throws Exception {
        connected("sms-smpp", jobs, () -> !smpp.sessions.isEmpty());
        smpp.deliver("13811118812", "10690012345", 0, Alphabet.ALPHA_UCS2, words.getBytes(StandardCharsets.UTF_16BE));
    }

    private static void connected(String job, List<Job> jobs, java.util.concurrent.Callable<Boolean> there) {
        Awaitility.await().until(() -> {
            jobs.stream().filter(j -> j.name().equals(job)).forEach(Job::run);
            return there.call();
        });
    }
}
