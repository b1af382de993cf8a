package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package, from a stand-in for the product's jar: the same bytes twice, and installed into a clean root folder. */
class DebianPackageTest {
    private static final Path UNITS = Path.of("docs/operations");

    @TempDir
    Path folder;

    @BeforeEach
    void standIn() throws Exception {
        assumeTrue(Program.installed("dpkg-deb"), "dpkg-deb is not installed");
        StandInJar.app(folder);
    }

    private void jar(String name, Map<String, byte[]> files) throws IOException {
        StandInJar.jar(folder.resolve(name), files);
    }

    private Program.Outcome build(String to, String app) throws Exception {
        return Program.run(
                Map.of("SOURCE_DATE_EPOCH", "1795000000", "JAVA_HOME", System.getProperty("java.home")),
                "src/package/deb/build.sh",
                folder.resolve(app).toString(),
                folder.resolve(to).toString(),
                "0.1.0");
    }

    private Path built(String to) throws Exception {
        var made = build(to, "app");
        assertThat(made.status()).as(made.words()).isZero();
        return folder.resolve(to).resolve("shouwen_0.1.0_all.deb");
    }

    @Test
    void the_same_files_give_the_same_bytes() throws Exception {
        Path first = built("first");
        Files.setLastModifiedTime(folder.resolve("app/lib/part-1.jar"), FileTime.fromMillis(1));
        Files.setPosixFilePermissions(
                folder.resolve("app/lib/part-1.jar"), PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.mismatch(first, built("second")))
                .as("whatever the times and permissions of the files were")
                .isEqualTo(-1);
        jar("app/lib/part-1.jar", Map.of("part", new byte[] {2}));
        assertThat(Files.mismatch(first, built("third")))
                .as("another library, another package")
                .isNotNegative();
    }

    @Test
    void it_holds_the_product_its_unit_file_and_the_bill_of_materials_all_of_root() throws Exception {
        Path deb = built("out");
        Path root = folder.resolve("root");
        assertThat(Program.run(Map.of(), "dpkg-deb", "-x", deb.toString(), root.toString()))
                .isEqualTo(new Program.Outcome(0, ""));
        assertThat(root.resolve("usr/share/doc/shouwen/shouwen.cdx.json")).hasContent(StandInJar.PARTS);
        for (String unit : List.of("shouwen.service", "shouwen-backup.service", "shouwen-backup.timer"))
            assertThat(root.resolve("usr/lib/systemd/system").resolve(unit))
                    .hasSameTextualContentAs(UNITS.resolve(unit));
        WatchFiles.assertWhole(root.resolve("usr/share/doc/shouwen"));
        assertThat(root.resolve("usr/lib/shouwen/lib/part-1.jar")).exists();
        assertThat(Program.run(Map.of(), "dpkg-deb", "-c", deb.toString())
                        .words()
                        .lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("root/root"));
        assertThat(Program.run(Map.of(), "dpkg-deb", "-f", deb.toString(), "Depends")
                        .words())
                .contains("temurin-25-jre", "java25-runtime-headless");
        assertThat(Program.run(Map.of(), "dpkg-deb", "-f", deb.toString(), "Recommends")
                        .words())
                .contains("fonts-noto-cjk");
    }

    @Test
    void the_installed_command_starts_the_product_with_the_Java_that_it_finds() throws Exception {
        Path root = folder.resolve("root");
        Program.run(Map.of(), "dpkg-deb", "-x", built("out").toString(), root.toString());
        var ran = Program.run(
                Map.of("SHOUWEN_JAVA_HOME", System.getProperty("java.home"), "SHOUWEN_HOME", "/srv/data"),
                root.resolve("usr/bin/shouwen").toString(),
                "backup",
                "two words");
        assertThat(ran).isEqualTo(new Program.Outcome(0, "backup two words in /srv/data\n"));
    }

    @Test
    void a_command_of_a_timer_reads_the_settings_as_the_service_does_and_what_its_caller_set_stays() throws Exception {
        Path root = folder.resolve("root");
        Program.run(Map.of(), "dpkg-deb", "-x", built("out").toString(), root.toString());
        Path settings = Files.writeString(
                folder.resolve("settings"),
                "# of the city\nSHOUWEN_JAVA_HOME=%s\nSHOUWEN_HOME=/srv/first asked & answered #1\n"
                        .formatted(System.getProperty("java.home")));
        String shouwen = root.resolve("usr/bin/shouwen").toString();
        Map<String, String> timer = Map.of("SHOUWEN_SETTINGS", settings.toString(), "INVOCATION_ID", "0123");
        assertThat(Program.run(timer, "env", "-u", "SHOUWEN_HOME", shouwen, "backup"))
                .isEqualTo(new Program.Outcome(0, "backup in /srv/first asked & answered #1\n"));
        assertThat(Program.run(timer, "env", "SHOUWEN_HOME=/new", shouwen, "verify"))
                .isEqualTo(new Program.Outcome(0, "verify in /new\n"));
    }

    @Test
    void a_jar_without_its_bill_of_materials_is_refused() throws Exception {
        jar("bare/shouwen.jar", Map.of("part", new byte[] {1}));
        jar("bare/lib/part-1.jar", Map.of("part", new byte[] {1}));
        var refused = build("out", "bare");
        assertThat(refused.status()).isNotZero();
        assertThat(refused.words()).contains("no bill of materials");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void dpkg_installs_it_into_a_clean_root_folder_with_a_user_of_its_own_and_data_outlive_its_removal()
            throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root gives files to another user");
        assumeTrue(Program.installed("useradd"), "useradd is not installed");
        Path root = cleanRoot();
        var installed = dpkg(root, "--install", built("out").toString());
        assertThat(installed.status()).as(installed.words()).isZero();
        assertThat(root.resolve("etc/passwd")).content().containsPattern("shouwen:x:\\d+:\\d+:.*:/usr/sbin/nologin");
        Path data = root.resolve("var/lib/shouwen");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        assertThat(Files.getAttribute(data, "unix:uid")).isNotEqualTo(0);
        Path settings = root.resolve("etc/shouwen/shouwen.env");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings)))
                .isEqualTo("rw-r-----");
        assertThat(dpkg(root, "--verify", "shouwen")).isEqualTo(new Program.Outcome(0, ""));

        Files.writeString(data.resolve("kept"), "data");
        Files.writeString(settings, "SHOUWEN_PORT=9000\n");
        var again = dpkg(root, "--force-confold", "--install", built("out").toString());
        assertThat(again.status()).as(again.words()).isZero();
        assertThat(settings).as("what the city set stays").hasContent("SHOUWEN_PORT=9000");
        var purged = dpkg(root, "--purge", "shouwen");
        assertThat(purged.status()).as(purged.words()).isZero();
        assertThat(data.resolve("kept")).hasContent("data");
        assertThat(root.resolve("usr/bin/shouwen")).doesNotExist();
    }

    private Path cleanRoot() throws IOException {
        Path root = folder.resolve("clean");
        for (String part : List.of("var/lib/dpkg/info", "var/lib/dpkg/updates", "var/lib/dpkg/triggers", "etc"))
            Files.createDirectories(root.resolve(part));
        Files.createFile(root.resolve("var/lib/dpkg/status"));
        Files.writeString(root.resolve("etc/passwd"), "root:x:0:0::/root:/bin/sh\n");
        Files.writeString(root.resolve("etc/group"), "root:x:0:\n");
        Files.writeString(root.resolve("etc/shadow"), "root:*:1:0:99999:7:::\n");
        return root;
    }

    private Program.Outcome dpkg(Path root, String... words) throws Exception {
        String[] command = new String[words.length + 4];
        command[0] = "dpkg";
        command[1] = "--root=" + root;
        command[2] = "--force-script-chrootless";
        command[3] = "--force-depends";
        System.arraycopy(words, 0, command, 4, words.length);
        return Program.run(Map.of(), command);
    }
}
