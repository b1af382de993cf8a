package org.shouwen.regulation;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Finds keys of an edition that nobody reads: one that was misspelt would else not hold, without a word. Pure. */
final class EditionSpelling {
    private static final Set<String> PARTS = Set.of(
            "id",
            "city",
            "title",
            "effective",
            "limits",
            "extension",
            "returns",
            "supervision",
            "callback",
            "nuisance",
            "upkeep",
            "retention",
            "kinds",
            "urgentKinds",
            "guidance",
            "declineGrounds",
            "channels");

    private EditionSpelling() {}

    /** The path of a part that no edition has; looked for first, or its right name would only be told to be missing. */
    static Optional<String> unknownPart(JsonNode root) {
        return root.properties().stream()
                .map(p -> p.getKey())
                .filter(key -> !PARTS.contains(key))
                .map(key -> "/" + key)
                .findFirst();
    }

    /** @param read the paths that were read, such as {@code /callback/tries} */
    static Optional<String> unknown(JsonNode root, Set<String> read) {
        return unknown("", root, read);
    }

    private static Optional<String> unknown(String path, JsonNode node, Set<String> read) {
        if (read.contains(path)) return Optional.empty();
        if (!node.isObject() || read.stream().noneMatch(r -> r.startsWith(path + "/"))) return Optional.of(path);
        return node.properties().stream()
                .flatMap(p -> unknown(path + "/" + p.getKey(), p.getValue(), read).stream())
                .findFirst();
    }
}
