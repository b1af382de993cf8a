package org.shouwen.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a recording lies below the place that a person entered; nothing that an event says leads out of it. Pure.
 *
 * @param names of folders and at last of the file
 */
public record RecordingPath(List<String> names) {
    private static final int DEEPEST = 10;

    public RecordingPath {
        names = List.copyOf(names);
    }

    /** The file's own name. */
    public String name() {
        return names.getLast();
    }

    /**
     * @param told the reference of an event: a path or an address on the exchange, or a bare name
     * @param root with which the exchange's references begin and that is left out, such as {@code /var/spool/asterisk/monitor};
     *     empty, or another: of what was told the last name alone counts
     * @return empty when there is no name in it
     */
    static Optional<RecordingPath> of(String told, String root) {
        String begins = root.replaceAll("[/\\\\]+$", "");
        boolean below = !begins.isEmpty()
                && told.startsWith(begins)
                && told.substring(begins.length()).matches("[/\\\\].+");
        List<String> names = new ArrayList<>();
        for (String name : (below ? told.substring(begins.length()) : told).split("[/\\\\]"))
            if (!name.isEmpty() && !name.equals(".")) names.add(name);
        boolean strange =
                names.stream().anyMatch(n -> n.equals("..") || n.chars().anyMatch(Character::isISOControl));
        if (names.isEmpty() || names.getLast().equals("..")) return Optional.empty();
        if (!below || strange || names.size() > DEEPEST) names = List.of(names.getLast());
        return names.getFirst().chars().anyMatch(Character::isISOControl)
                ? Optional.empty()
                : Optional.of(new RecordingPath(names));
    }
}
