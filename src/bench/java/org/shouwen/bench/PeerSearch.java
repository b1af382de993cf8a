package org.shouwen.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Search beside that of another program over the same texts: words of two characters, the first page, signed in, over HTTP. */
final class PeerSearch {
    private static final int CLIENTS = 8;
    private static final int SECONDS = 4;
    private static final int TURNS = 5;
    private static final int COUNTED = 1000;

    private PeerSearch() {}

    /**
     * @param peer address of its search; {@code %s} is the word
     * @param texts what both have; how many of the words each finds in as many of them as hold the word
     */
    static String beside(
            City city,
            String token,
            String peer,
            String header,
            Map<String, List<String>> words,
            List<String> texts,
            PrintStream progress)
            throws Exception {
        List<String> two = words.entrySet().stream()
                .filter(e -> e.getKey().startsWith("2 "))
                .flatMap(e -> e.getValue().stream())
                .toList();
        String own = "http://localhost:" + city.port + SearchBench.path("x").replace("&q=x", "&q=%s");
        String bearer = "Authorization: Bearer " + token + "\r\n";
        Load.Clients mine = number -> new Asking(own, bearer, two, number);
        Load.Clients theirs = number -> new Asking(peer, header + "\r\n", two, number);
        Load.warm(CLIENTS, mine);
        Load.warm(CLIENTS, theirs);
        double[] ratios = new double[TURNS];
        double[] rates = new double[TURNS];
        double[] peers = new double[TURNS];
        for (int i = 0; i < TURNS; i++) {
            rates[i] = Load.run(CLIENTS, SECONDS, mine).perSecond();
            peers[i] = Load.run(CLIENTS, SECONDS, theirs).perSecond();
            ratios[i] = rates[i] / peers[i];
            progress.printf(
                    Locale.ROOT, "own %.0f/s, peer %.1f/s, %.1f times, load %s%n", rates[i], peers[i], ratios[i], Load.ofMachine());
        }
        int ownFound = found(own, bearer, two, texts, Pattern.compile("\"all\":(\\d+)"));
        int peerFound = found(peer, header + "\r\n", two, texts, Pattern.compile("\"total_count\":(\\d+)"));
        progress.printf(Locale.ROOT, "of %d words all texts that hold it: own %d, peer %d%n", two.size(), ownFound, peerFound);
        return ",\"ownPerSecond\":%.0f,\"peerPerSecond\":%.1f,\"timesPeer\":%.1f,\"words\":%d,\"ownFindsAll\":%d,\"peerFindsAll\":%d"
                .formatted(middle(rates), middle(peers), middle(ratios), two.size(), ownFound, peerFound);
    }

    private static double middle(double[] of) {
        double[] sorted = of.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Of how many words at least as many things are found as texts hold it, up to where own counts end. */
    private static int found(String address, String headers, List<String> words, List<String> texts, Pattern count)
            throws Exception {
        int right = 0;
        try (Asking asking = new Asking(address, headers, words, 0)) {
            for (String word : words) {
                Matcher m = count.matcher(asking.ask(word));
                long held = texts.stream().filter(t -> t.contains(word)).count();
                if (m.find() && Long.parseLong(m.group(1)) >= Math.min(held, COUNTED))
                    right++;
            }
        }
        return right;
    }

    private static final class Asking implements Load.Client {
        private Wire wire;
        private final String address;
        private final String headers;
        private final List<String> words;
        private int next;

        Asking(String address, String headers, List<String> words, int first) throws IOException {
            this.wire = open(address);
            this.address = address;
            this.headers = headers;
            this.words = words;
            this.next = first * 7;
        }

        String ask(String word) throws IOException {
            URI at = URI.create(address.replace("%s", URLEncoder.encode(word, StandardCharsets.UTF_8)));
            String path = at.getRawPath() + "?" + at.getRawQuery();
            try {
                return wire.get(path, headers).expect(200).body();
            } catch (IOException closed) { // a kept connection may be closed at any time: every client asks once more
                wire.close();
                wire = open(address);
                return wire.get(path, headers).expect(200).body();
            }
        }

        private static Wire open(String address) throws IOException {
            return new Wire(URI.create(address.replace("%s", "x")).getPort());
        }

        @Override
        public void once() throws IOException {
            ask(words.get(next++ % words.size()));
        }

        @Override
        public void close() throws IOException {
            wire.close();
        }
    }
}
