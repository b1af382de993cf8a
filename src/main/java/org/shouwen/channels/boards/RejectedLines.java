package org.shouwen.channels.boards;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.suggestion.UrgencyJudgement;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines of a file that were not taken, beside it as {@code NAME.rejects.jsonl}: each with its place, the reason, and
 * the line itself, as an object where it is one. Mended there, the file goes in again as it is. A file of rejects that
 * somebody may have mended is never written over by others.
 */
final class RejectedLines implements AutoCloseable {
    private static final String END = ".jsonl";

    private final Path file;
    private final Path draft;
    private final BufferedWriter out;
    private final JsonMapper json;
    private int count;

    RejectedLines(Path file, JsonMapper json) throws IOException {
        this.file = file;
        this.json = json;
        draft = Files.createTempFile(file.toAbsolutePath().getParent(), "rejects", ".tmp");
        out = Files.newBufferedWriter(draft);
    }

    int count() {
        return count;
    }

    void add(int number, String line, @Nullable String reason, boolean danger) throws IOException {
        count++;
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("reason", reason);
        row.put("at", number);
        if (danger) row.put("urgency", UrgencyJudgement.DANGER);
        row.put("line", parsed(line));
        out.write(json.writeValueAsString(row));
        out.newLine();
    }

    /** The post in a line of rejects, mended or not; any other line as it is. */
    static String unwrapped(String line, JsonMapper json) {
        if (!line.contains("\"reason\"")) return line;
        try {
            JsonNode row = json.readTree(line);
            JsonNode inner = row.path("line");
            if (row.path("reason").isMissingNode() || inner.isMissingNode()) return line;
            return inner.isString() ? inner.stringValue() : inner.toString();
        } catch (JacksonException e) {
            return line;
        }
    }

    private Object parsed(String line) {
        try {
            JsonNode node = json.readTree(line);
            return node.isObject() ? node : line;
        } catch (JacksonException e) {
            return line;
        }
    }

    /** Puts the rejects in their place. @return where; null when there are none */
    @Nullable
    Path keep() throws IOException {
        out.close();
        if (count == 0) return null;
        Path place = free();
        Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
        return place;
    }

    private Path free() throws IOException {
        String name = file.getFileName().toString();
        String stem = name.endsWith(END) ? name.substring(0, name.length() - END.length()) : name;
        for (int n = 1; ; n++) {
            Path place = file.resolveSibling(stem + ".rejects" + (n == 1 ? "" : "-" + n) + END);
            if (!Files.exists(place) || Files.mismatch(place, draft) < 0) return place;
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(draft);
    }
}
