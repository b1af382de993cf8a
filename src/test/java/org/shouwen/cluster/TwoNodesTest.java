package org.shouwen.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.shouwen.embedded.EmbeddedPostgres;
import org.shouwen.embedded.RealProcesses;

/** Two nodes of the product on one database and one shared folder, as `./shouwen cluster try` has them on real engines. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTest extends RealProcesses {
    private static final Duration PATIENCE = Duration.ofSeconds(PATIENCE_SECONDS);
    private static final String PHOTO =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private EmbeddedPostgres database;

    @SuppressWarnings("NullAway.Init") // by the first test
    private Process one;

    @SuppressWarnings("NullAway.Init")
    private Process two;

    private int other;
    private Path second;

    @SuppressWarnings("NullAway.Init")
    private String number;

    @BeforeAll
    void database_keys_and_a_folder_that_both_mount() throws Exception {
        database = EmbeddedPostgres.start(folder.resolve("database"), Map.of());
        KeyProgram.in(folder);
        second = folder.resolve("second");
        other = freePort();
    }

    @AfterAll
    void stopDatabase() {
        started.forEach(Process::destroyForcibly);
        database.stop();
    }

    @Override
    protected Map<String, String> surroundings() {
        return Map.of(
                "SHOUWEN_DB_URL", database.jdbcUrl(),
                "SHOUWEN_DB_USER", database.user(),
                "SHOUWEN_DB_PASSWORD", database.password(),
                "SHOUWEN_KEYS_COMMAND", folder.resolve("key-of").toString(),
                "SHOUWEN_STORE", folder.resolve("shared").toString(),
                "SHOUWEN_SUGGESTIONS", "false",
                "SHOUWEN_STARTER", "basics");
    }

    private HttpResponse<byte[]> at(int node, String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + node + path))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private String page(int node, String path) throws Exception {
        return new String(at(node, path).body(), StandardCharsets.UTF_8);
    }

    private static String value(String page, String pattern) {
        Matcher m = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        assertThat(m.find()).as(pattern + " in " + page).isTrue();
        return m.group(1);
    }

    private long count(String sql) throws Exception {
        try (var c = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var rs = c.createStatement().executeQuery(sql)) {
            rs.next();
            return rs.getLong(1);
        }
    }

    @Test
    @Order(1)
    void both_start_at_the_same_moment_on_an_empty_database_and_one_of_them_lays_it_out() throws Exception {
        one = start(home, port);
        two = start(second, other);
        awaitUp(one);
        awaitReady(two);
        assertThat(output(one) + output(two)).containsOnlyOnce("第一次启动");
        assertThat(count("select count(*) from directory.matter_class")).isPositive();
    }

    private void awaitReady(Process node) {
        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(IOException.class).until(() -> {
            if (!node.isAlive()) throw new AssertionError("ended: " + output(node));
            return at(other, "/health/ready").statusCode() == 200;
        });
    }

    @Test
    @Order(2)
    void what_is_handed_in_at_one_node_is_read_at_the_other() throws Exception {
        String form = page(port, "/ask/livelihood");
        String body = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                + value(form, "name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n"
                + value(form, "name=\"key\"[^>]*value=\"([^\"]+)\"")
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"content\"\r\n\r\nlamp"
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.png\"\r\n\r\n";
        byte[] photo = Base64.getDecoder().decode(PHOTO);
        HttpResponse<String> sent = browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/ask/livelihood"))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.concat(
                                HttpRequest.BodyPublishers.ofString(body),
                                HttpRequest.BodyPublishers.ofByteArray(photo),
                                HttpRequest.BodyPublishers.ofString("\r\n--b--\r\n")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        number = value(sent.body(), "(\\d{8}-\\d{6})");
        String seen = page(other, "/lookup/" + number);
        String paper = value(seen, "(/lookup/" + number + "/papers/[0-9a-f-]{36})");
        assertThat(at(other, paper).body()).isEqualTo(at(port, paper).body()).isNotEmpty();
        assertThat(folder.resolve("shared/papers")).isNotEmptyDirectory();
        assertThat(home.resolve("papers")).doesNotExist();
    }

    @Test
    @Order(3)
    void work_that_recurs_is_done_once() throws Exception {
        assertThat(count("select count(*) - count(distinct task_name) from jobs.scheduled_tasks"))
                .isZero();
        await().atMost(PATIENCE).until(() -> count("select count(*) from history.entry where type = 'Drawn'") > 0);
        assertThat(count("select count(*) from history.entry where type = 'Drawn'"))
                .as("the day's sample")
                .isEqualTo(1);
    }

    @Test
    @Order(4)
    void a_session_outlives_the_node_that_it_began_on_and_killed_is_what_the_other_verifies() throws Exception {
        assertThat(page(port, "/lookup/" + number)).contains(number);
        one.destroyForcibly().waitFor();
        assertThat(page(other, "/lookup/" + number)).contains(number);
        assertThat(at(other, "/health/ready").statusCode()).isEqualTo(200);
        String said = verified(second);
        assertThat(said).contains("全部完好");
        one = start(home, port);
        awaitUp(one);
        assertThat(verified(home)).isEqualTo(said);
    }

    private String verified(Path at) throws Exception {
        Process verify = launch(at, freePort(), asWhom(), "verify");
        assertThat(verify.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return output(verify)
                .lines()
                .filter(l -> l.contains("全部完好") || l.contains("发现"))
                .reduce("", String::concat);
    }

    @Test
    @Order(5)
    void an_entry_taken_away_is_found_at_either_node_though_only_one_of_them_noted_it() throws Exception {
        await().atMost(PATIENCE).until(() -> !Files.exists(home.resolve("seals/witness.log")));
        try (var c = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var s = c.createStatement()) {
            s.execute("set session_replication_role = replica");
            assertThat(s.executeUpdate("delete from history.entry where type = 'Drawn'"))
                    .isEqualTo(1);
        }
        assertThat(verified(home)).contains("发现");
        assertThat(verified(second)).contains("发现");
    }
}
