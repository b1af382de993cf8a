package org.shouwen.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Area codes of the cities that come along; any other city sets {@code shouwen.area-code}. */
final class AreaCodes {
    private static final String FILE = "/identity/area-codes.csv";

    private AreaCodes() {}

    /** With its 0, such as 010; empty for a city that is not in the list. */
    static String of(String city) {
        var in = Objects.requireNonNull(AreaCodes.class.getResourceAsStream(FILE), FILE);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(l -> l.startsWith(city + ","))
                    .map(l -> l.substring(city.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
