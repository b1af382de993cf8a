package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./shouwen} brings its JDK from a vendor's signed repository: on a throw-away copy of this very machine (an overlay
 * in a mount namespace of its own) without any JDK, by the real apt and gpg.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BroughtJdkTest {
    private static final String LEFT = "ls /etc/apt/sources.list.d /usr/share/keyrings | grep -c shouwen-jdk || true";

    @TempDir
    static Path folder;

    private VendorRepository vendor;

    @BeforeAll
    void aVendor() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root installs packages");
        for (String program : new String[] {"apt-ftparchive", "gpg", "dpkg-deb", "unshare", "setpriv"})
            assumeTrue(Program.installed(program), program + " is not installed");
        assumeTrue(throwAway("true").status() == 0, "no overlay can be mounted here");
        String suite = Program.run(Map.of(), "sh", "-c", ". /etc/os-release; printf %s \"$VERSION_CODENAME\"")
                .words();
        vendor = new VendorRepository(Files.createDirectories(folder.resolve("repository")), suite);
    }

    @AfterAll
    void end() {
        if (vendor != null) vendor.close();
    }

    /** Runs a line in a copy of this machine that has no JDK and is gone afterwards. */
    private Program.Outcome throwAway(String line) throws Exception {
        Path at = Files.createTempDirectory(folder, "machine");
        return Program.run(
                Map.of("AT", at.toString(), "LINE", line),
                "unshare",
                "--mount",
                "--propagation",
                "private",
                "bash",
                "-euc",
                """
                mount -t tmpfs tmpfs "$AT"
                mkdir "$AT"/{upper,work,root}
                mount -t overlay overlay -o lowerdir=/,upperdir="$AT/upper",workdir="$AT/work" "$AT/root"
                mount --bind /proc "$AT/root/proc"
                mount --bind /dev "$AT/root/dev"
                rm -rf "$AT"/root/usr/lib/jvm "$AT"/root/opt/jdk* "$AT"/root/opt/java
                if [[ -f $AT/../jdk.env ]]; then
                  mkdir -p "$AT/root/etc/shouwen"
                  cp "$AT/../jdk.env" "$AT/root/etc/shouwen/jdk.env"
                fi
                exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/nowhere \
                  chroot "$AT/root" bash -c "cd '$PWD' && $LINE" </dev/null
                """);
    }

    private Program.Outcome jdk(String fingerprint, String more) throws Exception {
        Files.writeString(folder.resolve("jdk.env"), vendor.settings(fingerprint));
        return throwAway(more);
    }

    @Test
    void as_root_it_is_brought_from_the_signed_repository() throws Exception {
        var brought = jdk(vendor.fingerprint, "./shouwen jdk && dpkg-query -W temurin-25-jdk && ./shouwen jdk 2>&1");
        assertThat(brought.status()).as(brought.words()).isZero();
        assertThat(brought.words().lines().filter(VendorRepository.JDK::equals))
                .as("the second time it is simply there")
                .hasSize(2);
        assertThat(Path.of("/etc/apt/sources.list.d/shouwen-jdk.sources"))
                .as("this machine itself")
                .doesNotExist();
    }

    @Test
    void it_waits_for_another_apt_that_is_at_work() throws Exception {
        String noted = "apt-get() { echo \"called: $*\" >>/calls; command apt-get \"$@\"; }; export -f apt-get; ";
        var brought = jdk(vendor.fingerprint, noted + "./shouwen jdk && cat /calls");
        assertThat(brought.words().lines().filter(line -> line.startsWith("called: ")))
                .as(brought.words())
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(line -> assertThat(line).contains("-o DPkg::Lock::Timeout=300"));
    }

    @Test
    void a_key_with_another_fingerprint_is_refused_and_the_commands_are_printed() throws Exception {
        var refused = jdk("0".repeat(40), "./shouwen jdk; echo status $?; " + LEFT);
        assertThat(refused.words())
                .contains("is not the key with this fingerprint")
                .contains("apt-get install -y temurin-25-jdk")
                .endsWith("status 1\n0\n");
    }

    @Test
    void a_list_that_is_not_the_signed_one_is_refused_and_nothing_of_it_stays() throws Exception {
        String honest = Files.readString(vendor.packages());
        Files.writeString(vendor.packages(), honest.replace("stands for a JDK", "stands for an Imp"));
        try {
            var refused = jdk(vendor.fingerprint, "./shouwen jdk; echo status $?; " + LEFT);
            assertThat(refused.words()).contains("could not be brought").endsWith("status 1\n0\n");
        } finally {
            Files.writeString(vendor.packages(), honest);
        }
    }

    @Test
    void a_signature_of_somebody_else_is_refused() throws Exception {
        String honest = Files.readString(vendor.signed());
        Files.writeString(vendor.signed(), honest.replaceFirst("Components: main", "Components: main other"));
        try {
            var refused = jdk(vendor.fingerprint, "./shouwen jdk; echo status $?; " + LEFT);
            assertThat(refused.words())
                    .contains("could not be brought")
                    .containsPattern("BADSIG|is not signed|[Ss]ignature")
                    .endsWith("status 1\n0\n");
        } finally {
            Files.writeString(vendor.signed(), honest);
        }
    }

    @Test
    void a_package_that_was_changed_after_the_signing_is_not_installed() throws Exception {
        Path deb = folder.resolve("repository/pool/temurin-25-jdk_25.0.1_all.deb");
        byte[] honest = Files.readAllBytes(deb);
        byte[] changed = honest.clone();
        changed[changed.length - 1] ^= 1;
        Files.write(deb, changed);
        try {
            var refused = jdk(vendor.fingerprint, "./shouwen jdk; echo status $?; ls /usr/lib/jvm 2>&- | wc -l");
            assertThat(refused.words()).contains("could not be brought").endsWith("status 1\n0\n");
        } finally {
            Files.write(deb, honest);
        }
    }

    @Test
    void whoever_is_not_root_reads_the_exact_commands() throws Exception {
        var told = jdk(
                vendor.fingerprint,
                "setpriv --reuid 65534 --regid 65534 --clear-groups bash -c './shouwen jdk; echo status $?'");
        assertThat(told.words())
                .containsPattern("(?m)^sudo apt-get update && sudo apt-get install -y temurin-25-jdk$")
                .contains(vendor.fingerprint)
                .contains("Signed-By: /usr/share/keyrings/shouwen-jdk.asc")
                .endsWith("status 1\n");
    }
}
