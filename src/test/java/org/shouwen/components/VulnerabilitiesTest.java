package org.shouwen.components;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What the product is made of, held against advisories in the form that OSV publishes them. */
class VulnerabilitiesTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** As published for CVE-2024-25710, shortened. */
    private static final String COMPRESS = """
            {"id": "GHSA-4g9r-vxhx-9pgx", "summary": "Infinite loop for a corrupted DUMP file", "affected": [{
              "package": {"ecosystem": "Maven", "name": "org.apache.commons:commons-compress"},
              "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "1.3"}, {"fixed": "1.26.0"}]}]}]}
            """;

    @TempDir
    Path folder;

    private Advisories.Found about(Part part, String... advisories) throws IOException {
        Path zip = folder.resolve("all.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 0; i < advisories.length; i++) {
                out.putNextEntry(new ZipEntry(i + ".json"));
                out.write(advisories[i].getBytes(StandardCharsets.UTF_8));
            }
        }
        return Advisories.about(List.of(part), List.of(zip), JSON);
    }

    @ParameterizedTest
    @CsvSource({"1.2, 0", "1.3, 1", "1.25.0, 1", "1.26.0, 0", "1.28.0, 0", "1.26.0-RC1, 1"})
    void a_version_is_within_a_range_or_not(String version, int hits) throws IOException {
        Advisories.Found found = about(new Part("Maven", "org.apache.commons:commons-compress", version), COMPRESS);
        assertThat(found.read()).isEqualTo(1);
        assertThat(found.hits()).hasSize(hits);
        assertThat(about(new Part("Maven", "org.apache.commons:commons-csv", version), COMPRESS)
                        .hits())
                .isEmpty();
        assertThat(about(new Part("npm", "org.apache.commons:commons-compress", version), COMPRESS)
                        .hits())
                .isEmpty();
    }

    @Test
    void listed_versions_last_affected_ones_and_withdrawn_advisories() throws IOException {
        Part part = new Part("npm", "@tabler/core", "1.4.0");
        String of =
                "{\"id\": \"X\", %s \"affected\": [{\"package\": {\"ecosystem\": \"npm\", \"name\": \"@tabler/core\"}, %s}]}";
        String listed = "\"versions\": [\"1.3.0\", \"1.4.0\"]";
        String until =
                "\"ranges\": [{\"type\": \"SEMVER\", \"events\": [{\"introduced\": \"0\"}, {\"last_affected\": \"%s\"}]}]";
        assertThat(about(part, of.formatted("", listed)).hits()).hasSize(1);
        assertThat(about(part, of.formatted("\"withdrawn\": \"2025-01-01T00:00:00Z\",", listed))
                        .hits())
                .isEmpty();
        assertThat(about(part, of.formatted("", until.formatted("1.4.0"))).hits())
                .hasSize(1);
        assertThat(about(part, of.formatted("", until.formatted("1.3.9"))).hits())
                .isEmpty();
        assertThat(about(part, "{\"id\": \"no advisory\"}").read()).isZero();
    }

    @Test
    void the_bill_of_this_very_build_names_what_is_in_it() throws IOException {
        List<Part> parts = BillOfMaterials.parts(JSON);
        assertThat(parts).anyMatch(p -> p.name().equals("org.springframework:spring-core"));
        assertThat(parts).anyMatch(p -> p.equals(new Part("npm", "@tabler/core", "1.4.0")));
        assertThat(parts).anyMatch(p -> p.ecosystem().equals("npm") && p.name().equals("htmx.org"));
        assertThat(parts).anyMatch(p -> p.ecosystem().equals("npm") && p.name().equals("echarts"));
        assertThat(parts).noneMatch(p -> p.name().contains("playwright"));
    }

    @Test
    void the_command_says_what_it_found_and_does_not_take_silence_for_good_news() throws IOException {
        VulnerabilitiesCommand command = new VulnerabilitiesCommand();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertThat(command.run(List.of(), out, out)).isEqualTo(2);
        assertThat(command.run(List.of(folder.toString()), out, out)).isEqualTo(2);
        Files.writeString(folder.resolve("compress.json"), COMPRESS);
        assertThat(command.run(List.of(folder.toString()), out, out)).isZero();
        Files.writeString(
                folder.resolve("spring.json"),
                COMPRESS.replace("org.apache.commons:commons-compress", "org.springframework:spring-core")
                        .replace("1.26.0", "999"));
        assertThat(command.run(List.of(folder.toString()), out, out)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("GHSA-4g9r-vxhx-9pgx  org.springframework:spring-core")
                .contains("2 条公告 advisories, 1 处命中 hits");
    }
}
