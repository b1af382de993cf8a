package org.shouwen.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Besides what a kill does: one sentence says what to do, whoever runs it, and a session outlives a restart. */
class ProcessTest extends KilledProcesses {
    @Test
    @Order(2)
    void started_twice_the_second_says_who_has_the_folder() throws Exception {
        Process second = start(home, freePort());
        assertThat(second.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(output(second)).contains("already runs on this folder").contains("localhost:" + port);
    }

    @Test
    @Order(7)
    void a_port_that_is_taken_is_said_in_one_sentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Process app = start(home, taken.getLocalPort());
            assertThat(app.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(app.exitValue()).isEqualTo(1);
            assertThat(output(app)).contains("is taken by another program").doesNotContain("Exception");
        }
    }

    @Test
    @Order(8)
    void a_stale_pid_file_of_a_stranger_is_in_nobodys_way() throws Exception {
        Files.writeString(
                home.resolve("postgres/data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n/elsewhere\n0\n1\n\n127.0.0.1\n0\nready\n");
        awaitUp(start(home, port));
        assertThat(post(1)).hasSize(1);
    }

    @Test
    @Order(9)
    void a_session_outlives_a_restart() throws Exception {
        running().destroy();
        running().waitFor(60, TimeUnit.SECONDS);
        Process made = launch(home, port, asWhom(), "account", "create", "night-desk", "DISPATCHER");
        assertThat(made.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        String password = output(made).lines().toList().getLast().strip();
        awaitUp(start(home, port));

        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        String csrf =
                open(browser, "/sign-in").body().replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        browser.send(
                HttpRequest.newBuilder(uri("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "username=night-desk&password=" + password + "&_csrf=" + csrf))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(open(browser, "/desk/dispatch").uri().getPath())
                .as("a first password opens one page only")
                .isEqualTo("/password");
        running().destroyForcibly().waitFor();
        awaitUp(start(home, port));
        assertThat(open(browser, "/home").uri().getPath()).as("still signed in").isEqualTo("/password");
    }
}
