package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API's description generates TypeScript types that compile, where npm and its two packages can be reached (decision 51). */
class GeneratedTypesTest {
    @TempDir
    Path folder;

    @Test
    void types_for_typescript_are_generated_and_compile_where_npm_can_be_reached() throws Exception {
        Path at = Files.createDirectories(Path.of("target/openapi-typescript").toAbsolutePath());
        JsonNode pinned = JsonMapper.builder()
                .build()
                .readTree(Files.readString(Path.of("src/api/package.json")))
                .path("devDependencies");
        OtherProcess.Ran npm;
        try {
            npm = OtherProcess.run(
                    at,
                    120,
                    List.of(
                            "npm",
                            "install",
                            "--no-save",
                            "--prefer-offline",
                            "--ignore-scripts",
                            "--no-audit",
                            "--no-fund",
                            "--fetch-retries=0",
                            "--fetch-timeout=15000",
                            "openapi-typescript@"
                                    + pinned.path("openapi-typescript").asString(),
                            "typescript@" + pinned.path("typescript").asString()));
        } catch (IOException e) {
            npm = new OtherProcess.Ran(-1, "npm is not installed: " + e.getMessage());
        }
        assumeThat(npm.code())
                .as("npm could not bring openapi-typescript and typescript: " + npm.said())
                .isZero();
        Path types = folder.resolve("shouwen.d.ts");
        String bin = at.resolve("node_modules/.bin").toString();
        OtherProcess.Ran made = OtherProcess.run(
                at,
                120,
                List.of(
                        bin + "/openapi-typescript",
                        GeneratedClientsTest.DESCRIPTION.toAbsolutePath().toString(),
                        "-o",
                        types.toString()));
        assertThat(made.code()).as(made.said()).isZero();
        for (String id : GeneratedClientsTest.operations())
            assertThat(Files.readString(types)).contains(id);
        OtherProcess.Ran checked =
                OtherProcess.run(at, 120, List.of(bin + "/tsc", "--noEmit", "--strict", types.toString()));
        assertThat(checked.code()).as(checked.said()).isZero();
    }
}
