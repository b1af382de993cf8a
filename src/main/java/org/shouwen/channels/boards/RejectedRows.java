package org.shouwen.channels.boards;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.tables.Table;

/**
 * Rows of a board's table that could not be taken, beside it as {@code NAME.rejects.csv}, with the line and the reason.
 * Its headings are those the import knows: mended there, the file goes in again as it is.
 */
final class RejectedRows implements AutoCloseable {
    /** Headings before the source's own; known when the file comes in again. */
    static final List<String> OURS = List.of("行", "原因");

    /** So many are told at once; the file has all. */
    private static final int SAID = 10;

    private final Path file;
    private final BoardSource source;
    private final boolean dryRun;
    private final Path draft;
    private @Nullable CsvWriter out;
    private List<String> heads = List.of();
    private final List<String> said = new ArrayList<>();
    private int count;

    RejectedRows(Path file, BoardSource source, boolean dryRun) throws IOException {
        this.file = file;
        this.source = source;
        this.dryRun = dryRun;
        this.draft = Files.createTempFile(file.toAbsolutePath().getParent(), "rejects", ".tmp");
    }

    int count() {
        return count;
    }

    /** Of the first rows, which they are and what is wrong. */
    List<String> said() {
        return List.copyOf(said);
    }

    void add(Table.Line line, String reason) throws IOException {
        CsvWriter csv = out;
        if (csv == null) {
            csv = CsvWriter.builder().build(draft);
            out = csv;
            heads = source.inOrder(line.cells().keySet());
            List<String> first = new ArrayList<>(OURS);
            first.addAll(heads.stream().map(source::heading).toList());
            csv.writeRecord(first);
        }
        count++;
        if (said.size() < SAID) said.add("  第 " + line.line() + " 行 line " + line.line() + ": " + reason);
        List<String> cells = new ArrayList<>(List.of("" + line.line(), reason));
        for (String h : heads) cells.add(line.get(h));
        csv.writeRecord(cells);
    }

    /** @return where they lie; null when there are none */
    @Nullable
    Path keep() throws IOException {
        CsvWriter csv = out;
        if (csv == null) return null;
        csv.close();
        out = null;
        if (dryRun) return null;
        String name = file.getFileName().toString().replaceFirst("\\.[A-Za-z]+$", "");
        for (int n = 1; ; n++) {
            Path place = file.resolveSibling(name + ".rejects" + (n == 1 ? "" : "-" + n) + ".csv");
            if (Files.exists(place)) continue;
            Files.move(draft, place);
            return place;
        }
    }

    @Override
    public void close() throws IOException {
        if (out != null) out.close();
        Files.deleteIfExists(draft);
    }
}
