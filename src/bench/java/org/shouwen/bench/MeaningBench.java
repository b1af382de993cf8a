package org.shouwen.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.shouwen.meaning.Embedder;
import org.shouwen.search.VectorLoader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./shouwen bench search --meaning}: the same city with a vector for each thing. Real vectors, of messages in the
 * files, are repeated with noise until there are enough of them, and the line of JSON says how many were real. Titles of
 * messages are asked for, as sentences and not as words, and the words of the other benchmark too.
 */
final class MeaningBench {
    private static final int STEP = 16;
    private static final double NOISE = 0.3;
    private static final int QUESTIONS = 300;
    private static final int SENT = 20;

    private MeaningBench() {}

    static String run(City city, Map<String, String> tokens, Map<String, List<String>> words, List<Path> files, int most, long appeals, PrintStream progress)
            throws Exception {
        List<String> texts = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        read(files, texts, titles);
        Embedder embedder = Embedder.of(Embedder.home());
        StringBuilder line = new StringBuilder();
        try {
            bring(Embedder.home().resolve("meaning"), city.home.resolve("meaning"));
            city.secondsToRestart();
            try (Connection c = city.connect();
                    Statement s = c.createStatement()) {
                awaitOn(s);
                // the product makes no vectors of its own of what is loaded
                s.execute("update search.meaning_state set walked = true");
                s.execute("truncate search.meaning_due");
            }
            List<byte[]> real = vectors(embedder, texts, most, progress);
            List<byte[]> questions = new ArrayList<>();
            for (String title : titles.subList(0, Math.min(100, titles.size())))
                embedder.await(embedder.question(title), Duration.ofSeconds(10)).ifPresent(questions::add);
            int centres;
            double looked;
            try (Connection c = city.connect();
                    Statement s = c.createStatement()) {
                centres = new VectorLoader(real, NOISE).load(c, SearchLoader.copy(s), appeals);
                looked = VectorLoader.looked(c, questions);
            }
            line.append(",\"realVectors\":%d,\"noise\":%s,\"centres\":%d,\"tenNearestLookedAt\":%.3f"
                    .formatted(real.size(), NOISE, centres, looked));
        } finally {
            embedder.end();
        }
        List<String> asked = titles.subList(0, Math.min(QUESTIONS, titles.size()));
        for (var who : tokens.entrySet()) {
            line.append(figures(who.getKey() + "Meaning", ask(city, who.getValue(), asked, progress)));
            List<String> all = words.values().stream().flatMap(List::stream).toList();
            line.append(figures(who.getKey() + "Words", ask(city, who.getValue(), all, progress)));
        }
        try (Connection c = city.connect();
                Statement s = c.createStatement()) {
            line.append(",\"vectorsMb\":").append(number(s, "select pg_total_relation_size('search.meaning') / 1048576"));
            line.append(",\"behindSeconds\":%.1f".formatted(behind(city, s)));
        }
        long embedderMb = city.process().children().mapToLong(MeaningBench::residentMb).sum();
        return line.append(",\"embedderMb\":").append(embedderMb).toString();
    }

    private record Times(List<Double> ms, int found) {}

    private static String figures(String name, Times times) {
        return ",\"%1$sP50Ms\":%2$.1f,\"%1$sP95Ms\":%3$.1f,\"%1$sFound\":%4$.2f"
                .formatted(name, SearchBench.at(times.ms(), 0.5), SearchBench.at(times.ms(), 0.95), times.found() / (double) times.ms().size());
    }

    /** Three rounds after one that warms; how many answers of them bring something by meaning. */
    private static Times ask(City city, String token, List<String> questions, PrintStream progress) throws Exception {
        List<Double> ms = new ArrayList<>();
        int found = 0;
        try (Wire wire = new Wire(city.port)) {
            for (int round = 0; round < 4; round++)
                for (String question : questions) {
                    long from = System.nanoTime();
                    Wire.Answer answer = wire.get(path(question), "Authorization: Bearer " + token + "\r\n").expect(200);
                    if (round == 0) continue;
                    ms.add((System.nanoTime() - from) / 1e6);
                    if (!answer.body().contains("\"meant\":[]")) found++;
                }
        }
        progress.printf(Locale.ROOT, "p50 %.1f ms, p95 %.1f ms%n", SearchBench.at(ms, 0.5), SearchBench.at(ms, 0.95));
        return new Times(ms, found);
    }

    /** How long after their answer a minute's appeals of a busy hour, sent at once, all have their vectors. */
    private static double behind(City city, Statement s) throws Exception {
        String waiting = "select count(*) from search.meaning where kind = 'APPEAL'";
        long before = number(s, waiting);
        try (Wire wire = new Wire(city.port)) {
            for (int i = 0; i < SENT; i++)
                wire.post("/api/v1/portal/appeals", "", """
                        {"kind":"livelihood","location":"示例小区3号楼","happenedAt":"昨天","title":"室内温度只有15度",
                         "content":"家里从供暖开始就没到过18度，老人在家很冷，希望来人测温。第%d次。",
                         "appellant":{"name":"王示例","phone":"138%08d"}}""".formatted(i, 77_000_000 + i))
                        .expect(201);
        }
        long from = System.nanoTime();
        for (int i = 0; i < 6000 && number(s, waiting) < before + SENT; i++) Thread.sleep(20);
        return number(s, waiting) < before + SENT ? -1 : (System.nanoTime() - from) / 1e9;
    }

    private static long number(Statement s, String sql) throws Exception {
        try (ResultSet rs = s.executeQuery(sql)) {
            rs.next();
            return rs.getLong(1);
        }
    }

    private static String path(String words) {
        return "/api/v1/search?limit=20&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /** The application has taken the model up. */
    private static void awaitOn(Statement s) throws Exception {
        for (int i = 0; i < 600; i++) {
            try (ResultSet rs = s.executeQuery("select model is not null from search.meaning_state")) {
                if (rs.next() && rs.getBoolean(1)) return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the model was not taken up");
    }

    private static List<byte[]> vectors(Embedder embedder, List<String> texts, int most, PrintStream progress) throws IOException {
        List<byte[]> vectors = new ArrayList<>();
        for (int from = 0; from < texts.size() && vectors.size() < most; from += STEP) {
            List<byte[]> some = embedder.texts(texts.subList(from, Math.min(texts.size(), from + STEP)));
            if (some.isEmpty()) throw new IOException("the model's process has ended");
            vectors.addAll(some);
            if (from % 1600 == 0) progress.printf("%d real vectors%n", vectors.size());
        }
        return vectors;
    }

    /** Messages, and where they are longer stretches of them, of 200 characters each. */
    private static void read(List<Path> files, List<String> texts, List<String> titles) throws IOException {
        JsonMapper json = new JsonMapper();
        for (Path file : files)
            for (String row : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                JsonNode node = json.readTree(row);
                String title = node.path("title").asString("").strip();
                // a number in a question would be told as a person's
                if (title.length() >= 6 && title.length() <= 60 && !title.matches(".*\\d{5}.*")) titles.add(title);
                String text = (title + " " + node.path("content").asString("")).replaceAll("\\s+", " ").strip();
                for (int from = 0; from + 20 < text.length(); from += SearchTexts.LENGTH)
                    texts.add(text.substring(from, Math.min(text.length(), from + SearchTexts.LENGTH)));
            }
        if (texts.isEmpty()) throw new IOException("--meaning FILE.jsonl …: title and content a line");
        java.util.Collections.shuffle(titles, new java.util.Random(20));
        java.util.Collections.shuffle(texts, new java.util.Random(20));
    }

    private static void bring(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jar")).toList()) Files.copy(file, to.resolve(file.getFileName()));
        }
    }

    private static long residentMb(ProcessHandle process) {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
            if (!Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline")).contains("EmbedderMain")) return 0;
            return status.lines().filter(l -> l.startsWith("VmRSS:")).mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024).sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
