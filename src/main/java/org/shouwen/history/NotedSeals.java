package org.shouwen.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lines of {@code seals.log}, {@code number …} each, held against the sealings that the database has. Pure. */
final class NotedSeals {
    private NotedSeals() {}

    /**
     * Noted sealings that are not in the database. A line used to be written before its sealing was committed; one that a crash broke
     * off in between is made again under the same number, and its second line, which the database has, stands after it.
     *
     * @param lines in the order in which they were written
     * @param kept lines of the sealings in the database
     */
    static List<String> missing(List<String> lines, Set<String> kept) {
        Map<String, String> later = new HashMap<>();
        Set<String> missing = new HashSet<>();
        for (String line : lines.reversed()) {
            if (kept.contains(line)) later.put(number(line), line);
            else if (!later.containsKey(number(line))) missing.add(line);
        }
        return lines.stream().filter(missing::contains).distinct().toList();
    }

    private static String number(String line) {
        return line.split(" ", 2)[0];
    }
}
