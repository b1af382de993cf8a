package org.shouwen.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A node of the product with a home of its own, on the cluster's database, store and keys. */
final class ProductNode extends Member {
    final int port;
    private final Map<String, String> settings;

    private ProductNode(String name, String version, int port, Map<String, String> settings, Path log) {
        super(name, java(version, "run"), settings, log);
        this.port = port;
        this.settings = settings;
    }

    /** @param version class path of the version that it runs at first */
    static ProductNode of(Ground ground, String name, String version, int port, Map<String, String> shared)
            throws IOException {
        Map<String, String> settings = new HashMap<>(shared);
        settings.put("SHOUWEN_HOME", ground.make(name).toString());
        settings.put("SHOUWEN_PORT", Integer.toString(port));
        return new ProductNode(name, version, port, settings, ground.log(name));
    }

    /** The class path of this version. */
    static String present() {
        return System.getProperty("java.class.path");
    }

    void becomesPresent() {
        becomes(java(present(), "run"));
    }

    private static List<String> java(String version, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Arrays.stream(version.split(File.pathSeparator))
                        .map(p -> Path.of(p).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator)),
                "org.shouwen.Shouwen"));
        command.addAll(List.of(words));
        return command;
    }

    boolean ready() {
        return Asking.status("http://127.0.0.1:" + port + "/health/ready") == 200;
    }

    String metrics() {
        return Asking.body("http://127.0.0.1:" + port + "/metrics");
    }

    /** What a command of the product says when it is run on this node. */
    String command(String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(java(present(), words)).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(k -> k.startsWith("SHOUWEN_"));
        builder.environment().putAll(settings);
        Process p = builder.start();
        String said = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        p.waitFor();
        return said;
    }

    /** A new token for the API. */
    String token(String name, String... roleAndUnit) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("token", name));
        words.addAll(List.of(roleAndUnit));
        String said = command(words.toArray(String[]::new));
        return said.lines()
                .filter(l -> l.startsWith("swt_"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(said));
    }
}
