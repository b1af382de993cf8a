package org.shouwen.channels.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** 110's system, which hands a matter over in a signed message. */
public final class ExchangeDoor110 {
    private ExchangeDoor110() {}

    /** @param home where the platform keeps its files */
    public static void bring(ApplicationContext platform, Path home, int port, String words, Instant now)
            throws Exception {
        Partners partners = platform.getBean(Partners.class);
        String code = ExchangeCity.POLICE;
        Path file = home.resolve("exchange/" + code + ".yaml");
        try (Peer there = new Peer(partners.shown(code, partners.find(code).orElseThrow()))) {
            Files.createDirectories(file.getParent());
            try (var shipped = Partner.class.getResourceAsStream("/exchange/" + code + ".yaml")) {
                Files.write(file, shipped.readAllBytes());
            }
            String body = """
                    {"version":1,"event":"handover","id":"D%s","at":"2026-11-23T09:30:00+08:00","kind":"求助",
                     "title":"群众求助","text":"%s"}
                    """.formatted(UUID.randomUUID(), words);
            var answer = there.send(port, code, "d-" + UUID.randomUUID(), body, now);
            assertThat(answer.body()).contains("\"taken\"");
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
