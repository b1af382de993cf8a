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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The unit files that come along: what they run, how they end, and how little of the machine they see. */
class UnitFileTest {
    private static final Path UNITS = Path.of("docs/operations");

    @TempDir
    Path folder;

    /** Section and name to values in order, as systemd reads them. */
    private static Map<String, List<String>> settings(String unit) throws IOException {
        Map<String, List<String>> settings = new TreeMap<>();
        String section = "";
        for (String line : Files.readAllLines(UNITS.resolve(unit))) {
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
        assertThat(settings("shouwen.service"))
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
    void the_nightly_backup_runs_as_the_same_user_where_the_settings_may_name_any_folder() throws Exception {
        assertThat(settings("shouwen-backup.service"))
                .containsEntry("[Service]Type", List.of("oneshot"))
                .containsEntry("[Service]User", List.of("shouwen"))
                .containsEntry("[Service]ExecStart", List.of("/usr/bin/shouwen backup nightly"))
                .containsEntry("[Service]ProtectSystem", List.of("full"))
                .as("a killed drill left a city in the machine's own")
                .doesNotContainKey("[Service]PrivateTmp")
                .as("only who enables the timer has it run")
                .doesNotContainKey("[Install]WantedBy");
        assertThat(settings("shouwen-backup.timer"))
                .containsEntry("[Timer]Persistent", List.of("true"))
                .containsEntry("[Install]WantedBy", List.of("timers.target"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shouwen.service", "shouwen-backup.service", "shouwen-backup.timer"})
    void systemd_accepts_them_without_a_warning(String unit) throws Exception {
        installed("shouwen-backup.service");
        var verified = Program.run(Map.of(), "systemd-analyze", "verify", installed(unit));
        assertThat(verified.status()).as(verified.words()).isZero();
        assertThat(verified.words()).as("other units may have warnings").doesNotContain("shouwen");
    }

    /** Tenths of systemd's scale from 0 (sees nothing) to 100 (sees everything); an unhardened unit has 96. */
    @ParameterizedTest
    @ValueSource(strings = {"shouwen.service", "shouwen-backup.service"})
    void systemd_calls_them_well_shut_in(String name) throws Exception {
        String unit = installed(name);
        String version = Program.run(Map.of(), "systemd-analyze", "--version").words();
        assumeTrue(
                Integer.parseInt(version.replaceAll("(?s)^systemd (\\d+).*", "$1")) >= 250,
                "systemd before 250 rates no unit that is not installed");
        var rated = Program.run(
                Map.of(), "systemd-analyze", "security", "--offline=true", "--threshold=20", "--no-pager", unit);
        assertThat(rated.status()).as(rated.words()).isZero();
    }

    /** The unit with a program in its place that every machine has. */
    private String installed(String name) throws IOException {
        assumeTrue(Program.installed("systemd-analyze"), "systemd-analyze is not installed");
        Path unit = folder.resolve(name);
        Files.writeString(unit, Files.readString(UNITS.resolve(name)).replace("/usr/bin/shouwen", "/usr/bin/true"));
        return unit.toString();
    }
}
