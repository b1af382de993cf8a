package org.shouwen.tables;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A text file by its lines, in UTF-8 (with or without mark), GB18030 or UTF-16. Lines are cut before they are decoded, so
 * that a bad byte costs one line and never the file: no byte of a line end is part of a character in either set.
 */
public final class TextLines {
    private static final char REPLACED = '\uFFFD';

    /**
     * A line without its end.
     *
     * @param number in the file as an editor shows it, from 1
     * @param damaged whether some of it could not be decoded; U+FFFD stands there
     */
    public record Line(int number, String text, boolean damaged) {}

    /** Takes line after line. */
    @FunctionalInterface
    public interface Taker {
        void take(Line line) throws IOException;
    }

    private interface Source {
        InputStream open() throws IOException;
    }

    private TextLines() {}

    /** Reads a file of any length line by line; twice, because the character set is decided first. */
    public static void each(Path file, Taker taker) throws IOException {
        each(() -> new BufferedInputStream(Files.newInputStream(file), 1 << 16), taker);
    }

    /** All lines of a file that is in memory. */
    public static List<Line> of(byte[] file) throws IOException {
        List<Line> lines = new ArrayList<>();
        each(() -> new ByteArrayInputStream(file), lines::add);
        return lines;
    }

    /** Whether a text holds something that could not be decoded, here or where it came from. */
    static boolean damaged(String text) {
        return text.indexOf(REPLACED) >= 0;
    }

    private static void each(Source source, Taker taker) throws IOException {
        CharacterSet set;
        try (InputStream in = source.open()) {
            set = CharacterSet.of(in);
        }
        try (InputStream in = source.open()) {
            in.skipNBytes(set.mark());
            if (set.wide()) wide(in, set, taker);
            else narrow(in, set, taker);
        }
    }

    private static void wide(InputStream in, CharacterSet set, Taker taker) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, set.charset()));
        int number = 0;
        for (String text = reader.readLine(); text != null; text = reader.readLine())
            taker.take(new Line(++number, text, damaged(text)));
    }

    /** LF, CR LF and CR alone end a line. */
    private static void narrow(InputStream in, CharacterSet set, Taker taker) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int number = 0;
        boolean returned = false;
        for (int b = in.read(); b >= 0; b = in.read()) {
            boolean ends = b == '\r' || b == '\n';
            if (ends && !(returned && b == '\n')) {
                taker.take(decoded(++number, line, set));
                line.reset();
            } else if (!ends) {
                line.write(b);
            }
            returned = b == '\r';
        }
        if (line.size() > 0) taker.take(decoded(++number, line, set));
    }

    private static Line decoded(int number, ByteArrayOutputStream bytes, CharacterSet set) {
        String text = bytes.toString(set.charset());
        return new Line(number, text, damaged(text));
    }
}
