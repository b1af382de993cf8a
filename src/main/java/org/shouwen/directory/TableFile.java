package org.shouwen.directory;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.shouwen.problems.BadInput;

/** A table as offices keep it: xlsx, or CSV in UTF-8 (with or without mark) or GB18030; the first row names the columns. */
final class TableFile {
    private static final int MOST_ROWS = 20_000;

    /** @param line as the person sees it in the file, from 1 */
    record Line(int line, Map<String, String> cells) {
        String get(String column) {
            return cells.getOrDefault(column, "").strip();
        }
    }

    private TableFile() {}

    /** @throws BadInput when it is neither, or too long */
    static List<Line> read(byte[] file) {
        try {
            List<List<String>> rows = isZip(file) ? xlsx(file) : csv(text(file));
            if (rows.size() > MOST_ROWS) throw new BadInput("file", "directory.import.too-long", MOST_ROWS);
            return named(rows);
        } catch (IOException | RuntimeException e) {
            if (e instanceof BadInput bad) throw bad;
            throw new BadInput("file", "directory.import.unreadable");
        }
    }

    private static List<Line> named(List<List<String>> rows) {
        if (rows.isEmpty()) throw new BadInput("file", "directory.import.empty");
        List<String> names = rows.getFirst().stream().map(String::strip).toList();
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int c = 0; c < Math.min(names.size(), rows.get(i).size()); c++)
                cells.put(names.get(c), rows.get(i).get(c));
            if (cells.values().stream().anyMatch(v -> !v.isBlank())) lines.add(new Line(i + 1, cells));
        }
        return lines;
    }

    private static boolean isZip(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K';
    }

    /** Unpacked, at most; a small file can hold gigabytes of the same character. */
    private static final long MOST_UNPACKED = 50L * 1024 * 1024;

    private static void measure(byte[] file) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long unpacked = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                        unpacked += n;
                        if (unpacked > MOST_UNPACKED)
                            throw new BadInput("file", "directory.import.unpacked", MOST_UNPACKED / 1024 / 1024);
                    }
                }
            }
        }
    }

    private static List<List<String>> xlsx(byte[] file) throws IOException {
        measure(file);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file));
                var rows = book.getFirstSheet().openStream()) {
            return rows.limit(MOST_ROWS + 1L).map(TableFile::cells).toList();
        }
    }

    /** A formula counts as what it shows, never as a formula. */
    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (Cell cell : row) cells.add(cell == null || cell.getType() == CellType.EMPTY ? "" : cell.getText());
        return cells;
    }

    private static List<List<String>> csv(String text) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
            for (CsvRecord r : reader) rows.add(r.getFields());
        }
        return rows;
    }

    private static String text(byte[] file) {
        try {
            String utf8 = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return utf8.startsWith("\uFEFF") ? utf8.substring(1) : utf8;
        } catch (CharacterCodingException e) {
            return new String(file, Charset.forName("GB18030"));
        }
    }
}
