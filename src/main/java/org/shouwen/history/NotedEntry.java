package org.shouwen.history;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An entry of the journal as a note outside the database names it: {@code subject seq seal}, the seal in hex.
 *
 * @param seal what it must bear
 */
record NotedEntry(Place place, byte[] seal) {
    record Place(UUID subject, long seq) {}

    private static final Pattern LINE =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12} \\d{1,18} [0-9a-f]{64}");

    /** What the lines name; one that a crash tore names nothing. */
    static List<NotedEntry> of(List<String> lines) {
        return lines.stream().map(NotedEntry::read).flatMap(Optional::stream).toList();
    }

    private static Optional<NotedEntry> read(String line) {
        if (!LINE.matcher(line).matches()) return Optional.empty();
        String[] parts = line.split(" ");
        Place place = new Place(UUID.fromString(parts[0]), Long.parseLong(parts[1]));
        return Optional.of(new NotedEntry(place, HexFormat.of().parseHex(parts[2])));
    }

    /** Whether the journal, of which these are the seals, still has it as it was committed. */
    boolean stands(Map<Place, byte[]> seals) {
        return Arrays.equals(seals.get(place), seal);
    }
}
