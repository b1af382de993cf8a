package org.shouwen.history;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
        for (String name : objects.names(BEFORE))
            new String(objects.get(name), StandardCharsets.US_ASCII).lines().forEach(all::add);
        for (String name : objects.names(LINES)) all.add(line(name));
        return all;
    }

    @Override
    public int putAside(Set<String> stands, long last) {
        List<String> later =
                all().stream().filter(l -> SealLines.later(l, stands, last)).toList();
        for (String line : later) {
            objects.put("seals/after-%d/%s".formatted(last, line.replace(' ', '-')), bytes(line), clock.instant());
            objects.remove(name(line));
        }
        return later.size();
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
