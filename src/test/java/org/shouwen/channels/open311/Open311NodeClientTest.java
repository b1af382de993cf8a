package org.shouwen.channels.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client that others wrote (npm {@code open311} 0.0.12) does its whole round with us. It runs where
 * {@code SHOUWEN_NODE_MODULES} names a folder of Node packages that has it, and is passed over elsewhere.
 */
@ShouwenTest
class Open311NodeClientTest extends Open311City {
    @Test
    void a_client_of_other_people_discovers_posts_and_reads() throws Exception {
        String modules = Objects.requireNonNullElse(System.getenv("SHOUWEN_NODE_MODULES"), "");
        assumeThat(modules).as("npm packages open311, request, lodash").isNotEmpty();
        assumeThat(Files.isDirectory(Path.of(modules, "open311"))).isTrue();
        ProcessBuilder round = new ProcessBuilder(
                        "node",
                        Path.of("src/test/resources/open311-client.js")
                                .toAbsolutePath()
                                .toString(),
                        "http://localhost:" + port + "/api/open311/v2/discovery.json",
                        key)
                .redirectErrorStream(true);
        round.environment().put("NODE_PATH", modules);
        Process node = round.start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue()).as(said).isZero();
        JsonNode got = JsonMapper.builder()
                .build()
                .readTree(said.lines().reduce((_, last) -> last).orElse(""));
        String id = got.at("/posted/0/service_request_id").asString();
        assertThat(id).startsWith("SR");
        assertThat(got.at("/request/0/service_request_id").asString()).isEqualTo(id);
        assertThat(got.at("/list/0/status").asString()).isEqualTo("open");
        assertThat(got.at("/definition/attributes/0/code").asString()).isEqualTo("pole");
        assertThat(got.at("/batch/0/token").asString()).startsWith("TK");
    }
}
