package org.shouwen.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.cli.OfflineCommands;

/** What is brought is what was pinned, or it is not taken. */
class MeaningCommandTest {
    @TempDir
    Path home;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    @Test
    void a_folder_without_the_files_or_with_others_brings_nothing() throws Exception {
        MeaningFolder folder = MeaningFolder.under(home);
        Path other = Files.createDirectories(home.resolve("other"));
        assertThat(MeaningCommand.bring(folder, other.toString(), out, out)).isEqualTo(2);
        Files.writeString(other.resolve(ModelPart.all().getFirst().file()), "not it");
        assertThat(MeaningCommand.bring(folder, other.toString(), out, out)).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("没有找到", "校验值不符");
        assertThat(folder.whole()).isFalse();
        assertThat(folder.path().toFile().list()).as("nothing half is left").isEmpty();
    }

    @Test
    void a_repository_that_answers_something_else_brings_nothing() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] page = "<html>sign in</html>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            MeaningFolder folder = MeaningFolder.under(home);
            assertThat(MeaningCommand.bring(folder, address, out, out)).isEqualTo(2);
            assertThat(folder.whole()).isFalse();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void what_Maven_has_is_brought_whole_and_a_second_time_costs_nothing() throws Exception {
        BroughtModel.assumed();
        MeaningFolder folder = BroughtModel.into(home);
        assertThat(folder.whole()).isTrue();
        assertThat(MeaningCommand.bring(folder, home.resolve("gone").toString(), out, out))
                .as("nothing is asked for")
                .isZero();
    }

    @Test
    void the_command_is_found_and_says_how_it_is_called() throws Exception {
        var command = OfflineCommands.find("meaning bring").orElseThrow();
        assertThat(command.run(List.of("one", "two"), out, out)).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("meaning bring [FOLDER | URL]");
    }
}
