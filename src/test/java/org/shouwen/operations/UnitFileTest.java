package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unit file that comes along: what it runs, how it ends, and how little of the machine it sees. */
class UnitFileTest {
    private static final Path UNIT = Path.of("docs/operations/shouwen.service");

    @TempDir
    Path folder;

    /** Section and name to values in order, as systemd reads them. */
    private static Map<String, List<String>> settings() throws IOException {
        Map<String, List<String>> settings = new TreeMap<>();
        String section = "";
        for (String line : Files.readAllLines(UNIT)) {
            if (line.isBlank() || line.startsWith("#")) continue;
            if (line.startsWith("[")) {
                section = line;
                continue;
            }
            int is = line.indexOf('=');
            assertThat(is).as(line).isPositive();
            settings.computeIfAbsent(section + line.substring(0, is), _ -> new ArrayList<>())
                    .add(line.substring(is + 1));
        }
        return settings;
    }

    @Test
    void it_runs_as_its_own_user_and_lets_the_product_end_its_database() throws Exception {
        assertThat(settings())
                .containsEntry("[Service]User", List.of("shouwen"))
                .containsEntry("[Service]ExecStart", List.of("/usr/bin/shouwen run"))
                .containsEntry("[Service]KillMode", List.of("mixed"))
                .containsEntry("[Service]SuccessExitStatus", List.of("143"))
                .containsEntry("[Service]OOMPolicy", List.of("continue"))
                .containsEntry("[Service]StateDirectory", List.of("shouwen"))
                .containsEntry("[Service]Environment", List.of("LANG=C.UTF-8 SHOUWEN_HOME=/var/lib/shouwen"))
                .doesNotContainKey("[Service]MemoryDenyWriteExecute");
    }

    @Test
    void systemd_accepts_it_without_a_warning() throws Exception {
        var verified = Program.run(Map.of(), "systemd-analyze", "verify", installed());
        assertThat(verified.status()).as(verified.words()).isZero();
        assertThat(verified.words()).as("other units may have warnings").doesNotContain("shouwen");
    }

    /** Tenths of systemd's scale from 0 (sees nothing) to 100 (sees everything); an unhardened unit has 96. */
    @Test
    void systemd_calls_it_well_shut_in() throws Exception {
        String unit = installed();
        String version = Program.run(Map.of(), "systemd-analyze", "--version").words();
        assumeTrue(
                Integer.parseInt(version.replaceAll("(?s)^systemd (\\d+).*", "$1")) >= 250,
                "systemd before 250 rates no unit that is not installed");
        var rated = Program.run(
                Map.of(), "systemd-analyze", "security", "--offline=true", "--threshold=20", "--no-pager", unit);
        assertThat(rated.status()).as(rated.words()).isZero();
    }

    /** The unit with a program in its place that every machine has. */
    private String installed() throws IOException {
        assumeTrue(Program.installed("systemd-analyze"), "systemd-analyze is not installed");
        Path unit = folder.resolve("shouwen.service");
        Files.writeString(unit, Files.readString(UNIT).replace("/usr/bin/shouwen", "/usr/bin/true"));
        return unit.toString();
    }
}
