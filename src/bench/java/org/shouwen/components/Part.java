package org.shouwen.components;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A library within the product, named as its own ecosystem names it.
 *
 * @param ecosystem as OSV writes it, {@code Maven} or {@code npm}
 */
record Part(String ecosystem, String name, String version) {
    private static final Pattern MAVEN = Pattern.compile("pkg:maven/([^/]+)/([^@]+)@([^?]+).*");

    /**
     * From a package URL. What is on a screen comes as a jar and is npm's: its advisories are there.
     *
     * @return empty when it is of another kind
     */
    static Optional<Part> of(String purl) {
        Matcher m = MAVEN.matcher(purl);
        if (!m.matches()) return Optional.empty();
        String name = m.group(2);
        return Optional.of(
                switch (m.group(1)) {
                    case "org.webjars.npm" ->
                        new Part("npm", name.contains("__") ? "@" + name.replace("__", "/") : name, m.group(3));
                    case "org.mvnpm" -> new Part("npm", name, m.group(3));
                    default -> new Part("Maven", m.group(1) + ":" + name, m.group(3));
                });
    }
}
