package org.shouwen.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A docx as LibreOffice prints it; the PDF stays under {@code target/papers} to be looked at. */
public final class Printed {
    private Printed() {}

    public static boolean there(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(d -> Files.isExecutable(Path.of(d, program)));
    }

    /** The text of each page, without blanks. */
    public static List<String> pages(byte[] docx, Path dir, String name) throws IOException, InterruptedException {
        Path paper = Files.write(dir.resolve(name + ".docx"), docx);
        run(
                "soffice",
                "-env:UserInstallation=" + dir.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                dir.toString(),
                paper.toString());
        Path pdf = dir.resolve(name + ".pdf");
        Path text = dir.resolve(name + ".txt");
        run("pdftotext", "-layout", pdf.toString(), text.toString());
        Path seen = Files.createDirectories(Path.of("target", "papers"));
        Files.copy(pdf, seen.resolve(name + ".pdf"), StandardCopyOption.REPLACE_EXISTING);
        return Stream.of(Files.readString(text).split("\f"))
                .map(p -> p.replace(" ", ""))
                .filter(p -> !p.isBlank())
                .toList();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(command[0]).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
