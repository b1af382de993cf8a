package org.shouwen.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A file that the model's process needs.
 *
 * @param sha256 of its bytes, in hexadecimal
 * @param size in bytes
 * @param path in a Maven repository
 */
record ModelPart(String sha256, long size, String path) {
    private static final String LIST = "/meaning/parts.txt";

    String file() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The first is the model, after which vectors are named. */
    static List<ModelPart> all() {
        return Known.PARTS;
    }

    /** Asked every second whether they are there, and the same as long as the product runs. */
    private static final class Known {
        static final List<ModelPart> PARTS = listed();
    }

    private static List<ModelPart> listed() {
        List<ModelPart> parts = new ArrayList<>();
        for (String line : lines()) {
            String[] words = line.split(" ");
            if (words.length == 3) parts.add(new ModelPart(words[0], Long.parseLong(words[1]), words[2]));
        }
        return List.copyOf(parts);
    }

    /** The repository that is asked where no other is named. */
    static String repository() {
        return lines().stream()
                .filter(l -> l.startsWith("repository "))
                .map(l -> l.substring(l.indexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lines() {
        try (InputStream list = ModelPart.class.getResourceAsStream(LIST)) {
            return new String(Objects.requireNonNull(list, LIST).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#") && !l.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
