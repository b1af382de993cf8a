package org.shouwen.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What is written of each operation of the API in {@code shell/api-operations.txt}. */
final class ApiOperations {
    private static final String REQUIRED = "required ";
    private static final String FILE = "/shell/api-operations.txt";

    /** @param statuses with which it succeeds, the usual one first */
    record Operation(List<String> statuses, String summary) {}

    private ApiOperations() {}

    /** By method and path, such as {@code GET /api/v1/units}. */
    static Map<String, Operation> read() {
        Map<String, Operation> all = new TreeMap<>();
        for (String line : lines()) {
            if (line.startsWith(REQUIRED)) continue;
            String[] parts = line.split(" : ", 3);
            if (parts.length != 3) throw new IllegalStateException(FILE + ": " + line);
            all.put(parts[0], new Operation(Arrays.asList(parts[1].split(" ", -1)), parts[2]));
        }
        return all;
    }

    /** Fields without which a body is refused, by the name of its schema. */
    static Map<String, List<String>> required() {
        Map<String, List<String>> all = new TreeMap<>();
        for (String line : lines()) {
            if (!line.startsWith(REQUIRED)) continue;
            String[] parts = line.substring(REQUIRED.length()).split(" : ", 2);
            all.put(parts[0], Arrays.asList(parts[1].split(" ", -1)));
        }
        return all;
    }

    private static List<String> lines() {
        var in = Objects.requireNonNull(ApiOperations.class.getResourceAsStream(FILE), FILE);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code POST /api/v1/work-orders/{number}/receipts} → {@code postWorkOrdersByNumberReceipts}; unique as paths are. */
    static String id(String method, String path) {
        StringBuilder id = new StringBuilder(method.toLowerCase(java.util.Locale.ROOT));
        for (String step : path.replace("/api/v1/", "").split("[/-]", -1)) {
            String word = step.replaceAll("[{}]", "");
            if (step.startsWith("{")) id.append("By");
            id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return id.toString();
    }
}
