package org.shouwen.history;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.shouwen.blobs.SharedObjects;

/**
 * A small object for each line, where all nodes share them. Its name holds the whole line, so that a line is never
 * overwritten by another, and a listing tells all of them: {@code seals/lines/<number, 19 digits>-<through>-<entries>-<seal>}.
 * Lines of a machine that kept its own before lie as they were under {@code seals/before/}.
 */
final class SealObjects implements SealLines {
    private static final String LINES = "seals/lines/";
    private static final String BEFORE = "seals/before/";

    private final SharedObjects objects;
    private final InstantSource clock;

    SealObjects(SharedObjects objects, InstantSource clock) {
        this.objects = objects;
        this.clock = clock;
    }

    @Override
    public void keep(Sealing.Sealed seal) {
        objects.put(name(seal.line()), bytes(seal.line()), clock.instant());
    }

    /** Takes over what a machine kept alone. */
    void takeOver(List<String> lines) {
        String text = String.join("\n", lines) + "\n";
        String first = lines.getFirst().replace(' ', '-');
        objects.put(BEFORE + first + ".log", bytes(text), clock.instant());
    }

    @Override
    public List<String> all() {
        List<String> all = new ArrayList<>();
        for (String name : objects.names(BEFORE)) all.addAll(lines(name));
        for (String name : objects.names(LINES)) all.add(line(name));
        return all;
    }

    @Override
    public void putAside(List<String> later, long last) {
        for (String line : later) {
            objects.put("seals/after-%d/%s".formatted(last, line.replace(' ', '-')), bytes(line), clock.instant());
            objects.remove(name(line));
        }
        for (String name : objects.names(BEFORE)) {
            List<String> taken = lines(name);
            List<String> stay = taken.stream().filter(l -> !later.contains(l)).toList();
            if (stay.size() < taken.size()) objects.put(name, bytes(String.join("\n", stay) + "\n"), clock.instant());
        }
    }

    private List<String> lines(String name) {
        return new String(objects.get(name), StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String name(String line) {
        String[] parts = line.split(" ", 2);
        return LINES + "%019d-%s".formatted(Long.parseLong(parts[0]), parts[1].replace(' ', '-'));
    }

    private static String line(String name) {
        String line = name.substring(LINES.length()).replace('-', ' ').replaceFirst("^0+(?=\\d)", "");
        return line;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
