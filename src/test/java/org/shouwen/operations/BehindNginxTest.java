package org.shouwen.operations;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration that the page prints, read and obeyed by a real nginx; only ports and the certificate are others. */
class BehindNginxTest {
    private static final Path PAGE = Path.of("docs/operations/behind-nginx.md");
    private static final Pattern BLOCK = Pattern.compile("```nginx\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private int plain;
    private int tls;
    private Path configuration = Path.of("");

    @BeforeEach
    void configure() throws Exception {
        assumeTrue(Program.installed("nginx"), "nginx is not installed");
        assumeTrue(Program.installed("openssl"), "openssl is not installed");
        plain = freePort();
        tls = freePort();
    }

    private void write(int behind) throws Exception {
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        assertThat(block.find()).as("a configuration in " + PAGE).isTrue();
        Path key = folder.resolve("key.pem");
        Path certificate = folder.resolve("certificate.pem");
        var made = Program.run(
                Map.of(),
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-keyout",
                key.toString(),
                "-out",
                certificate.toString());
        assertThat(made.status()).as(made.words()).isZero();
        String servers = block.group(1)
                .replaceAll("(?m)^.*listen \\[::\\].*\n", "")
                .replace("listen 80;", "listen 127.0.0.1:" + plain + ";")
                .replace("listen 443 ssl;", "listen 127.0.0.1:" + tls + " ssl;")
                .replace("/etc/nginx/tls/shouwen.crt", certificate.toString())
                .replace("/etc/nginx/tls/shouwen.key", key.toString())
                .replace("127.0.0.1:8890", "127.0.0.1:" + behind);
        configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, """
            pid %1$s/nginx.pid;
            error_log stderr;
            worker_processes 1;
            daemon off;
            events { }
            http {
            access_log off;
            client_body_temp_path %1$s/body;
            proxy_temp_path %1$s/proxy;
            fastcgi_temp_path %1$s/fastcgi;
            uwsgi_temp_path %1$s/uwsgi;
            scgi_temp_path %1$s/scgi;
            %2$s
            }
            """.formatted(folder, servers));
    }

    @Test
    void nginx_accepts_it_without_a_warning() throws Exception {
        write(freePort());
        var tested = Program.run(Map.of(), "nginx", "-t", "-c", configuration.toString(), "-p", folder.toString());
        assertThat(tested.status()).as(tested.words()).isZero();
        assertThat(tested.words()).contains("syntax is ok").doesNotContain("[warn]", "[emerg]");
    }

    @Test
    void a_forged_address_is_dropped_figures_are_refused_and_plain_HTTP_is_sent_to_TLS() throws Exception {
        HttpServer behind = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        behind.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            byte[] said = (headers.get("X-Forwarded-For") + " " + headers.get("X-Forwarded-Proto"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Retry-After", "3");
            exchange.sendResponseHeaders(503, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        behind.start();
        write(behind.getAddress().getPort());
        Process nginx = new ProcessBuilder("nginx", "-c", configuration.toString(), "-p", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            awaitListening(nginx);
            HttpResponse<String> page = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + plain + "/track?a=1"))
                            .build(),
                    ofString());
            assertThat(page.statusCode()).isEqualTo(301);
            assertThat(page.headers().firstValue("Location")).hasValue("https://12345.example.gov.cn/track?a=1");
            var forged = curl("/", "-H", "X-Forwarded-For: 6.6.6.6", "-i");
            assertThat(forged.words())
                    .contains("503", "[127.0.0.1] [https]")
                    .containsIgnoringCase("Retry-After: 3")
                    .doesNotContain("6.6.6.6");
            assertThat(curl("/metrics", "-i").words()).contains("403 Forbidden");
        } finally {
            nginx.destroy();
            nginx.waitFor();
            behind.stop(0);
        }
    }

    /** TLS with a certificate of the test's own, trusted by nobody else. */
    private Program.Outcome curl(String path, String... more) throws Exception {
        assumeTrue(Program.installed("curl"), "curl is not installed");
        String[] command = new String[more.length + 5];
        command[0] = "curl";
        command[1] = "-sS";
        command[2] = "--cacert";
        command[3] = folder.resolve("certificate.pem").toString();
        System.arraycopy(more, 0, command, 4, more.length);
        command[more.length + 4] = "https://localhost:" + tls + path;
        return Program.run(Map.of(), command);
    }

    private void awaitListening(Process nginx) throws Exception {
        long end = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < end && nginx.isAlive()) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), tls)) {
                return;
            } catch (IOException e) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError(Files.readString(folder.resolve("nginx.log")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
