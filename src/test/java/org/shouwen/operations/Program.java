package org.shouwen.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Programs of the machine that tests ask, where they are installed. */
final class Program {
    private Program() {}

    /** @param words what it wrote, to either output */
    record Outcome(int status, String words) {}

    static boolean installed(String name) {
        return Stream.of("/usr/bin", "/usr/sbin", "/bin", "/sbin").anyMatch(d -> Files.isExecutable(Path.of(d, name)));
    }

    static Outcome run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
        Process process = builder.start();
        process.getOutputStream().close();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), words);
    }
}
