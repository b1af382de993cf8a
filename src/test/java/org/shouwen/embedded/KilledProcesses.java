package org.shouwen.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Real processes, really killed, as whoever runs them: what was acknowledged is there afterwards. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class KilledProcesses extends RealProcesses {
    @Test
    @Order(1)
    void the_embedded_database_is_durable() throws Exception {
        awaitUp(start(home, port));
        try (EmbeddedPostgres pg = EmbeddedPostgres.start(home, Map.of());
                var connection = DriverManager.getConnection(pg.jdbcUrl(), pg.user(), pg.password());
                var statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                try (var rs = statement.executeQuery("show " + setting)) {
                    rs.next();
                    assertThat(rs.getString(1)).as(setting).isEqualTo("on");
                }
            }
        }
        assertThat(Files.getPosixFilePermissions(home.resolve("keys/identity.key"))
                        .toString())
                .doesNotContain("OTHERS", "GROUP");
    }

    @Test
    @Order(3)
    void the_application_killed_leaves_an_orphan_that_is_adopted_and_nothing_is_lost() throws Exception {
        List<String> acknowledged = post(20);
        running().destroyForcibly().waitFor();
        assertThat(databases()).as("an orphan is there").isNotEmpty();
        awaitUp(start(home, port));
        assertThat(found(acknowledged)).isEqualTo(20);
    }

    @Test
    @Order(4)
    void the_database_killed_under_the_application_comes_back_with_the_next_start() throws Exception {
        List<String> acknowledged = post(20);
        for (ProcessHandle h : databases()) h.destroyForcibly();
        running().destroyForcibly().waitFor();
        awaitUp(start(home, port));
        assertThat(found(acknowledged)).isEqualTo(20);
    }

    @Test
    @Order(5)
    void the_database_killed_alone_is_started_again_while_pages_say_so() throws Exception {
        List<String> acknowledged = post(20);
        Process app = running();
        long killed = System.nanoTime();
        for (ProcessHandle h : databases()) h.destroyForcibly();
        List<HttpResponse<String>> meanwhile = new ArrayList<>();
        HttpResponse<String> answer;
        do {
            answer = send("kind=livelihood&content=正在打字");
            if (answer.statusCode() == 503) meanwhile.add(answer);
            else
                assertThat(answer.statusCode())
                        .as(answer.statusCode() == 500 ? output(app) : "")
                        .isNotEqualTo(500);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        } while (answer.statusCode() == 503
                || (meanwhile.isEmpty() && System.nanoTime() - killed < TimeUnit.SECONDS.toNanos(30)));
        System.err.printf(
                "embedded database: works again %d ms after it was killed%n",
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed));
        assertThat(answer.statusCode()).as("works again").isLessThan(500);
        assertThat(meanwhile).allSatisfy(r -> {
            assertThat(r.headers().firstValue("Retry-After")).isPresent();
            assertThat(r.body()).as("what was typed").contains("正在打字").contains("再次提交");
        });
        assertThat(found(acknowledged)).isEqualTo(20);
        assertThat(post(1)).hasSize(1);
        assertThat(output(app)).contains("runs again").doesNotContain("\tat ", "Exception");
    }

    /** A form of the portal, as a browser without the product's cookie sends it. */
    private HttpResponse<String> send(String form) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri("/ask/livelihood"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    @Order(6)
    void an_ordinary_stop_leaves_no_process_behind() throws Exception {
        Process app = running();
        app.destroy();
        assertThat(app.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(databases()).isEmpty();
    }
}
