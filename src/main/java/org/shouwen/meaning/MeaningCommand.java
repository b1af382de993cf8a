package org.shouwen.meaning;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwen.cli.OfflineCommand;
import org.shouwen.peers.PeerHttp;

/**
 * {@code ./shouwen meaning bring [FOLDER | URL]}: brings the model into the home, from a Maven repository or a folder that
 * holds its files, each held against its SHA-256. A running product takes it up within a second or two.
 */
public final class MeaningCommand implements OfflineCommand {
    private static final Duration LONGEST = Duration.ofMinutes(20);

    @Override
    public String name() {
        return "meaning bring";
    }

    @Override
    public String arguments() {
        return "[FOLDER | URL]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException {
        if (arguments.size() <= 1)
            return bring(
                    MeaningFolder.under(Embedder.home()),
                    arguments.isEmpty() ? ModelPart.repository() : arguments.getFirst(),
                    out,
                    progress);
        progress.println("用法 Usage: ./shouwen " + name() + " " + arguments());
        return 2;
    }

    static int bring(MeaningFolder folder, String from, PrintStream out, PrintStream progress) throws IOException {
        Files.createDirectories(folder.path());
        for (ModelPart part : ModelPart.all()) {
            if (MeaningFolder.is(folder.file(part), part)) continue;
            progress.println(part.file() + " …");
            Path draft = folder.path().resolve(part.file() + ".part");
            try {
                if (!fetch(from, part, draft)) {
                    progress.println("没有找到 not found: " + part.file() + " ← " + from);
                    return 2;
                }
                if (!MeaningFolder.is(draft, part)) {
                    progress.println("内容与校验值不符，没有采用 its SHA-256 is another, not taken: " + part.file());
                    return 2;
                }
                Files.move(draft, folder.file(part), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        }
        out.println("语义模型已就位，运行中的首问随即启用。The model is there; a running product takes it up: " + folder.path());
        return 0;
    }

    private static boolean fetch(String from, ModelPart part, Path draft) throws IOException {
        if (from.startsWith("http://") || from.startsWith("https://")) return download(from, part, draft);
        Optional<Path> there = Stream.of(
                        Path.of(from).resolve(part.path()), Path.of(from).resolve(part.file()))
                .filter(Files::isRegularFile)
                .findFirst();
        if (there.isEmpty()) return false;
        Files.copy(there.get(), draft, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private static boolean download(String from, ModelPart part, Path draft) throws IOException {
        URI address = URI.create(from + (from.endsWith("/") ? "" : "/") + part.path());
        PeerHttp http = new PeerHttp(Duration.ofSeconds(20), LONGEST, part.size() + 1);
        try {
            HttpResponse<byte[]> answer =
                    http.ask(HttpRequest.newBuilder(address).build());
            if (answer.statusCode() != 200) return false;
            Files.write(draft, answer.body());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
