package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A package repository as a vendor signs one, on loopback: a key of its own, and a package that looks like a JDK. */
final class VendorRepository implements AutoCloseable {
    static final String JDK = "/usr/lib/jvm/temurin-25-of-the-test";
    private final Path folder;
    private final Path keys;
    private final String suite;
    private final HttpServer server;
    final String fingerprint;

    /** @param suite the distribution's code name */
    VendorRepository(Path folder, String suite) throws Exception {
        this.folder = folder;
        this.keys = Files.createDirectories(folder.resolveSibling("keys-of-the-vendor"));
        this.suite = suite;
        shell("chmod 700 " + keys);
        Files.createDirectories(folder.resolve("pool"));
        gpg("--passphrase '' --quick-generate-key 'Vendor of the test <vendor@example.org>' ed25519 sign never");
        fingerprint = gpg("--with-colons --list-keys")
                .lines()
                .filter(l -> l.startsWith("fpr:"))
                .findFirst()
                .orElseThrow()
                .split(":")[9];
        gpg("--armor --export " + fingerprint + " > " + folder.resolve("key.asc"));
        jdk();
        sign();
        server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), folder, SimpleFileServer.OutputLevel.NONE);
        server.start();
    }

    private static String shell(String line) throws IOException, InterruptedException {
        var ran = Program.run(Map.of("LC_ALL", "C"), "bash", "-euc", line);
        assertThat(ran.status()).as(line + "\n" + ran.words()).isZero();
        return ran.words();
    }

    private String gpg(String words) throws IOException, InterruptedException {
        return shell("gpg --homedir " + keys + " --batch --quiet --yes --pinentry-mode loopback " + words);
    }

    private void jdk() throws Exception {
        Path root = folder.resolveSibling("package-of-the-test");
        Path bin = Files.createDirectories(root.resolve(JDK.substring(1)).resolve("bin"));
        for (String program : new String[] {"java", "javac"}) {
            Files.writeString(bin.resolve(program), "#!/bin/sh\necho 'openjdk version \"25.0.1\"' >&2\n");
            shell("chmod 755 " + bin.resolve(program));
        }
        Files.createDirectories(root.resolve("DEBIAN"));
        Files.writeString(root.resolve("DEBIAN/control"), """
            Package: temurin-25-jdk
            Version: 25.0.1
            Architecture: all
            Maintainer: Vendor of the test <vendor@example.org>
            Description: stands for a JDK
            """);
        shell("dpkg-deb --root-owner-group -b " + root + " " + folder.resolve("pool/temurin-25-jdk_25.0.1_all.deb"));
    }

    /** Lists what lies in the pool and signs the list, as a vendor does. */
    void sign() throws Exception {
        String architecture = shell("dpkg --print-architecture").strip();
        shell("""
            cd %s
            lists=dists/%s/main/binary-%s
            mkdir -p $lists
            apt-ftparchive packages pool > $lists/Packages
            apt-ftparchive -o APT::FTPArchive::Release::Suite=%2$s -o APT::FTPArchive::Release::Codename=%2$s \\
              -o APT::FTPArchive::Release::Components=main -o APT::FTPArchive::Release::Architectures=%3$s \\
              release dists/%2$s > Release.new
            mv Release.new dists/%2$s/Release
            """.formatted(folder, suite, architecture));
        Path release = folder.resolve("dists/" + suite + "/Release");
        gpg("--clearsign --output " + release.resolveSibling("InRelease") + " " + release);
        gpg("--armor --detach-sign --output " + release.resolveSibling("Release.gpg") + " " + release);
    }

    Path packages() throws Exception {
        return folder.resolve("dists/" + suite + "/main/binary-"
                + shell("dpkg --print-architecture").strip() + "/Packages");
    }

    Path signed() {
        return folder.resolve("dists/" + suite + "/InRelease");
    }

    /** What a city writes into {@code /etc/shouwen/jdk.env} to name this one. */
    String settings(String wantedFingerprint) {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return "JDK_REPOSITORY=%1$s%nJDK_KEY=%1$s/key.asc%nJDK_FINGERPRINT=%2$s%n"
                .formatted(address, wantedFingerprint);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
