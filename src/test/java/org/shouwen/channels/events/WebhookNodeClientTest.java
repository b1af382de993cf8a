package org.shouwen.channels.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import tools.jackson.databind.json.JsonMapper;

/**
 * Libraries that others wrote take our webhooks: npm {@code standardwebhooks} the signature, {@code ajv} the events. It runs
 * where {@code SHOUWEN_NODE_MODULES} names a folder of Node packages that has them, and is passed over elsewhere.
 */
@ShouwenTest
class WebhookNodeClientTest extends ToldCity {
    @Test
    void libraries_of_other_people_verify_the_signature_and_find_every_event_as_the_schema_says() throws Exception {
        String modules = Objects.requireNonNullElse(System.getenv("SHOUWEN_NODE_MODULES"), "");
        assumeThat(modules)
                .as("npm packages standardwebhooks, ajv, ajv-formats")
                .isNotEmpty();
        assumeThat(Files.isDirectory(Path.of(modules, "standardwebhooks"))).isTrue();
        // the library holds the time against its own clock
        clock.set(Instant.ofEpochMilli(System.currentTimeMillis()));
        cases.aCase().dispatchedTo("heating").received();
        told();
        Endpoint.Got got = endpoint.got.getFirst();
        ProcessBuilder round = new ProcessBuilder(
                        "node",
                        Path.of("src/test/resources/webhook-client.js")
                                .toAbsolutePath()
                                .toString(),
                        Path.of("src/main/resources/events/v1.schema.json")
                                .toAbsolutePath()
                                .toString())
                .redirectErrorStream(true);
        round.environment().put("NODE_PATH", modules);
        Process node = round.start();
        try (var in = node.getOutputStream()) {
            in.write(JsonMapper.builder()
                    .build()
                    .writeValueAsBytes(Map.of(
                            "secret", secret,
                            "id", got.id(),
                            "timestamp", got.timestamp(),
                            "signature", got.signature(),
                            "body", new String(got.body(), StandardCharsets.UTF_8))));
        }
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue()).as(said).isZero();
        assertThat(said.strip()).isEqualTo("" + got.events().size());
    }
}
