package org.shouwen.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Redmine from Debian's packages {@code redmine}, {@code redmine-sqlite} and {@code puma}, on a database of its own in a
 * folder that is removed afterwards: an issue for each text, server processes of four threads, asked with the
 * administrator's key.
 */
final class Redmine implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/share/redmine");

    private static final String FILL = """
        Setting.rest_api_enabled = '1'
        Setting.default_language = 'en'
        Redmine::DefaultData::Loader.load('en') unless Tracker.any?
        admin = User.find_by_login('admin')
        admin.update_columns(must_change_passwd: false, status: 1)
        project = Project.new(name: 'Hotline', identifier: 'hotline')
        project.trackers = Tracker.all
        project.enabled_module_names = ['issue_tracking']
        project.save!
        now = Time.now
        lines = File.readlines(ENV['TEXTS'], encoding: 'UTF-8').map(&:strip)
        lines.each_with_index.map { |text, i|
          {tracker_id: Tracker.first.id, project_id: project.id, subject: text[0, 10] + "S#{i}", description: text,
           status_id: IssueStatus.first.id, priority_id: IssuePriority.first.id, author_id: admin.id,
           created_on: now - i * 60, updated_on: now - i * 60, root_id: i + 1, lft: 1, rgt: 2, lock_version: 0,
           done_ratio: 0, is_private: false}
        }.each_slice(500) { |some| Issue.insert_all(some) }
        puts "KEY #{admin.api_key}"
        """;

    final int port;
    private final Path home;
    private final Process server;
    private final String key;

    private Redmine(Path home, int port, Process server, String key) {
        this.home = home;
        this.port = port;
        this.server = server;
        this.key = key;
    }

    /** @param processes of the server; with one it is puma as it starts by itself, and uses one processor */
    static Redmine with(List<String> texts, int processes) throws Exception {
        if (!Files.isDirectory(PROGRAM))
            throw new IOException("apt-get install redmine redmine-sqlite puma: " + PROGRAM + " is not there");
        Path home = Files.createTempDirectory("redmine-bench");
        Path file = Files.writeString(home.resolve("texts.txt"), String.join("\n", texts) + "\n");
        Path fill = Files.writeString(home.resolve("fill.rb"), FILL);
        byte[] secret = new byte[64];
        new Random().nextBytes(secret);
        Map<String, String> settings = Map.of(
                "RAILS_ENV", "production",
                "SECRET_KEY_BASE", HexFormat.of().formatHex(secret),
                "DATABASE_URL", "sqlite3:" + home.resolve("redmine.sqlite3"),
                "TEXTS", file.toString());
        run(home, settings, "bundle", "exec", "rake", "db:migrate");
        String key = run(home, settings, "bundle", "exec", "rails", "runner", fill.toString())
                .lines()
                .filter(l -> l.startsWith("KEY "))
                .findFirst()
                .orElseThrow()
                .substring(4);
        int port = Application.freePort();
        List<String> puma = new ArrayList<>(
                List.of("puma", "-e", "production", "-b", "tcp://127.0.0.1:" + port, "-t", "4:4", "config.ru"));
        if (processes > 1) puma.addAll(1, List.of("-w", Integer.toString(processes)));
        Process server = started(home, settings, puma.toArray(String[]::new));
        Redmine redmine = new Redmine(home, port, server, key);
        redmine.awaitUp();
        return redmine;
    }

    /** Address of a search, with {@code %s} for the word; the answer is JSON with at most 20 issues. */
    String address() {
        return "http://localhost:" + port + "/search.json?issues=1&limit=20&q=%s";
    }

    String header() {
        return "X-Redmine-API-Key: " + key;
    }

    private static Process started(Path home, Map<String, String> settings, String... words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(PROGRAM.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("redmine.log").toFile());
        builder.environment().putAll(settings);
        return builder.start();
    }

    private static String run(Path home, Map<String, String> settings, String... words) throws Exception {
        int ended = started(home, settings, words).waitFor();
        String out = Files.readString(home.resolve("redmine.log"), StandardCharsets.UTF_8);
        if (ended != 0) throw new IOException(String.join(" ", words) + " ended with " + ended + ": " + out);
        return out;
    }

    private void awaitUp() throws IOException {
        for (int i = 0; i < 240 && server.isAlive(); i++) {
            try (Wire wire = new Wire(port)) {
                wire.get("/login", "").expect(200);
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            }
        }
        throw new IOException("Redmine did not come up: " + Files.readString(home.resolve("redmine.log")));
    }

    @Override
    public void close() throws IOException {
        server.descendants().forEach(ProcessHandle::destroy);
        Application.stop(server);
        try (var files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
