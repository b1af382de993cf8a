package org.shouwen.meaning;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a city keeps the model: {@code meaning} under its home. Nothing of it is in the product's jar. */
record MeaningFolder(Path path) {
    /** What runs in the model's process, copied there: its class path has nothing else of the product. */
    private static final List<Class<?>> PROGRAM = List.of(EmbedderMain.class, OnnxModel.class, WordPieces.class);

    static MeaningFolder under(Path home) {
        return new MeaningFolder(home.resolve("meaning"));
    }

    Path file(ModelPart part) {
        return path.resolve(part.file());
    }

    /** Says whether all parts are there, and when they came; empty where one is lacking. */
    String seen() {
        StringBuilder seen = new StringBuilder();
        for (ModelPart part : ModelPart.all()) {
            File file = file(part).toFile();
            if (file.length() != part.size()) return "";
            seen.append(file.lastModified()).append(' ');
        }
        return seen.toString();
    }

    /** Whether all parts are there and byte for byte what they should be. */
    boolean whole() throws IOException {
        for (ModelPart part : ModelPart.all()) if (!is(file(part), part)) return false;
        return true;
    }

    static boolean is(Path file, ModelPart part) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) == part.size()
                && sha256(file).equals(part.sha256());
    }

    private static String sha256(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lays the program down anew, and empties the folder into which the runtime unpacks its libraries. */
    void lay() throws IOException {
        clear(temporary());
        clear(program());
        Files.createDirectories(temporary());
        for (Class<?> each : PROGRAM) {
            String name = each.getName().replace('.', '/') + ".class";
            Path target = program().resolve(name);
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            try (InputStream bytes = each.getResourceAsStream("/" + name)) {
                Files.copy(Objects.requireNonNull(bytes, name), target);
            }
        }
    }

    /** Takes everything away. */
    void drop() throws IOException {
        clear(path);
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }

    private Path program() {
        return path.resolve("program");
    }

    private Path temporary() {
        return path.resolve("tmp");
    }

    Path log() {
        return path.resolve("embedder.log");
    }

    /** The Java that this runs on, with little memory of its own: the model's lies outside the heap. */
    List<String> command() {
        String classes = Stream.concat(
                        Stream.of(program()), ModelPart.all().stream().map(this::file))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+DisplayVMOutputToStderr",
                "-XX:ThreadPriorityPolicy=1",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms16m",
                "-Xmx112m",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=20",
                "-Djava.io.tmpdir=" + temporary(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes,
                EmbedderMain.class.getName());
    }
}
