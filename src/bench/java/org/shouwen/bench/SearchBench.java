package org.shouwen.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shouwen.cli.OfflineCommand;

/**
 * {@code ./shouwen bench search [--appeals 1000000] [FILE.jsonl …]}: fills a city's index, asks over the API as the
 * dispatcher, the Bureau and a unit, and ends with one line of JSON. With {@code --redmine} eight clients ask Redmine from
 * Debian's package over the same texts as well, the two in turns, {@code --processes} of it; with {@code --peer URL --header TEXT} another program:
 * {@code %s} in the URL is the word.
 */
public final class SearchBench implements OfflineCommand {
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "bench search";
    }

    @Override
    public String arguments() {
        return "[--appeals 1000000] [--redmine [--processes 2]] [--meaning [--real 50000]] [FILE.jsonl …]";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream progress) throws IOException {
        List<String> rest = new ArrayList<>(arguments);
        long appeals = Long.parseLong(option(rest, "--appeals", "1000000"));
        String peer = option(rest, "--peer", "");
        String header = option(rest, "--header", "");
        int processes = Integer.parseInt(option(rest, "--processes", "2"));
        boolean redmine = rest.remove("--redmine");
        boolean meaning = rest.remove("--meaning");
        int real = Integer.parseInt(option(rest, "--real", "50000"));
        SearchTexts texts = new SearchTexts(rest.stream().map(Path::of).toList());
        try (City city = City.start()) {
            List<String> first;
            try (Connection c = city.connect()) {
                first = SearchLoader.load(c, texts, appeals);
            }
            progress.printf(Locale.ROOT, "loaded %,d texts of %d characters%n", appeals, SearchTexts.LENGTH);
            Map<String, List<String>> words = SearchTexts.words(first);
            Map<String, String> tokens = new LinkedHashMap<>();
            tokens.put("dispatcher", city.token("bench-desk", "DISPATCHER"));
            tokens.put("bureau", city.token("bench-bureau", "BUREAU"));
            tokens.put("unit", city.token("bench-unit", "UNIT_DESK", "heating"));
            StringBuilder line = new StringBuilder("{\"appeals\":" + appeals);
            for (var who : tokens.entrySet()) line.append(asked(city, who.getKey(), who.getValue(), words, progress));
            if (meaning)
                line.append(MeaningBench.run(city, tokens, words, rest.stream().map(Path::of).toList(), real, appeals, progress));
            String desk = tokens.get("dispatcher");
            if (!peer.isEmpty()) line.append(PeerSearch.beside(city, desk, peer, header, words, first, progress));
            if (redmine)
                try (Redmine other = Redmine.with(first, processes)) {
                    line.append(PeerSearch.beside(city, desk, other.address(), other.header(), words, first, progress));
                }
            out.println(line.append(sizes(city)).append(",\"load\":").append(Load.ofMachine()).append('}'));
            return 0;
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static String option(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        if (at < 0) return otherwise;
        words.remove(at);
        return words.remove(at);
    }

    static String path(String word) {
        return "/api/v1/search?kind=ORDER&limit=20&q=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private static String asked(
            City city, String who, String token, Map<String, List<String>> words, PrintStream progress) throws Exception {
        List<Double> all = new ArrayList<>();
        try (Wire wire = new Wire(city.port)) {
            for (int round = 0; round <= ROUNDS; round++)
                for (var group : words.entrySet()) {
                    List<Double> ms = new ArrayList<>();
                    for (String word : group.getValue()) {
                        long from = System.nanoTime();
                        wire.get(path(word), "Authorization: Bearer " + token + "\r\n").expect(200);
                        ms.add((System.nanoTime() - from) / 1e6);
                    }
                    if (round == 0) continue;
                    all.addAll(ms);
                    if (round == ROUNDS)
                        progress.printf(Locale.ROOT, "%s, %s: p50 %.1f ms, p95 %.1f ms%n", who, group.getKey(), at(ms, 0.5), at(ms, 0.95));
                }
        }
        return ",\"%sP50Ms\":%.1f,\"%sP95Ms\":%.1f".formatted(who, at(all, 0.5), who, at(all, 0.95));
    }

    static double at(List<Double> ms, double share) {
        double[] sorted = ms.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) Math.ceil(sorted.length * share) - 1];
    }

    private static String sizes(City city) throws Exception {
        try (Connection c = city.connect();
                Statement s = c.createStatement()) {
            String copy = SearchLoader.copy(s);
            try (ResultSet rs = s.executeQuery(
                    "select pg_relation_size('search.thing_%1$s_words') / 1048576, pg_table_size('search.thing_%1$s') / 1048576"
                            .formatted(copy))) {
                rs.next();
                return ",\"indexMb\":%d,\"copyMb\":%d,\"rssMb\":%d".formatted(rs.getLong(1), rs.getLong(2), city.residentMb());
            }
        }
    }
}
